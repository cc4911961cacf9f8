#include "returns/pages/question.hpp"

#include "law/code_sets.hpp"
#include "record/pages/item_page.hpp"
#include "returns/judging/compare.hpp"
#include "returns/pages/imports.hpp"
#include "returns/pages/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace steadfast::returns::pages {
namespace {

using record::Found;
using record::RowHead;
using record::SeenBook;

tl::unexpected<Refusal> none_to_see() {
    return refuse(Refusal::Kind::not_found, "There is no such question, or none that you may see.", "Look among the questions that wait.");
}

/// A question shows what is recorded about a child, so whoever may not see all of them is not shown it.
bool may_see_all(const SeenBook& book, const AskedRow& row) {
    std::vector<ledger::SubjectId> everybody = row.subjects;
    everybody.insert(everybody.end(), row.children.begin(), row.children.end());
    if (row.held)
        for (const ledger::SubjectId subject : row.book->subjects(*row.held)) everybody.push_back(subject);
    return std::all_of(everybody.begin(), everybody.end(), [&](ledger::SubjectId one) {
        const auto found = row.book->find(record::item_of(row.book->resolved(one)));
        // A person who was withdrawn is nobody's to see, and their question must still be answered.
        return book.child(one).has_value() || (found && found->head().has(RowHead::withdrawn));
    });
}

std::string words_of(const record::Field& field, const record::Values& values, std::size_t i) {
    return values.empty() ? "" : record::in_words(field, values[i], record::Codes::beside);
}

ledger::ItemId link_of(const record::Values& values, std::size_t i) {
    const auto* link = values.empty() ? nullptr : std::get_if<ledger::ItemId>(&values[i]);
    return link == nullptr ? ledger::ItemId() : *link;
}

/// Field by field; what taking the row would change comes first.
std::vector<ComparedField> compared(const AskedRow& row, bool shows_held) {
    std::vector<ComparedField> fields;
    const record::ItemType& type = *row.table()->type;
    const record::Values held = row.held && shows_held ? row.held->values() : record::Values();
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const record::Field& field = type.fields()[i];
        if (field.kind == record::FieldKind::narrative) continue;
        ComparedField one{.label = std::string(field.label), .file = words_of(field, row.given.values, i), .record = words_of(field, held, i),
                          .file_link = link_of(row.given.values, i), .record_link = link_of(held, i)};
        one.in_file = row.has_row() && row.provided[i];
        one.differs = one.in_file && !held.empty() && !same_value(field, row.taken[i], held[i]);
        const bool says_anything = !one.file.empty() || !one.record.empty() || !one.file_link.is_none() || !one.record_link.is_none();
        if (says_anything) fields.push_back(std::move(one));
    }
    std::stable_sort(fields.begin(), fields.end(), [](const ComparedField& a, const ComparedField& b) { return a.differs && !b.differs; });
    return fields;
}

/// What stands beside a row about who the child is: a table other than the one that describes children may say it too.
std::vector<ComparedField> who_it_says(const AskedRow& row, const record::SeenChild& child) {
    std::vector<ComparedField> who;
    const TableLayout& table = *row.table();
    if (table.is_person) return who;
    if (row.asks.born)
        who.push_back({.label = "Date of birth", .file = row.asks.born->words_with_weekday(),
                       .record = child.person.born ? child.person.born->words_with_weekday() : "",
                       .differs = child.person.born && *child.person.born != *row.asks.born});
    if (table.sex_field && row.has_row()) {
        const record::Value& given = row.given.values[*table.sex_field];
        const auto* code = std::get_if<std::string>(&given);
        if (code != nullptr)
            who.push_back({.label = "Sex", .file = std::string(law::sex.says(*code)), .record = std::string(child.person.sex.says()),
                           .differs = child.person.sex.is_recorded() && !law::sex.same(*code, child.person.sex.code)});
    }
    return who;
}

/// The questions about the same child that wait too; what this row belongs to stands in `first`.
void find_others(QuestionPage& page, const SeenBook& book, const AskedRow& row, const record::Catalogue& catalogue) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const std::size_t number = *type.position("child_number");
    const std::size_t answer = *type.position("answer");
    book.each_of(type, [&](const Found& found) {
        const auto id = row.book->item_id(found);
        if (id == row.question || row.asks.child_number.empty() || found.table->text(found.row, number) != row.asks.child_number) return;
        const auto asks = found.table->item<ImportQuestion>(found.row);
        OtherQuestion other{id, row_in_words(catalogue, asks.of_return, asks.table), std::string(asks.why.says()), found.table->text(found.row, answer).empty(),
                            asks.why.code != "child_waits" && asks.why.code != "belongs_to_waiting"};
        const bool is_what_it_belongs_to = row.belongs_to_waiting() && asks.would_be.item == row.belongs_to();
        if (is_what_it_belongs_to) page.first.push_back(std::move(other));
        else if (other.waits) page.beside.push_back(std::move(other));
    });
}

void show_held(QuestionPage& page, const AskedRow& row, const record::Book& book) {
    if (!row.held) return;
    page.is_withdrawn = row.held->head().has(RowHead::withdrawn);
    page.is_held = !page.is_withdrawn;
    page.held = book.item_id(*row.held);
    page.held_by = record::pages::worker_name(book, book.recorded_by(*row.held));
    page.held_from_import = !book.batch(*row.held).is_none();
    page.held_at = Instant::from_seconds(row.held->head().recorded_at);
}

void show_decided(QuestionPage& page, const AskedRow& row, const SeenBook& book) {
    page.decided = answer_from(row.asks.answer.code);
    if (!page.decided) return;
    const auto found = row.book->find(row.question);
    page.decided_says = decided_in_words(row.asks.why.code, row.asks.answer.code);
    page.decided_by_worker = row.book->recorded_by(*found);
    page.decided_by = record::pages::worker_name(*row.book, page.decided_by_worker);
    page.decided_at = Instant::from_seconds(found->head().recorded_at);
    std::istringstream lines(row.asks.changed.text);
    std::string item;
    std::string version;
    while (lines >> item >> version) {
        const auto id = ledger::ItemId::parse(item);
        const auto recorded = id ? book.item(*id) : none_to_see();
        if (recorded) page.recorded.push_back({*id, std::string(recorded->type().name())});
    }
}

}  // namespace

std::vector<ledger::SubjectId> QuestionPage::about() const {
    std::vector<ledger::SubjectId> about;
    if (child) about.push_back(child->id);
    for (const record::SeenChild& one : same_number)
        if (std::find(about.begin(), about.end(), one.id) == about.end()) about.push_back(one.id);
    return about;
}

bool QuestionPage::offers(Answer answer) const {
    return std::any_of(choices.begin(), choices.end(), [answer](const Choice& choice) { return choice.answer == answer; });
}

Result<QuestionPage> question_page(record::Record& record, const SeenBook& book, ledger::ItemId question) {
    if (!may_answer(book.viewer()))
        return refuse(Refusal::Kind::not_allowed, "A question shows what is recorded about a child, and your role does not include that.",
                      "Somebody whose role includes both children and imports, such as a performance analyst, can answer it.");
    if (const auto seen = book.item(question); !seen) return none_to_see();
    const auto row = asked_row(record, book.book(), question);
    if (!row) return refuse(row.error());
    if (!may_see_all(book, *row)) return none_to_see();

    QuestionPage page;
    page.question = question;
    page.why = row->why();
    page.why_says = row->asks.why.says();
    page.what = row_in_words(record.catalogue(), row->asks.of_return, row->asks.table);
    page.of_return = return_in_words(row->asks.of_return, row->asks.return_year);
    if (!row->asks.file.empty()) page.place = row->asks.line ? fmt::format("{}, line {}", row->asks.file, *row->asks.line) : row->asks.file;
    page.child_number = row->asks.child_number;
    page.born = row->asks.born;
    page.has_row = row->has_row();
    page.saw = row->held_version();
    const auto whose = !row->subjects.empty() ? row->subjects : row->children;
    if (!whose.empty())
        if (auto child = book.child(whose.front())) page.child = std::move(*child);
    if (row->children.size() > 1)
        for (const ledger::SubjectId one : row->children)
            if (auto child = book.child(one)) page.same_number.push_back(std::move(*child));
    show_held(page, *row, book.book());
    if (row->table() != nullptr) {
        page.fields = compared(*row, page.is_held);
        if (page.child) page.who = who_it_says(*row, *page.child);
    }
    page.fresh = row->asks.fresh.item;
    page.belongs_to_waiting = row->belongs_to_waiting();
    find_others(page, book, *row, record.catalogue());
    show_decided(page, *row, book);
    if (!page.decided) page.choices = choices_for(page);
    return page;
}

}  // namespace steadfast::returns::pages
