#pragma once

#include "record/record.hpp"
#include "returns/imports/earlier_imports.hpp"
#include "returns/imports/import.hpp"
#include "returns/judging/plan.hpp"
#include "returns/reading/lines.hpp"

#include <memory>

namespace steadfast::returns {

/// Writes the changes that a plan asks for, all under one batch.
class Changes {
public:
    Changes(const Plan& plan, const record::Book& book, const EarlierImports& earlier, ledger::ItemId import,
            ledger::WorkerId by);

    [[nodiscard]] ledger::Change of_import() const;
    [[nodiscard]] std::vector<ledger::Change> of_coverage() const;
    [[nodiscard]] ledger::Change of_made_person(const PlannedChild& child) const;
    [[nodiscard]] ledger::Change of_added(PlannedRow& row) const;   ///< Takes the row's body.
    /// What the item holds whole, with the row put over it.
    [[nodiscard]] Result<ledger::Change> of_changed(const PlannedRow& row, std::uint32_t starts_from) const;
    [[nodiscard]] Result<ledger::Change> of_gone(const PlannedGone& gone, std::uint32_t starts_from) const;

    [[nodiscard]] ledger::Change of_waiting(const PlannedRow& row) const;
    /// A question that these files no longer ask, answered so.
    [[nodiscard]] Result<ledger::Change> of_overtaken(ledger::ItemId question) const;
    [[nodiscard]] ledger::Change of_waiting_gone(const PlannedGone& gone) const;
    [[nodiscard]] ledger::Change of_proposal(const PlannedProposal& proposal) const;

    [[nodiscard]] record::Found held(std::uint16_t table, std::uint32_t existing) const;

private:
    [[nodiscard]] bool has_person(const PlannedChild& child) const;
    [[nodiscard]] ledger::Change question(struct ImportQuestion question, std::vector<ledger::SubjectId> about) const;
    [[nodiscard]] Result<ledger::Change> new_version(const record::Found& found, record::Content content,
                                                     const ledger::Entry& latest, std::uint32_t starts_from) const;
    [[nodiscard]] Result<ledger::Entry> latest(const record::Found& found) const;

    const Plan& plan_;
    const record::Book& book_;
    const EarlierImports& earlier_;
    ledger::ItemId import_;
    ledger::WorkerId by_;
    std::vector<Lines> lines_;   // By file.
};

/// Members of two texts of unknown fields; where both have one, the second's.
[[nodiscard]] std::string join_unknown(const std::string& held, const std::string& given);

}  // namespace steadfast::returns
