#include "record/access/seen_book.hpp"

#include "law/london.hpp"
#include "record/access/guards.hpp"
#include "record/people/confidential.hpp"
#include "record/record.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

tl::unexpected<Refusal> nobody() {
    return refuse(Refusal::Kind::not_found, "There is no such record, or none that you may see.", "Search by name, date of birth or number.");
}

tl::unexpected<Refusal> only_exists(const Sight& sight) {
    return refuse(Refusal::Kind::not_allowed, sight.is_restricted ? "This record is restricted." : "You have no part in this child's life.",
                  fmt::format("{} If a child is in danger now, use emergency access.", sight.ring));
}

}  // namespace

SeenBook::SeenBook(std::shared_ptr<const Book> book, Viewer viewer)
    : book_(std::move(book)),
      access_(AccessIndex::of(*book_, law::london_date(viewer.now))),
      viewer_(viewer),
      sees_children_(may(viewer, Permission::see_children)),
      sees_every_child_(may(viewer, Permission::see_every_child)),
      sees_restricted_(may(viewer, Permission::see_restricted)),
      sees_sealed_(may(viewer, Permission::see_sealed)),
      learns_of_restricted_(may(viewer, Permission::learn_of_restricted)),
      uses_emergency_access_(may(viewer, Permission::use_emergency_access)) {}

SeenBook SeenBook::looking_back_at(std::shared_ptr<const Book> then) const {
    SeenBook back = *this;
    back.book_ = std::move(then);
    return back;
}

Sight SeenBook::sight_of(ledger::SubjectId id) const {
    const ledger::SubjectId kept = access_->kept(id);
    const AccessIndex::Guard* const guard = access_->guard(kept);
    Sight sight;
    sight.how = how_seen(kept);
    if (sight.how == Sight::How::not_found) return sight;
    sight.is_restricted = guard && guard->is_restricted;
    if (sight.how != Sight::How::exists) return sight;
    sight.ring = sight.is_restricted ? fmt::format("Ring {}.", guard->ring) : "Ring the child's worker or their manager.";
    return sight;
}

/// Sealed or denied, then restricted, then relationship, then role: in this order, and each of them final.
Sight::How SeenBook::how_seen(ledger::SubjectId subject) const {
    if (!sees_children_) return Sight::How::not_found;
    const ledger::SubjectId kept = access_->kept(subject);
    if (const AccessIndex::Guard* const guard = access_->guard(kept)) {
        if (guard->denied.contains(viewer_.worker)) return Sight::How::not_found;
        if (guard->is_sealed) return sees_sealed_ && guard->named_for_seal.contains(viewer_.worker) ? Sight::How::seen : Sight::How::not_found;
        if (guard->is_restricted) {
            if (is_within_restriction(kept, *guard)) return Sight::How::seen;
            return learns_of_restricted_ ? Sight::How::exists : Sight::How::not_found;
        }
    }
    if (sees_every_child_ || access_->is_open_to_every_practitioner() || has_a_part(kept)) return Sight::How::seen;
    return uses_emergency_access_ ? Sight::How::exists : Sight::How::not_found;
}

bool SeenBook::is_within_restriction(ledger::SubjectId kept, const AccessIndex::Guard& guard) const {
    return sees_restricted_ || guard.named.contains(viewer_.worker) || access_->holds(viewer_.worker, kept) ||
           access_->supervises(viewer_.worker, kept) || access_->has_emergency_access(viewer_.worker, kept, viewer_.now);
}

bool SeenBook::has_a_part(ledger::SubjectId kept) const {
    return access_->holds(viewer_.worker, kept) || access_->is_team_mate(viewer_.worker, kept) || access_->supervises(viewer_.worker, kept) ||
           access_->has_emergency_access(viewer_.worker, kept, viewer_.now);
}

void SeenBook::each_who_only_exists(const std::function<void(const Found&)>& visit) const {
    if (!learns_of_restricted_ && !uses_emergency_access_) return;
    book_->each_of(type_of<Person>(), [this, &visit](const Found& person) {
        const ledger::SubjectId id = subject_of(book_->item_id(person));
        if (book_->resolved(id) == id && how_seen(id) == Sight::How::exists) visit(person);
    });
}

Result<SeenChild> SeenBook::child(ledger::SubjectId id) const {
    const ledger::SubjectId kept = book_->resolved(id);
    const Sight::How how = how_seen(kept);
    if (how == Sight::How::not_found) return nobody();
    const auto row = book_->find(item_of(kept));
    if (!row || &row->type() != &type_of<Person>() || !book_->is_visible(*row->table, row->row)) return nobody();
    if (how == Sight::How::exists) return only_exists(sight_of(kept));
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
    if (!row || !may_open(row->type())) return nobody();
    const auto subjects = book_->subjects(*row);
    const bool sees_somebody = std::any_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
    if (!subjects.empty() && !sees_somebody) return nobody();
    if (row->head().has(RowHead::withdrawn) && !may(viewer_, Permission::see_audit)) return nobody();
    if (is_kept_from(*book_, *access_, *row, viewer_)) return nobody();
    return *row;
}

void SeenBook::each_person(const std::function<void(const Found&)>& visit) const {
    if (!sees_children_) return;
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

void SeenBook::each_about(const SeenChild& child, const WantedTypes& wanted, const std::function<void(const Found&)>& visit) const {
    book_->each_about(child.id, wanted, [this, &visit](const Found& found) {
        if (may_see_everybody_in(found)) visit(found);
    });
}

void SeenBook::each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const {
    if (!may_open(type)) return;
    book_->each_of(type, [this, &visit](const Found& found) {
        if (may_see_everybody_in(found)) visit(found);
    });
}

/// Why a record is guarded, and from whom, may tell more than the record itself.
bool SeenBook::may_open(const ItemType& type) const {
    const bool is_a_guard = &type == &type_of<Restriction>() || &type == &type_of<Permit>() || &type == &type_of<ConflictOfInterest>() ||
                            &type == &type_of<AdoptionSeal>();
    return !is_a_guard || may(viewer_, Permission::guard_records);
}

bool SeenBook::may_see_everybody_in(const Found& found) const {
    if (is_kept_from(*book_, *access_, found, viewer_)) return false;
    const auto subjects = book_->subjects(found);
    return may_see_everybody(subjects) || (found.head().has(RowHead::fit_for_each) && may_read_what_fits_each(subjects));
}

bool SeenBook::may_read_what_fits_each(std::span<const ledger::SubjectId> subjects) const {
    const bool sees_somebody = std::any_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
    // No mark of an author's reaches across an adoption seal or a conflict of interest: these came later and know more.
    return sees_somebody && std::none_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return is_kept_out_of(subject); });
}

bool SeenBook::is_kept_out_of(ledger::SubjectId subject) const {
    const AccessIndex::Guard* const guard = access_->guard(access_->kept(subject));
    if (!guard) return false;
    return guard->denied.contains(viewer_.worker) || (guard->is_sealed && !(sees_sealed_ && guard->named_for_seal.contains(viewer_.worker)));
}

bool SeenBook::may_see_everybody(std::span<const ledger::SubjectId> subjects) const {
    return std::all_of(subjects.begin(), subjects.end(), [this](ledger::SubjectId subject) { return may_see(subject); });
}

}  // namespace steadfast::record
