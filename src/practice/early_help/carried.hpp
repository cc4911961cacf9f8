#pragma once

#include "practice/early_help/under_way.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// Early help as it begins with what stands on the record already, so that nobody types it a second time.
struct Carried {
    EarlyHelp help;
    std::vector<record::SeenChild> children;
    std::vector<std::string> child_words;   ///< One for each child.

    /// As it is saved.
    [[nodiscard]] record::Content content() const;
};

/// From a contact that was decided as early help. Refused where it was decided otherwise, or names no child on record.
[[nodiscard]] Result<Carried> carried_from_contact(record::Record& record, const record::SeenBook& book, ledger::ItemId contact,
                                                   Date today);
/// From a child in need plan or a child protection plan that less help is to take over from.
[[nodiscard]] Result<Carried> carried_from_plan(record::Record& record, const record::SeenBook& book, ledger::ItemId plan,
                                                Date today);
/// The assessment that early help begins with: what is known, under its headings.
[[nodiscard]] record::Content assessment_begun(const EarlyHelpSeen& seen, Date today, ledger::WorkerId by);
/// What goes along when it is stepped up: why it began, what the assessment came to, what the plan wanted to be different.
[[nodiscard]] std::string summary_to_carry_up(record::Record& record, const record::SeenBook& book, const EarlyHelpSeen& seen,
                                              const BelongsToHelp& belongs);

}  // namespace steadfast::practice
