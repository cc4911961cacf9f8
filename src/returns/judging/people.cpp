#include "returns/judging/people.hpp"

#include "law/code_sets.hpp"
#include "record/people/person.hpp"
#include "record/record.hpp"

#include <string_view>

namespace steadfast::returns {
namespace {

using record::Person;
using record::RowHead;

struct PersonColumns {
    std::size_t number = *record::type_of<Person>().position("authority_id");
    std::size_t born = *record::type_of<Person>().position("born");
    std::size_t sex = *record::type_of<Person>().position("sex");
};

char known_sex(std::string_view code) {
    const std::string_view present = law::sex.present(code);
    return present == "M" || present == "F" ? present[0] : '\0';
}

bool differ(const std::optional<Date>& a, const std::optional<Date>& b) { return a && b && *a != *b; }
bool differ(char a, char b) { return a != 0 && b != 0 && a != b; }

void find_in_record(Plan& plan, const record::Book& book, const PersonColumns& columns) {
    std::unordered_map<std::string_view, PlannedChild*> by_number;
    for (PlannedChild& child : plan.children) by_number.emplace(child.number, &child);
    const record::Table* people = book.table<Person>();
    for (std::uint32_t row = 0; people != nullptr && row < people->size(); ++row) {
        const auto found = by_number.find(people->text(row, columns.number));
        if (found == by_number.end()) continue;
        const record::Found person{people, row};
        const ledger::ItemId item = book.item_id(person);
        if (!book.find(item)) continue;   // Of an import that is not closed.
        PlannedChild& child = *found->second;
        if (people->head(row).has(RowHead::withdrawn)) {
            if (child.existing == PlannedRow::none) child.waits_for = Reason::recorded_in_error;
            continue;
        }
        if (child.existing != PlannedRow::none) {
            // Two who were merged are one: new entries are about whom the merge kept.
            const ledger::SubjectId kept = book.resolved(child.subject);
            if (kept != book.resolved(record::subject_of(item))) child.waits_for = Reason::two_people_with_number;
            if (record::subject_of(item) != kept) continue;
        }
        child.existing = row;
        child.subject = record::subject_of(item);
        if (child.waits_for == Reason::recorded_in_error) child.waits_for.reset();
    }
    for (PlannedChild& child : plan.children)
        if (child.existing == PlannedRow::none) child.subject = ledger::SubjectId(plan.people_ids.next());
}

/// Takes the rows that describe children, the same one twice once.
void take_descriptions(Plan& plan) {
    for (std::uint32_t i = 0; i < plan.rows.size(); ++i) {
        PlannedRow& row = plan.rows[i];
        if (!plan.layout.tables[row.table].is_person || row.verdict != Verdict::undecided) continue;
        PlannedChild& child = plan.children[row.child];
        if (child.described_by == PlannedRow::none) {
            child.described_by = i;
            child.born = row.born;
            child.sex = row.sex;
            continue;
        }
        PlannedRow& first = plan.rows[child.described_by];
        if (row.body == first.body) {
            row.verdict = Verdict::repeated;
            plan.findings.push_back({Reason::said_twice, row.file, row.table, Finding::none, row.at, ""});
            continue;
        }
        row.waits_for = first.waits_for = Reason::described_twice;
        row.verdict = first.verdict = Verdict::waiting;
        if (differ(row.born, first.born) || differ(row.sex, first.sex)) child.waits_for = Reason::described_twice;
    }
}

/// A child that no row describes has the birth date that stands beside their rows, if those agree.
void take_birth_dates_beside(Plan& plan) {
    for (PlannedRow& row : plan.rows) {
        if (row.child == PlannedRow::none || row.verdict == Verdict::rejected || !row.born) continue;
        PlannedChild& child = plan.children[row.child];
        if (child.described_by != PlannedRow::none || child.existing != PlannedRow::none) continue;
        if (!child.born) child.born = row.born;
        if (!differ(child.born, row.born)) continue;
        child.waits_for = row.waits_for = Reason::born_differs_in_file;
    }
}

void compare_with_record(Plan& plan, const record::Table& people, const PersonColumns& columns) {
    for (PlannedChild& child : plan.children) {
        if (child.existing == PlannedRow::none || child.described_by == PlannedRow::none || child.waits_for) continue;
        PlannedRow& row = plan.rows[child.described_by];
        if (differ(child.born, people.day(child.existing, columns.born)))
            child.waits_for = row.waits_for = Reason::born_differs_from_record;
        else if (differ(child.sex, known_sex(people.text(child.existing, columns.sex))))
            child.waits_for = row.waits_for = Reason::sex_differs_from_record;
    }
}

WaitingTables compare_rows(Plan& plan, const record::Table* people, const PersonColumns& columns) {
    WaitingTables waiting;
    for (PlannedRow& row : plan.rows) {
        if (row.child == PlannedRow::none || row.verdict == Verdict::rejected || plan.layout.tables[row.table].is_person)
            continue;
        const PlannedChild& child = plan.children[row.child];
        if (child.waits_for) continue;
        const bool by_record = child.described_by == PlannedRow::none && child.existing != PlannedRow::none;
        const auto born = by_record ? people->day(child.existing, columns.born) : child.born;
        const char sex = by_record ? known_sex(people->text(child.existing, columns.sex)) : child.sex;
        if (differ(row.born, born)) row.waits_for = by_record ? Reason::born_differs_from_record : Reason::born_differs_in_file;
        else if (differ(row.sex, sex)) row.waits_for = by_record ? Reason::sex_differs_from_record : Reason::sex_differs_in_file;
        else continue;
        waiting.add(row.child, row.table, row.waits_for);
    }
    return waiting;
}

/// Where the record raises the question, the child's first row says which.
void say_why_children_wait(Plan& plan) {
    std::vector<bool> said(plan.children.size(), false);
    for (const PlannedRow& row : plan.rows)
        if (row.child != PlannedRow::none && row.verdict != Verdict::rejected && row.waits_for != Reason::child_waits)
            said[row.child] = true;
    for (PlannedRow& row : plan.rows) {
        if (row.child == PlannedRow::none || row.verdict == Verdict::rejected || said[row.child] ||
            !plan.children[row.child].waits_for)
            continue;
        row.waits_for = *plan.children[row.child].waits_for;
        said[row.child] = true;
    }
}

}  // namespace

WaitingTables find_children(Plan& plan, const record::Book& book) {
    const PersonColumns columns;
    const record::Table* people = book.table<Person>();
    find_in_record(plan, book, columns);
    take_descriptions(plan);
    take_birth_dates_beside(plan);
    if (people != nullptr) compare_with_record(plan, *people, columns);
    const WaitingTables waiting = compare_rows(plan, people, columns);
    say_why_children_wait(plan);
    return waiting;
}

}  // namespace steadfast::returns
