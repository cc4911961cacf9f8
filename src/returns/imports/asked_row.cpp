#include "returns/imports/asked_row.hpp"

#include "record/people/person.hpp"
#include "returns/imports/asked_questions.hpp"
#include "returns/judging/compare.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

using record::Found;
using record::Person;

/// Fields that the question's file had a column for.
std::vector<bool> provided_by(const TableLayout& table, std::string_view not_in_file) {
    std::vector<bool> provided(table.type->fields().size(), false);
    const std::string missing = "," + std::string(not_in_file) + ",";
    for (const ColumnLayout& column : table.columns)
        for (const std::uint16_t field : column.fields)
            provided[field] = missing.find("," + std::string(table.type->fields()[field].key) + ",") == std::string::npos;
    if (table.link_field) provided[*table.link_field] = true;
    if (table.year_field) provided[*table.year_field] = true;
    return provided;
}

std::vector<ledger::SubjectId> people_with_number(const record::Book& book, std::string_view wanted) {
    std::vector<ledger::SubjectId> people;
    if (wanted.empty()) return people;
    const record::ItemType& type = record::type_of<Person>();
    const std::size_t number = *type.position("authority_id");
    book.each_of(type, [&](const Found& one) {
        if (one.table->text(one.row, number) != wanted) return;
        const auto subject = book.resolved(record::subject_of(book.item_id(one)));
        if (std::find(people.begin(), people.end(), subject) == people.end()) people.push_back(subject);
    });
    return people;
}

std::optional<Found> with_key_of(const record::Book& book, const TableLayout& table, const record::Content& given,
                                 ledger::SubjectId child) {
    std::optional<Found> same;
    const auto& fields = table.type->fields();
    book.each_about(child, [&](const Found& found) {
        if (&found.type() != table.type || same) return;
        const auto values = found.values();
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].is_natural_key && !same_value(fields[i], values[i], given.values[i])) return;
        same = found;
    });
    return same;
}

/// What the question names, or else what the row would meet in the record today.
std::optional<Found> held_for(const AskedRow& row, const TableLayout& table) {
    const auto item = [&](ledger::ItemId id) {
        const auto found = row.book->find(id);
        return found && &found->type() == table.type ? found : std::nullopt;
    };
    if (!row.asks.about.item.is_none()) return item(row.asks.about.item);
    if (row.children.size() != 1 || !row.has_row()) return std::nullopt;
    if (table.is_person) return item(record::item_of(row.children.front()));
    return with_key_of(*row.book, table, row.given, row.children.front());
}

}  // namespace

Reason AskedRow::why() const {
    for (auto reason = Reason::born_differs_from_record; reason <= Reason::perhaps_corrected_key;
         reason = static_cast<Reason>(static_cast<int>(reason) + 1))
        if (key_of(reason) == asks.why.code) return reason;
    return Reason::child_waits;
}

ledger::ItemId AskedRow::belongs_to() const {
    if (table() == nullptr || !table()->link_field || !has_row()) return {};
    const auto* link = std::get_if<ledger::ItemId>(&given.values[*table()->link_field]);
    return link == nullptr ? ledger::ItemId() : *link;
}

bool AskedRow::belongs_to_waiting() const {
    if (table() == nullptr || !table()->link_field || !has_row()) return false;
    return belongs_to().is_none() || !book->find(belongs_to());
}

Result<AskedRow> asked_row(record::Record& record, const record::Book& book, ledger::ItemId question) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const auto found = book.find(question);
    if (!found || &found->type() != &type)
        return refuse(Refusal::Kind::not_found, "There is no such question.", "Look among the questions that wait.");
    const auto entry = record.latest_entry(book, *found);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_part(type, entry->shared.part);
    if (!content) return refuse(content.error());

    AskedRow row;
    row.question = question;
    row.version = found->head().version;
    row.subjects = book.subjects(*found);
    row.asks = type.item_from<ImportQuestion>(content->values);
    row.layout = layout_of(row.asks.of_return == key_of(Return::ssda903) ? Return::ssda903 : Return::cin_census, record.catalogue());
    row.table_number = row.layout.table(row.asks.table);
    row.children = people_with_number(book, row.asks.child_number);
    row.book = &book;
    const TableLayout* table = row.table();
    if (table == nullptr) return row;

    row.provided = provided_by(*table, row.asks.not_in_file);
    if (!row.asks.row.text.empty()) {
        ledger::Part part;
        part.body = row.asks.row.text;
        if (auto given = record::read_part(*table->type, part)) row.given = std::move(*given);
    }
    row.held = held_for(row, *table);
    if (row.held && row.has_row()) row.taken = merge(*table, row.provided, row.held->values(), row.given.values).values;
    return row;
}

}  // namespace steadfast::returns
