#include "record/people/family.hpp"

#include "record/access/each_about.hpp"

#include "record/record.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace steadfast::record {
namespace {

using Counts = RelationshipKind::Counts;

/// Follows relationships outwards, the nearest first.
class Following {
public:
    Following(const SeenBook& book, const FamilyLimits& limits) : book_(book), limits_(limits) {}

    Family from(const SeenChild& first) {
        (void)place_for(first.id, &first, 0);
        for (std::size_t next = 0; next < family_.people.size(); ++next) follow(next);
        return std::move(family_);
    }

private:
    void follow(std::size_t from) {
        const SeenChild person = family_.people[from];   // A copy: the list grows.
        each_about<Relationship>(book_, person, [&](const Found& found) {
            take(found, from);
        });
    }
    void take(const Found& found, std::size_t from) {
        const ledger::ItemId item = book_.book().item_id(found);
        if (taken_.contains(item)) return;
        FamilyTie tie{item, found.table->item<Relationship>(found.row), nullptr, 0, 0};
        tie.kind = kind_of(tie.relationship);
        if (!tie.kind) return;
        const auto person = end_of(tie.relationship.person, from);
        const auto relative = end_of(tie.relationship.relative, from);
        if (!person || !relative || *person == *relative) return;
        taken_.insert(item);
        tie.person = *person;
        tie.relative = *relative;
        family_.ties.push_back(std::move(tie));
    }
    /// The place of one end of a relationship; none where the viewer may not see them, or they lie beyond the limits.
    std::optional<std::size_t> end_of(const Link<Person>& end, std::size_t from) { return place_for(subject_of(end.item), nullptr, from); }

    std::optional<std::size_t> place_for(ledger::SubjectId asked, const SeenChild* known, std::size_t from) {
        const ledger::SubjectId id = book_.book().resolved(asked);
        if (const auto found = places_.find(id); found != places_.end()) return found->second;
        const auto seen = known ? Result<SeenChild>(*known) : book_.child(id);
        if (!seen) return std::nullopt;
        const std::size_t steps = family_.people.empty() ? 0 : steps_[from] + 1;
        if (family_.people.size() >= limits_.people || steps > limits_.steps) {
            family_.is_cut = true;
            return std::nullopt;
        }
        places_.emplace(id, family_.people.size());
        family_.people.push_back(*seen);
        family_.through.push_back(from);
        steps_.push_back(steps);
        return family_.people.size() - 1;
    }

    const SeenBook& book_;
    const FamilyLimits limits_;
    Family family_;
    std::unordered_map<ledger::SubjectId, std::size_t> places_;
    std::vector<std::size_t> steps_;
    std::set<ledger::ItemId> taken_;
};

std::set<std::size_t> parents_of(const Family& family, std::size_t child) {
    std::set<std::size_t> parents;
    for (const FamilyTie& tie : family.ties)
        if (tie.person == child && tie.kind->counts == Counts::parent && tie.kind->code != "step_parent") parents.insert(tie.relative);
    return parents;
}

std::string sex_of(const Family& family, std::size_t person) { return family.people[person].person.sex.code; }

/// What a recorded relationship makes of one of its two.
std::string words_of(const Family& family, const FamilyTie& tie, std::size_t relative, Date today) {
    const std::string_view word = tie.relative == relative ? tie.kind->relative_is : tie.kind->person_is;
    std::string words = words_for(word, sex_of(family, relative));
    const Relationship& of = tie.relationship;
    if (of.to && *of.to <= today) words += fmt::format(" ({} {})", of.ended_by.is("divorce") ? "divorced" : "until", of.to->words());
    else if (of.separated_on && *of.separated_on <= today) words += fmt::format(" (separated {})", of.separated_on->words());
    return words;
}

std::string by_their_parents(const Family& family, std::size_t relative, std::size_t to, Date today) {
    const std::string sex = sex_of(family, relative);
    const auto shared = shared_parents(family, relative, to);
    if (shared == SharedParents::all) return words_for("Brother or sister", sex);
    if (shared == SharedParents::one) return words_for("Half-brother or half-sister", sex);
    const auto parents = parents_of(family, to);
    for (const std::size_t parent : parents) {
        if (parents_of(family, parent).contains(relative)) return words_for("Grandparent", sex);
        if (shared_parents(family, parent, relative) != SharedParents::none) return words_for("Aunt or uncle", sex);
    }
    for (const std::size_t parent : parents)
        for (const FamilyTie& tie : family.ties)
            if (tie.kind->counts == Counts::couple && tie.is_of(parent, relative))
                return fmt::format("{}'s {}partner", words_for("Parent", sex_of(family, parent)), tie.relationship.to && *tie.relationship.to <= today ? "former " : "");
    for (const std::size_t parent : parents_of(family, relative)) {
        if (parents_of(family, parent).contains(to)) return words_for("Grandchild", sex);
        if (shared_parents(family, parent, to) != SharedParents::none) return words_for("Niece or nephew", sex);
    }
    return "";
}

}  // namespace

std::optional<std::size_t> Family::place_of(ledger::SubjectId person) const {
    for (std::size_t i = 0; i < people.size(); ++i)
        if (people[i].id == person) return i;
    return std::nullopt;
}

Family family_of(const SeenBook& book, const SeenChild& person, const FamilyLimits& limits) { return Following(book, limits).from(person); }

SharedParents shared_parents(const Family& family, std::size_t one, std::size_t other) {
    if (one == other) return SharedParents::none;
    const auto of_one = parents_of(family, one);
    const auto of_other = parents_of(family, other);
    const auto shared = std::count_if(of_one.begin(), of_one.end(), [&](std::size_t parent) { return of_other.contains(parent); });
    if (shared == 0) return SharedParents::none;
    // Where only one parent of either is on record, nobody can say that they are half-siblings.
    return shared >= 2 || (of_one.size() == 1 && of_other.size() == 1) ? SharedParents::all : SharedParents::one;
}

std::vector<std::size_t> siblings_of(const Family& family, std::size_t person) {
    std::vector<std::size_t> siblings;
    for (std::size_t other = 0; other < family.people.size(); ++other) {
        if (other == person) continue;
        const bool is_recorded_so = std::any_of(family.ties.begin(), family.ties.end(), [&](const FamilyTie& tie) {
            return tie.kind->counts == Counts::sibling && tie.is_of(person, other);
        });
        if (is_recorded_so || shared_parents(family, person, other) != SharedParents::none) siblings.push_back(other);
    }
    return siblings;
}

std::string what_they_are(const Family& family, std::size_t relative, std::size_t to, Date today) {
    std::string words;
    for (const FamilyTie& tie : family.ties) {
        if (!tie.is_of(relative, to)) continue;
        if (!words.empty()) words += "; ";
        words += words_of(family, tie, relative, today);
    }
    if (words.empty()) words = by_their_parents(family, relative, to, today);
    if (words.empty()) words = "Through " + family.people[family.through[relative]].name;
    return words;
}

}  // namespace steadfast::record
