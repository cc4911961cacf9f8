#include "record/people/generations.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace steadfast::record {
namespace {

using Counts = RelationshipKind::Counts;

/// How many generations the person stands below the relative.
int generations_below(const RelationshipKind& kind) {
    if (kind.code == "grandparent") return 2;
    switch (kind.counts) {
        case Counts::parent:
        case Counts::carer:
        case Counts::elder: return 1;
        default: return 0;
    }
}

std::vector<int> generation_of_each(const Family& family) {
    std::vector<std::optional<int>> found(family.people.size());
    if (!found.empty()) found[0] = 0;
    // Family first, then carers and friends, who stand where there is room.
    for (const bool by_family : {true, false}) {
        for (bool moved = true; moved;) {
            moved = false;
            for (const FamilyTie& tie : family.ties) {
                const bool is_family = tie.kind->counts == Counts::parent || tie.kind->counts == Counts::sibling || tie.kind->counts == Counts::couple;
                if (is_family != by_family && by_family) continue;
                const int below = generations_below(*tie.kind);
                if (found[tie.person] && !found[tie.relative]) found[tie.relative] = *found[tie.person] - below;
                else if (found[tie.relative] && !found[tie.person]) found[tie.person] = *found[tie.relative] + below;
                else continue;
                moved = true;
            }
        }
    }
    int oldest = 0;
    for (const auto& one : found) oldest = std::min(oldest, one.value_or(0));
    std::vector<int> generations;
    for (const auto& one : found) generations.push_back(one.value_or(0) - oldest);
    return generations;
}

class Uniting {
public:
    Uniting(const Family& family, Generations& generations) : family_(family), made_(generations) {}

    void unite() {
        unite_by_children(Union::Of::parents, [](const FamilyTie& tie) { return tie.kind->counts == Counts::parent && tie.kind->code != "step_parent"; });
        unite_by_children(Union::Of::carers, [](const FamilyTie& tie) { return tie.kind->counts == Counts::carer || tie.kind->code == "step_parent"; });
        for (std::size_t i = 0; i < family_.ties.size(); ++i) place(i);
    }

private:
    template <class Takes>
    void unite_by_children(Union::Of of, const Takes& takes) {
        std::map<std::size_t, std::set<std::size_t>> partners_of;
        for (std::size_t i = 0; i < family_.ties.size(); ++i) {
            const FamilyTie& tie = family_.ties[i];
            if (!takes(tie)) continue;
            if (made_.generation_of[tie.relative] < made_.generation_of[tie.person]) {
                partners_of[tie.person].insert(tie.relative);
                shown_.insert(i);
            }
        }
        for (auto& [child, partners] : partners_of) union_of(of, partners).children.push_back(child);
    }
    Union& union_of(Union::Of of, const std::set<std::size_t>& partners) {
        for (Union& one : made_.unions)
            if (one.of == of && one.partners == partners) return one;
        made_.unions.push_back({.of = of, .partners = partners, .children = {}, .couple_ties = {}});
        return made_.unions.back();
    }
    void place(std::size_t i) {
        const FamilyTie& tie = family_.ties[i];
        if (shown_.contains(i)) return;
        if (tie.kind->counts == Counts::couple) {
            union_of(Union::Of::parents, {tie.person, tie.relative}).couple_ties.push_back(i);
        } else if (tie.kind->counts == Counts::sibling) {
            if (!hang_together(tie) && !become_siblings(tie)) made_.other_ties.push_back(i);
        } else if (what_follows_from_parents(tie)) {
            return;
        } else {
            made_.other_ties.push_back(i);
        }
    }
    [[nodiscard]] bool hang_together(const FamilyTie& tie) const {
        return std::any_of(made_.unions.begin(), made_.unions.end(), [&](const Union& one) { return has_child(one, tie.person) && has_child(one, tie.relative); }) ||
               shared_parents(family_, tie.person, tie.relative) != SharedParents::none;
    }
    /// Siblings of whose parents nobody is on record hang from a line of their own.
    bool become_siblings(const FamilyTie& tie) {
        Union* of_person = union_with(tie.person);
        Union* of_relative = union_with(tie.relative);
        if (of_person && of_relative) return false;
        if (made_.generation_of[tie.person] != made_.generation_of[tie.relative]) return false;
        Union* there = of_person ? of_person : of_relative;
        if (there && there->of != Union::Of::siblings_alone) return false;   // Whether they share these parents, nobody said.
        if (there) there->children.push_back(of_person ? tie.relative : tie.person);
        else made_.unions.push_back({.of = Union::Of::siblings_alone, .partners = {}, .children = {tie.person, tie.relative}, .couple_ties = {}});
        return true;
    }
    Union* union_with(std::size_t child) {
        for (Union& one : made_.unions)
            if (one.of != Union::Of::carers && has_child(one, child)) return &one;
        return nullptr;
    }
    static bool has_child(const Union& one, std::size_t child) { return std::find(one.children.begin(), one.children.end(), child) != one.children.end(); }

    /// A grandparent who is drawn as a parent's parent needs no line of their own.
    [[nodiscard]] bool what_follows_from_parents(const FamilyTie& tie) const {
        if (tie.kind->counts != Counts::elder) return false;
        for (const Union& one : made_.unions) {
            if (one.of != Union::Of::parents || !has_child(one, tie.person)) continue;
            for (const std::size_t parent : one.partners)
                for (const Union& above : made_.unions)
                    if (has_child(above, parent) && (above.partners.contains(tie.relative) || has_child(above, tie.relative))) return true;
        }
        return false;
    }

    const Family& family_;
    Generations& made_;
    std::set<std::size_t> shown_;
};

}  // namespace

Generations generations_of(const Family& family) {
    Generations generations;
    generations.generation_of = generation_of_each(family);
    Uniting(family, generations).unite();
    return generations;
}

}  // namespace steadfast::record
