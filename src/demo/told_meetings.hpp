#pragma once

#include "demo/case.hpp"
#include "record/meetings/invitation.hpp"

#include <span>

namespace steadfast::demo {

/// An hour of a day, on the clock of the wall.
[[nodiscard]] When at_hour(Date day, int hour);

/// Those of some children who are on record, and born by a day.
[[nodiscard]] std::vector<ledger::SubjectId> on_record_by(const std::vector<Child*>& children, Date day);

/// Saves an item about several children: what is said of all of them, and of each what stands in the part of the same place.
template <class T>
void tell_about_each(const Case& what, Written& written, const T& shared, const std::vector<T>& parts,
                     const std::vector<ledger::SubjectId>& about, ledger::WorkerId by, Moment at) {
    const record::ItemType& type = record::type_of<T>();
    record::Content content;
    content.values = type.values_of(shared);
    for (const T& part : parts) content.about.emplace_back().values = type.values_of(part);
    what.story.save(written, type, content, about, by, at);
}

/// Somebody whom a kind of meeting is held with, as a family's story has them.
struct AtTheTable {
    std::string who;
    std::string_view standing;   ///< A code of invited_as.
    std::string capacity;
    std::string_view agency;     ///< A code of professional_kind; empty of the family.
};
/// That they were invited to a meeting, and that most of them came.
void tell_who_came(const Case& what, ledger::ItemId meeting, std::span<const AtTheTable> people,
                   const std::vector<ledger::SubjectId>& about, Date invited, ledger::WorkerId by, Moment at);

}  // namespace steadfast::demo
