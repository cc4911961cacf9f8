#include "record/pages/also_about.hpp"

#include "record/item/form.hpp"
#include "record/people/family.hpp"
#include "record/people/people_search.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t most_offered = 12;
constexpr std::size_t most_found = 6;
constexpr std::size_t most_ticked = 30;

bool is_among(const std::vector<AlsoAbout>& also, ledger::SubjectId id) {
    return std::any_of(also.begin(), also.end(), [id](const AlsoAbout& one) { return one.whom.id == id; });
}

}  // namespace

bool can_be_about_several(const ItemType& type) { return type.has_fields_about_each(); }

std::vector<AlsoAbout> also_about(const SeenBook& book, const SeenChild& child, Date today, const web::Fields& typed) {
    std::vector<AlsoAbout> also;
    const auto add = [&](ledger::SubjectId subject, std::string why, bool is_ticked) {
        const auto other = book.child(subject);
        // Grown-ups of the family have no file of their own to write into.
        if (!other || other->id == child.id || other->person.kind.is("adult") || is_among(also, other->id)) return;
        also.push_back({{other->id, other->name}, std::move(why), is_ticked});
    };
    const Family family = family_of(book, child);
    for (const std::size_t sibling : siblings_of(family, 0)) add(family.people[sibling].id, what_they_are(family, sibling, 0, today), false);
    for (const SeenChild& one : household_of(book, child, today))
        add(one.id, "Lives in the same household", false);
    book.each_about(child, [&](const Found& found) {
        if (found.type().tells() == Tells::who_somebody_is || also.size() >= most_offered) return;
        for (const ledger::SubjectId subject : book.book().subjects(found))
            if (also.size() < most_offered) add(subject, "Recorded together before", false);
    });
    // What was ticked stays ticked, wherever it was found.
    for (const auto text : typed.all("children")) {
        const auto id = ledger::SubjectId::parse(text);
        if (!id || also.size() >= most_offered + most_ticked) continue;
        add(*id, "", true);
        for (AlsoAbout& one : also) one.is_ticked |= one.whom.id == *id;
    }
    return also;
}

void find_child(const SeenBook& book, const SeenChild& child, ItemForm& form) {
    const std::string asked(web::trimmed(form.typed.get("find_child")));
    if (asked.empty()) {
        form.errors.add("find_child", "Enter a name, a date of birth or a number");
        return;
    }
    std::size_t found = 0;
    for (const PersonFound& person : search_people(book, asked, most_found).people) {
        if (person.id == child.id) continue;
        ++found;
        if (is_among(form.also, person.id)) continue;
        form.also.push_back({{person.id, person.name}, person.born ? "Born " + person.born->words() : std::string("No date of birth recorded"), false});
    }
    if (found == 0) form.errors.add("find_child", "Nobody on record fits this. Check the spelling, or enter less of it");
    else form.errors.add("children", "Tick who it is about");
}

void check_nothing_is_said_about_others(ItemForm& form) {
    for (const AlsoAbout& one : form.also) {
        if (one.is_ticked) continue;
        for (const Field& field : form.type->fields()) {
            const std::string input = input_about(one.whom.id, field.key);
            if (!field.is_about_each || web::trimmed(form.typed.get(input)).empty()) continue;
            form.errors.add(input, fmt::format("You wrote something about {} alone: tick {} above, or take it away here", one.whom.name, one.whom.name));
            break;
        }
    }
}

}  // namespace steadfast::record::pages
