#include "record/access/seen_book.hpp"

#include "record/people/confidential.hpp"
#include "record/record.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

tl::unexpected<Refusal> nobody() {
    return refuse(Refusal::Kind::not_found, "There is no such record, or none that you may see.", "Search by name, date of birth or number.");
}

}  // namespace

Result<SeenChild> SeenBook::child(ledger::SubjectId id) const {
    const ledger::SubjectId kept = book_->resolved(id);
    if (!may_see(kept)) return nobody();
    const auto row = book_->find(item_of(kept));
    if (!row || &row->type() != &type_of<Person>() || !book_->is_visible(*row->table, row->row)) return nobody();
    SeenChild child{kept, *row, row->table->item<Person>(row->row), ""};
    child.name = name_of(child.person);
    return child;
}

Result<Found> SeenBook::item(ledger::ItemId id) const {
    const auto row = item_in_part(id);
    if (!row || !may_see_everybody_in(*row)) return nobody();
    return *row;
}

Result<Found> SeenBook::item_in_part(ledger::ItemId id) const {
    const auto row = book_->find(id);
    if (!row) return nobody();
    const auto subjects = book_->subjects(*row);
    const bool sees_somebody = std::any_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
    if (!subjects.empty() && !sees_somebody) return nobody();
    if (row->head().has(RowHead::withdrawn) && !may(viewer_, Permission::see_audit)) return nobody();
    if (is_kept_from(*book_, *row, viewer_)) return nobody();
    return *row;
}

void SeenBook::each_person(const std::function<void(const Found&)>& visit) const {
    if (!may(viewer_, Permission::see_children)) return;
    book_->each_of(type_of<Person>(), [this, &visit](const Found& person) {
        const ledger::SubjectId id = subject_of(book_->item_id(person));
        if (book_->resolved(id) == id && may_see(id)) visit(person);
    });
}

void SeenBook::each_about(const SeenChild& child, const std::function<void(const Found&)>& visit) const {
    book_->each_about(child.id, [this, &visit](const Found& found) {
        if (may_see_everybody_in(found)) visit(found);
    });
}

void SeenBook::each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const {
    book_->each_of(type, [this, &visit](const Found& found) {
        if (may_see_everybody_in(found)) visit(found);
    });
}

bool SeenBook::may_see_everybody_in(const Found& found) const {
    if (is_kept_from(*book_, found, viewer_)) return false;
    const auto subjects = book_->subjects(found);
    // What its author marked as fit to be read in the file of each is in the file of each.
    if (found.head().has(RowHead::fit_for_each)) return std::any_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
    return may_see_everybody(subjects);
}

bool SeenBook::may_see_everybody(std::span<const ledger::SubjectId> subjects) const {
    return std::all_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
}

bool SeenBook::may_see(ledger::SubjectId) const { return may(viewer_, Permission::see_children); }

}  // namespace steadfast::record
