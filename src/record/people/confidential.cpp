#include "record/people/confidential.hpp"

#include "record/apart/guard.hpp"
#include "record/people/address.hpp"

#include <algorithm>

namespace steadfast::record {

bool is_confidential(const Found& found) {
    // Asked of every row that anybody reads, so other types answer at once.
    static const ItemType& address = type_of<Address>();
    if (&found.type() != &address) return false;
    static const std::size_t confidential = *address.position("is_confidential");
    const Value value = found.table->value(found.row, confidential);
    const bool* yes = std::get_if<bool>(&value);
    return yes && *yes;
}

bool is_kept_from(const Book& book, const AccessIndex& access, const Found& found, const Viewer& viewer) {
    if (is_in_a_room_closed_to(book, found, viewer)) return true;
    if (!is_confidential(found) || may(viewer, Permission::see_confidential_addresses) || book.recorded_by(found) == viewer.worker) return false;
    const auto subjects = book.subjects(found);
    return std::none_of(subjects.begin(), subjects.end(), [&](ledger::SubjectId subject) {
        const ledger::SubjectId kept = access.kept(subject);
        return access.holds(viewer.worker, kept) || access.supervises(viewer.worker, kept);
    });
}

}  // namespace steadfast::record
