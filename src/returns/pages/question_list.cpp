#include "returns/pages/question_list.hpp"

#include "record/pages/item_page.hpp"
#include "returns/imports/answering.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/layout/table_layout.hpp"
#include "returns/pages/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace steadfast::returns::pages {
namespace {

constexpr std::size_t rows_a_page = 50;

/// Where the fields stand that a list is filtered and sorted by.
struct Columns {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    std::size_t why = *type.position("why");
    std::size_t of_return = *type.position("of_return");
    std::size_t table = *type.position("table");
    std::size_t import = *type.position("import");
    std::size_t file = *type.position("file");
    std::size_t line = *type.position("line");
    std::size_t number = *type.position("child_number");
    std::size_t answer = *type.position("answer");
};

/// What a question is sorted by, pointing into the Book.
struct Key {
    record::Found found;
    std::string_view family;
    std::string_view given;
    std::string_view number;
    std::string_view why;
    std::string_view file;
    std::int32_t line = 0;
    bool describes = false;   ///< It is about who the child is, which the child's others wait for.
};

class Keys {
public:
    explicit Keys(const record::SeenBook& book) : book_(book) {}

    [[nodiscard]] Key of(const record::Found& found) const {
        const record::Table& table = *found.table;
        Key key{.found = found, .family = {}, .given = {}, .number = table.text(found.row, columns.number), .why = table.text(found.row, columns.why),
                .file = table.text(found.row, columns.file)};
        const record::Value line = table.value(found.row, columns.line);
        if (const auto* number = std::get_if<std::int32_t>(&line)) key.line = *number;
        const auto name = table.text(found.row, columns.table);
        key.describes = name == "header" || name == "child";
        const auto subjects = book_.book().subjects(found);
        const auto person = subjects.empty() ? std::nullopt : book_.book().find(record::item_of(book_.book().resolved(subjects.front())));
        if (person && &person->type() == &people_) {
            key.family = person->table->text(person->row, family_);
            key.given = person->table->text(person->row, given_);
            key.number = person->table->text(person->row, number_);
        }
        return key;
    }
    Columns columns;

private:
    const record::SeenBook& book_;
    const record::ItemType& people_ = record::type_of<record::Person>();
    std::size_t family_ = *people_.position("family_name");
    std::size_t given_ = *people_.position("given_name");
    std::size_t number_ = *people_.position("authority_id");
};

bool before(QuestionOrder order, const Key& a, const Key& b) {
    if (order == QuestionOrder::latest_first && a.found.head().seq != b.found.head().seq) return a.found.head().seq > b.found.head().seq;
    if (order == QuestionOrder::by_why && a.why != b.why) return a.why < b.why;
    // Those without a name come last, by number; of one child, what says who they are comes first.
    if (a.family.empty() != b.family.empty()) return b.family.empty();
    return std::tuple(a.family, a.given, a.number.size(), a.number, !a.describes, a.file, a.line, a.found.row) <
           std::tuple(b.family, b.given, b.number.size(), b.number, !b.describes, b.file, b.line, b.found.row);
}

bool fits(const QuestionFilter& filter, const Columns& columns, const record::Found& found) {
    const auto is = [&found](std::size_t column, const std::string& wanted) { return wanted.empty() || found.table->text(found.row, column) == wanted; };
    if (!is(columns.why, filter.why) || !is(columns.of_return, filter.of_return) || !is(columns.table, filter.table)) return false;
    return filter.import.is_none() || found.table->value(found.row, columns.import) == record::Value(filter.import);
}

using Counts = std::map<std::string, std::size_t, std::less<>>;

template <class Words>
std::vector<FilterChoice> choices(const Counts& counts, Words words) {
    std::vector<FilterChoice> all;
    for (const auto& [value, count] : counts) all.push_back({value, words(value), count});
    std::sort(all.begin(), all.end(), [](const FilterChoice& a, const FilterChoice& b) { return a.words < b.words; });
    return all;
}

QuestionRow row_of(const record::SeenBook& book, const record::Catalogue& catalogue, const Key& key) {
    const auto asks = key.found.table->item<ImportQuestion>(key.found.row);
    QuestionRow row;
    row.question = book.book().item_id(key.found);
    row.child_number = asks.child_number;
    const auto subjects = book.book().subjects(key.found);
    if (!subjects.empty()) {
        if (const auto child = book.child(subjects.front())) {
            row.child = child->id;
            row.child_name = child->name;
            row.child_number = child->person.authority_id;
        }
    }
    row.what = row_in_words(catalogue, asks.of_return, asks.table);
    row.why = asks.why.says();
    row.of_return = return_in_words(asks.of_return, asks.return_year);
    if (!asks.file.empty()) row.place = asks.line ? fmt::format("{}, line {}", asks.file, *asks.line) : asks.file;
    if (asks.answer.is_recorded()) {
        row.decided = decided_in_words(asks.why.code, asks.answer.code);
        row.decided_by = record::pages::worker_name(book.book(), book.book().recorded_by(key.found));
        row.decided_at = Instant::from_seconds(key.found.head().recorded_at);
    }
    return row;
}

ledger::ItemId next_after(const record::SeenBook& book, const Keys& keys, const std::vector<Key>& sorted, QuestionOrder order, ledger::ItemId after) {
    if (sorted.empty()) return {};
    const auto last = after.is_none() ? std::nullopt : book.book().find(after);
    if (!last || &last->type() != &keys.columns.type) return book.book().item_id(sorted.front().found);
    const Key key = keys.of(*last);
    const auto next = std::upper_bound(sorted.begin(), sorted.end(), key, [order](const Key& a, const Key& b) { return before(order, a, b); });
    return book.book().item_id((next == sorted.end() ? sorted.begin() : next)->found);
}

}  // namespace

QuestionFilter QuestionFilter::in(const web::Fields& fields) {
    QuestionFilter filter;
    if (fields.get("state") == "answered") filter.state = QuestionState::answered;
    if (fields.get("order") == "why") filter.order = QuestionOrder::by_why;
    if (fields.get("order") == "latest") filter.order = QuestionOrder::latest_first;
    filter.why = fields.get("why");
    filter.of_return = fields.get("return");
    filter.table = fields.get("table");
    filter.import = ledger::ItemId::parse(fields.get("import")).value_or(ledger::ItemId());
    return filter;
}

web::Link QuestionFilter::on(web::Link link) const {
    const auto add = [&link](std::string_view name, std::string_view value) {
        if (!value.empty()) link = link.with(name, value);
    };
    add("state", state == QuestionState::answered ? "answered" : "");
    add("order", order == QuestionOrder::by_why ? "why" : order == QuestionOrder::latest_first ? "latest" : "");
    add("why", why);
    add("return", of_return);
    add("table", table);
    add("import", import.is_none() ? "" : import.text());
    return link;
}

QuestionList question_list(const record::SeenBook& book, const record::Catalogue& catalogue, const QuestionFilter& filter, std::size_t page,
                           ledger::ItemId after) {
    const Keys keys(book);
    QuestionList list;
    list.filter = filter;
    std::vector<Key> sorted;
    Counts whys, returns, tables;
    book.each_of(keys.columns.type, [&](const record::Found& found) {
        const bool waits = found.table->text(found.row, keys.columns.answer).empty();
        ++(waits ? list.waiting : list.answered);
        if (waits != (filter.state == QuestionState::waiting)) return;
        ++whys[std::string(found.table->text(found.row, keys.columns.why))];
        ++returns[std::string(found.table->text(found.row, keys.columns.of_return))];
        ++tables[std::string(found.table->text(found.row, keys.columns.table))];
        if (fits(filter, keys.columns, found)) sorted.push_back(keys.of(found));
    });
    list.hidden = questions_waiting(book.book()) - list.waiting;
    std::sort(sorted.begin(), sorted.end(), [&filter](const Key& a, const Key& b) { return before(filter.order, a, b); });

    list.whys = choices(whys, [](const std::string& why) { return std::string(question_why.says(why)); });
    list.returns = choices(returns, [](const std::string& one) { return return_in_words(one, std::nullopt); });
    list.tables = choices(tables, [&](const std::string& table) {
        for (const Return one : {Return::ssda903, Return::cin_census})
            if (type_of_table(catalogue, key_of(one), table)) return table_in_words(catalogue, key_of(one), table);
        return table;
    });
    list.page = {1, rows_a_page, sorted.size()};
    list.page.page = std::clamp<std::size_t>(page, 1, list.page.pages());
    for (std::size_t i = list.page.first(); i < list.page.last(); ++i) list.rows.push_back(row_of(book, catalogue, sorted[i]));
    list.next = next_after(book, keys, sorted, filter.order, after);
    return list;
}

}  // namespace steadfast::returns::pages
