#include "record/access/access_index.hpp"

#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/council/council.hpp"
#include "record/teams/team_tree.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace steadfast::record {
namespace {

std::array<const ItemType*, 9> sources() {
    return {&type_of<Team>(), &type_of<TeamMembership>(), &type_of<Allocation>(), &type_of<Restriction>(), &type_of<Permit>(),
            &type_of<ConflictOfInterest>(), &type_of<AdoptionSeal>(), &type_of<EmergencyAccess>(), &type_of<Council>()};
}

std::vector<std::shared_ptr<const Table>> tables_it_comes_from(const Book& book) {
    const auto from = sources();
    std::vector<std::shared_ptr<const Table>> tables;
    for (const auto& table : book.tables())
        if (std::find(from.begin(), from.end(), &table->type()) != from.end()) tables.push_back(table);
    return tables;
}

ledger::WorkerId worker_in(const Found& found, std::size_t field) {
    const Value value = found.table->value(found.row, field);
    const auto* item = std::get_if<ledger::ItemId>(&value);
    return item ? ledger::WorkerId(item->bytes()) : ledger::WorkerId();
}

using Workers = std::unordered_set<ledger::WorkerId>;

/// Who is named where one of two records is guarded, or both: a permit for a record that nobody guards opens no other.
Workers named_for_both(bool is_one_guarded, Workers one, bool is_other_guarded, const Workers& other) {
    if (!is_one_guarded) return is_other_guarded ? other : Workers();
    if (is_other_guarded) std::erase_if(one, [&other](ledger::WorkerId worker) { return !other.contains(worker); });
    return one;
}

/// What guards one record that was joined of two: whatever guarded either, and only those are named who were for each that was guarded.
AccessIndex::Guard stricter(AccessIndex::Guard one, const AccessIndex::Guard& other) {
    one.named = named_for_both(one.is_restricted, std::move(one.named), other.is_restricted, other.named);
    one.named_for_seal = named_for_both(one.is_sealed, std::move(one.named_for_seal), other.is_sealed, other.named_for_seal);
    if (one.ring.empty()) one.ring = other.ring;
    else if (!other.ring.empty() && other.ring != one.ring) one.ring += " or " + other.ring;
    one.denied.insert(other.denied.begin(), other.denied.end());
    one.is_sealed = one.is_sealed || other.is_sealed;
    one.is_restricted = one.is_restricted || other.is_restricted;
    return one;
}

}  // namespace

bool lasts_on(const Found& found, std::size_t from, std::size_t to, Date day) {
    const auto first = found.table->day(found.row, from);
    const auto end = found.table->day(found.row, to);
    return first && *first <= day && (!end || day < *end);
}

std::shared_ptr<const AccessIndex> AccessIndex::of(const Book& book, Date today) {
    if (auto kept = book.derived().kept<AccessIndex>(); kept && kept->is_from(book, today)) return kept;
    auto made = std::make_shared<const AccessIndex>(book, today);
    book.derived().keep(made);
    return made;
}

AccessIndex::AccessIndex(const Book& book, Date today) : today_(today), tables_(tables_it_comes_from(book)), merges_(book.merges()) {
    const TeamTree teams(book, today);
    take_guards(book);
    take_teams(teams);
    take_allocations(book, teams);
    take_emergencies(book);
    book.each_of(type_of<Council>(), [this](const Found& found) {
        is_open_ = found.table->text(found.row, *type_of<Council>().position("records_open_to")) != "those_with_a_part";
    });
}

bool AccessIndex::is_from(const Book& book, Date today) const {
    return today == today_ && merges_ == book.merges() && tables_ == tables_it_comes_from(book);
}

void AccessIndex::take_guards(const Book& book) {
    std::map<ledger::SubjectId, Guard> own;   // Of each record by itself, in an order that is the same whenever it is worked out.
    const auto each_guarded = [&](const ItemType& type, bool ends, const auto& take) {
        const std::size_t from = *type.position("from");
        const std::size_t to = ends ? *type.position("to") : 0;
        book.each_of(type, [&](const Found& found) {
            const auto first = found.table->day(found.row, from);
            if (ends ? !lasts_on(found, from, to, today_) : !first || *first > today_) return;
            for (const ledger::SubjectId child : book.subjects(found)) take(own[child], found);
        });
    };
    each_guarded(type_of<AdoptionSeal>(), false, [](Guard& guard, const Found&) { guard.is_sealed = true; });
    each_guarded(type_of<Restriction>(), true, [ring = *type_of<Restriction>().position("ring")](Guard& guard, const Found& found) {
        guard.is_restricted = true;
        guard.ring = found.table->text(found.row, ring);
    });
    each_guarded(type_of<ConflictOfInterest>(), true,
                 [worker = *type_of<ConflictOfInterest>().position("worker")](Guard& guard, const Found& found) { guard.denied.insert(worker_in(found, worker)); });
    each_guarded(type_of<Permit>(), true,
                 [worker = *type_of<Permit>().position("worker"), opens = *type_of<Permit>().position("opens")](Guard& guard, const Found& found) {
                     const auto what = found.table->text(found.row, opens);
                     if (what == "sealed") guard.named_for_seal.insert(worker_in(found, worker));
                     if (what == "restricted") guard.named.insert(worker_in(found, worker));
                 });
    for (auto& [child, guard] : own) {
        const auto [kept, is_first] = guards_.try_emplace(book.resolved(child), std::move(guard));
        if (!is_first) kept->second = stricter(std::move(kept->second), guard);
    }
}

void AccessIndex::take_allocations(const Book& book, const TeamTree& teams) {
    const ItemType& type = type_of<Allocation>();
    const std::size_t from = *type.position("from");
    const std::size_t to = *type.position("to");
    const std::size_t worker = *type.position("worker");
    const std::size_t team = *type.position("team");
    const std::size_t as_what = *type.position("as_what");
    book.each_of(type, [&](const Found& found) {
        if (!lasts_on(found, from, to, today_)) return;
        const ledger::WorkerId holder = worker_in(found, worker);
        const auto as = found.table->text(found.row, as_what);
        for (const ledger::SubjectId child : book.subjects(found)) {
            auto& holders = holders_[book.resolved(child)];
            if (!holder.is_none()) {
                holders.push_back({holder, is_shared_with_team(as), is_main_worker(as)});
                continue;
            }
            // A child who waits in a team is its managers' until somebody has it, and the team knows of it.
            const ledger::ItemId waits_in(worker_in(found, team).bytes());
            for (const TeamTree::Member& member : teams.members())
                if (member.leads && teams.is_within(waits_in, member.team)) holders.push_back({member.worker, member.team == waits_in, false});
        }
    });
}

void AccessIndex::take_teams(const TeamTree& teams) {
    for (const TeamTree::Member& member : teams.members()) {
        Circle& circle = circles_[member.worker];
        for (const TeamTree::Member& other : teams.members()) {
            if (other.worker == member.worker) continue;
            if (other.team == member.team) circle.mates.insert(other.worker);
            // Two who manage one team don't manage each other.
            const bool is_beside = other.team == member.team && other.leads;
            if (member.leads && !is_beside && teams.is_within(other.team, member.team)) circle.supervised.insert(other.worker);
        }
    }
}

void AccessIndex::take_emergencies(const Book& book) {
    const ItemType& type = type_of<EmergencyAccess>();
    const std::size_t worker = *type.position("worker");
    const std::size_t began = *type.position("began");
    book.each_of(type, [&](const Found& found) {
        const Value value = found.table->value(found.row, began);
        const When* when = std::get_if<When>(&value);
        // A day without its minute is nothing that the program wrote: it opens nothing.
        if (!when || when->start().precision != When::Precision::minute) return;
        const Instant from = Instant::from_seconds(std::int64_t{60} * when->start().at);
        for (const ledger::SubjectId child : book.subjects(found))
            emergencies_[book.resolved(child)].push_back({worker_in(found, worker), from.plus_seconds(emergency_access_seconds)});
    });
}

ledger::SubjectId AccessIndex::kept(ledger::SubjectId subject) const {
    for (auto found = merges_->find(subject); found != merges_->end(); found = merges_->find(subject)) subject = found->second;
    return subject;
}

const AccessIndex::Guard* AccessIndex::guard(ledger::SubjectId child) const {
    const auto found = guards_.find(child);
    return found == guards_.end() ? nullptr : &found->second;
}

const std::vector<AccessIndex::Holder>& AccessIndex::holders(ledger::SubjectId child) const {
    static const std::vector<Holder> nobody;
    const auto found = holders_.find(child);
    return found == holders_.end() ? nobody : found->second;
}

const AccessIndex::Circle& AccessIndex::circle(ledger::WorkerId worker) const {
    static const Circle nobody;
    const auto found = circles_.find(worker);
    return found == circles_.end() ? nobody : found->second;
}

bool AccessIndex::holds(ledger::WorkerId worker, ledger::SubjectId child) const {
    const auto& all = holders(child);
    return std::any_of(all.begin(), all.end(), [&](const Holder& holder) { return holder.worker == worker; });
}

bool AccessIndex::supervises(ledger::WorkerId worker, ledger::SubjectId child) const {
    const auto& all = holders(child);
    const auto& below = supervised_by(worker);
    return std::any_of(all.begin(), all.end(), [&](const Holder& holder) { return below.contains(holder.worker); });
}

bool AccessIndex::is_team_mate(ledger::WorkerId worker, ledger::SubjectId child) const {
    const auto& all = holders(child);
    const auto& mates = circle(worker).mates;
    return std::any_of(all.begin(), all.end(), [&](const Holder& holder) { return holder.is_shared && mates.contains(holder.worker); });
}

bool AccessIndex::has_emergency_access(ledger::WorkerId worker, ledger::SubjectId child, Instant now) const {
    const auto found = emergencies_.find(child);
    if (found == emergencies_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](const Emergency& emergency) { return emergency.worker == worker && now < emergency.until; });
}

const std::unordered_set<ledger::WorkerId>& AccessIndex::supervised_by(ledger::WorkerId worker) const { return circle(worker).supervised; }

}  // namespace steadfast::record
