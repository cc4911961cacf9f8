#pragma once

#include "practice/early_help/family_assessment.hpp"
#include "record/access/seen_book.hpp"
#include "record/duty/duties.hpp"
#include "record/pages/about_several.hpp"
#include "record/plans/open_plan.hpp"

#include <optional>
#include <vector>

namespace steadfast::practice {

/// Early help in a line: without its long texts.
struct EarlyHelpLine {
    ledger::ItemId id;
    std::uint32_t version = 0;
    EarlyHelp help;
    std::vector<record::SeenChild> children;   ///< Whom the viewer may see.
};
/// A child's, the latest first.
[[nodiscard]] std::vector<EarlyHelpLine> early_help_of(const record::SeenBook& book, const record::SeenChild& child);
[[nodiscard]] std::optional<EarlyHelpLine> open_early_help_of(const record::SeenBook& book, const record::SeenChild& child);
/// All that goes on and that the viewer may see, the longest first.
[[nodiscard]] std::vector<EarlyHelpLine> open_early_help(const record::SeenBook& book);

/// Early help opened by somebody who may see everybody whom it is about.
struct EarlyHelpSeen {
    record::pages::SeenItem item;
    EarlyHelp help;

    [[nodiscard]] ledger::ItemId id() const { return item.id; }
    [[nodiscard]] const record::SeenChild& first() const { return item.children.front().child; }
    [[nodiscard]] bool is_led_by(ledger::WorkerId worker) const { return help.lead.item == ledger::ItemId(worker.bytes()); }
};
/// Refused as not found where there is none or where the viewer may not see everybody whom it is about.
[[nodiscard]] Result<EarlyHelpSeen> early_help_seen(record::Record& record, const record::SeenBook& book, ledger::ItemId id);

/// What belongs to early help: its assessments, each time that somebody looked over it, the latest first; the plan in force.
struct AssessmentLine {
    ledger::ItemId id;
    FamilyAssessment assessment;
};
struct OversightLine {
    ledger::ItemId id;
    EarlyHelpOversight oversight;
};
struct BelongsToHelp {
    std::vector<AssessmentLine> assessments;
    std::vector<OversightLine> oversight;
    std::optional<record::plans::PlanLine> plan;          ///< The early help plan in force.
    std::optional<record::plans::PlanLine>
        plan_before;   ///< The plan that it was stepped down from, where that is still in force.
};
[[nodiscard]] BelongsToHelp belongs_to(const record::SeenBook& book, const EarlyHelpSeen& seen);

/// What is owed under it, as for its first child; overdue first.
[[nodiscard]] std::vector<record::DutyStanding> owed_under(const record::Duties& duties, const record::SeenBook& book,
                                                           const record::SeenChild& child, ledger::ItemId help, Date today);

/// "Amira Khan and Sam Khan"
[[nodiscard]] std::string names_in_words(const std::vector<record::SeenChild>& children);

}  // namespace steadfast::practice
