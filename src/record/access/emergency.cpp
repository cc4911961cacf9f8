#include "record/access/emergency.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

EmergencyOpened opened(const Book& book, const Found& found) {
    const auto subjects = book.subjects(found);
    return {book.item_id(found), found.head().version, subjects.empty() ? ledger::SubjectId() : book.resolved(subjects.front()),
            found.table->item<EmergencyAccess>(found.row)};
}

bool is_theirs_to_review(const SeenBook& book, const EmergencyOpened& one) {
    const Viewer& viewer = book.viewer();
    const ledger::WorkerId worker(one.access.worker.item.bytes());
    if (!may(viewer, Permission::review_emergency_access) || worker == viewer.worker) return false;
    const AccessIndex::Guard* const guard = book.access().guard(one.child);
    if (guard && (guard->is_sealed || guard->denied.contains(viewer.worker))) return false;
    return may(viewer, Permission::guard_records) || book.access().supervised_by(viewer.worker).contains(worker);
}

}  // namespace

Instant EmergencyOpened::began_at() const { return Instant::from_seconds(std::int64_t{60} * access.began.start().at); }

std::vector<EmergencyOpened> emergencies_to_review(const SeenBook& book) {
    std::vector<EmergencyOpened> all;
    if (!may(book.viewer(), Permission::review_emergency_access)) return all;
    book.book().each_of(type_of<EmergencyAccess>(), [&](const Found& found) {
        EmergencyOpened one = opened(book.book(), found);
        if (is_theirs_to_review(book, one)) all.push_back(std::move(one));
    });
    std::sort(all.begin(), all.end(), [](const EmergencyOpened& a, const EmergencyOpened& b) {
        return a.began_at() != b.began_at() ? a.began_at() > b.began_at() : a.id < b.id;
    });
    return all;
}

std::optional<EmergencyOpened> emergency_to_review(const SeenBook& book, ledger::ItemId id) {
    const auto found = book.book().find(id);
    if (!found || &found->type() != &type_of<EmergencyAccess>() || !book.book().is_visible(*found->table, found->row)) return std::nullopt;
    EmergencyOpened one = opened(book.book(), *found);
    return is_theirs_to_review(book, one) ? std::optional(std::move(one)) : std::nullopt;
}

std::optional<Instant> own_emergency_until(const SeenBook& book, ledger::SubjectId child) {
    const Viewer& viewer = book.viewer();
    if (!book.access().has_emergency_access(viewer.worker, child, viewer.now)) return std::nullopt;
    std::optional<Instant> until;
    book.book().each_about(child, [&](const Found& found) {
        if (&found.type() != &type_of<EmergencyAccess>()) return;
        const EmergencyOpened one = opened(book.book(), found);
        if (ledger::WorkerId(one.access.worker.item.bytes()) == viewer.worker && (!until || *until < one.until())) until = one.until();
    });
    return until;
}

}  // namespace steadfast::record
