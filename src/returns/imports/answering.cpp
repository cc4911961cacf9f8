#include "returns/imports/answering.hpp"

#include "record/item/withdrawal.hpp"
#include "record/people/person.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/judging/compare.hpp"
#include "returns/layout/table_layout.hpp"

#include <algorithm>
#include <optional>

namespace steadfast::returns {
namespace {

using record::Found;
using record::Person;
using record::RowHead;

std::string_view code_of(Answer answer) {
    switch (answer) {
        case Answer::take_the_file: return "take_the_file";
        case Answer::keep_ours: return "keep_ours";
        case Answer::leave_out: return "leave_out";
    }
    return "";
}

/// Taking what a file gives, once a person has said that it is right.
class Taking {
public:
    Taking(record::Record& record, const ImportQuestion& asks, ledger::WorkerId by)
        : record_(record),
          book_(record.book()),
          asks_(asks),
          by_(by),
          layout_(
              layout_of(asks.of_return == key_of(Return::ssda903) ? Return::ssda903 : Return::cin_census, record.catalogue())) {}

    Result<std::vector<ledger::Change>> changes() {
        const auto table = layout_.table(asks_.table);
        if (!table)
            return refuse(Refusal::Kind::not_found, "This release knows no such table.",
                          "Leave the row out, or use a newer release.");
        table_ = &layout_.tables[*table];
        if (asks_.why.code == "gone_but_edited") return mark_gone();
        auto given = row();
        if (!given) return refuse(given.error());
        if (asks_.why.code == "perhaps_corrected_key") return correct_key(*given);
        if (!asks_.about.item.is_none()) return put_over(asks_.about.item, *given);
        return take_row(std::move(*given));
    }

private:
    Result<record::Content> row() const {
        ledger::Part part;
        part.body = asks_.row.text;
        return record::read_part(*table_->type, part);
    }

    Result<Found> find(ledger::ItemId item) const {
        const auto found = book_->find(item);
        if (found && &found->type() == table_->type) return *found;
        return refuse(Refusal::Kind::not_found, "What the question is about is no longer in the record.", "Leave the row out.");
    }

    /// The item's content whole. Of what was withdrawn, the Book has kept what it said.
    Result<record::Content> whole(const Found& found, ledger::Entry& entry) const {
        auto latest = record_.latest_entry(*book_, found);
        if (!latest) return refuse(latest.error());
        entry = std::move(*latest);
        if (!found.head().has(RowHead::withdrawn)) return record::read_part(found.type(), entry.shared.part);
        record::Content content;
        content.values = found.values();
        return content;
    }

    [[nodiscard]] ledger::Change version_of(const Found& found, const record::Content& content,
                                            const ledger::Entry& entry) const {
        ledger::Change change =
            record::change_of(found.type(), entry.item, found.head().version, book_->subjects(found), content, by_);
        for (const ledger::KeptPart& part : entry.parts) change.parts.push_back(part.part);
        change.key = ledger::IdempotencyKey::random();
        return change;
    }

    Result<std::vector<ledger::Change>> mark_gone() const {
        const auto found = find(asks_.about.item);
        if (!found) return refuse(found.error());
        ledger::Entry entry;
        auto content = whole(*found, entry);
        if (!content) return refuse(content.error());
        content->is_gone = true;
        return std::vector{version_of(*found, *content, entry)};
    }

    /// Fields that the question's file had a column for.
    [[nodiscard]] std::vector<bool> provided() const {
        std::vector<bool> provided(table_->type->fields().size(), false);
        for (const ColumnLayout& column : table_->columns)
            for (const std::uint16_t field : column.fields)
                provided[field] =
                    ("," + asks_.not_in_file + ",").find("," + std::string(table_->type->fields()[field].key) + ",") ==
                    std::string::npos;
        if (table_->link_field) provided[*table_->link_field] = true;
        if (table_->year_field) provided[*table_->year_field] = true;
        return provided;
    }

    Result<std::vector<ledger::Change>> put_over(ledger::ItemId item, const record::Content& given) const {
        const auto found = find(item);
        if (!found) return refuse(found.error());
        ledger::Entry entry;
        auto content = whole(*found, entry);
        if (!content) return refuse(content.error());
        content->values = merge(*table_, provided(), content->values, given.values).values;
        content->is_gone = false;
        return std::vector{version_of(*found, *content, entry)};
    }

    /// The item that was there takes the new key; what pointed to the new item points to it; the new item was recorded in error.
    Result<std::vector<ledger::Change>> correct_key(const record::Content& given) const {
        auto changes = put_over(asks_.about.item, given);
        if (!changes) return changes;
        const auto fresh = find(asks_.fresh.item);
        if (!fresh) return changes;
        const auto subjects = book_->subjects(*fresh);
        Result<void> pointed;
        book_->each_about(subjects.front(), [&](const Found& found) {
            if (!pointed) return;
            auto values = found.values();
            bool points = false;
            for (record::Value& value : values) {
                if (value != record::Value(asks_.fresh.item) || &found.type() == &record::type_of<ImportQuestion>()) continue;
                value = asks_.about.item;
                points = true;
            }
            if (!points) return;
            ledger::Entry entry;
            auto content = whole(found, entry);
            if (!content) {
                pointed = refuse(content.error());
                return;
            }
            for (std::size_t i = 0; i < values.size(); ++i)
                if (content->values[i] == record::Value(asks_.fresh.item)) content->values[i] = asks_.about.item;
            changes->push_back(version_of(found, *content, entry));
        });
        if (!pointed) return refuse(pointed.error());
        ledger::Change withdrawal = record::withdrawal_of(table_->type->key(), asks_.fresh.item, fresh->head().version, subjects,
                                                          "The same as another entry, whose key was corrected.", by_);
        withdrawal.key = ledger::IdempotencyKey::random();
        changes->push_back(std::move(withdrawal));
        return changes;
    }

    Result<std::vector<ledger::Change>> take_row(record::Content given) {
        std::vector<ledger::Change> changes;
        auto person = child(changes);
        if (!person) return refuse(person.error());
        if (table_->is_person) {
            if (!changes.empty()) {  // The person is new: the row itself describes them.
                changes.front() = new_item(given, person->bytes(), *person);
                return changes;
            }
            return put_over(record::item_of(*person), given);
        }
        if (table_->link_field) {
            const auto* link = std::get_if<ledger::ItemId>(&given.values[*table_->link_field]);
            if (link == nullptr || !book_->find(*link))
                return refuse(Refusal::Kind::clash, "What this row belongs to waits for an answer itself.", "Answer that first.");
        }
        if (const auto same_key = with_key_of(given, *person)) {
            auto over = put_over(*same_key, given);
            if (!over) return over;
            changes.insert(changes.end(), std::make_move_iterator(over->begin()), std::make_move_iterator(over->end()));
            return changes;
        }
        changes.push_back(new_item(given, asks_.would_be.item.bytes(), *person));
        return changes;
    }

    /// The person with the row's number; a new one where the record has none.
    Result<ledger::SubjectId> child(std::vector<ledger::Change>& changes) const {
        std::optional<ledger::SubjectId> found;
        bool several = false;
        const record::ItemType& type = record::type_of<Person>();
        const std::size_t number = *type.position("authority_id");
        book_->each_of(type, [&](const Found& one) {
            if (one.table->text(one.row, number) != asks_.child_number) return;
            const auto subject = book_->resolved(record::subject_of(book_->item_id(one)));
            several = several || (found && *found != subject);
            found = subject;
        });
        if (several)
            return refuse(Refusal::Kind::clash, "The record has two people under this child's number.",
                          "Merge them, or correct one's number; then answer again.");
        if (found) return *found;
        Person person;
        person.authority_id = asks_.child_number;
        person.born = asks_.born;
        const ledger::ItemId item = table_->is_person ? asks_.would_be.item : ledger::ItemId::random();
        changes.push_back(record::change_of(person, item, 0, {record::subject_of(item)}, by_));
        changes.back().key = ledger::IdempotencyKey::random();
        return record::subject_of(item);
    }

    [[nodiscard]] std::optional<ledger::ItemId> with_key_of(const record::Content& given, ledger::SubjectId person) const {
        std::optional<ledger::ItemId> same;
        const auto& fields = table_->type->fields();
        book_->each_about(person, [&](const Found& found) {
            if (&found.type() != table_->type || same) return;
            const auto held = found.values();
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (fields[i].is_natural_key && !same_value(fields[i], held[i], given.values[i])) return;
            same = book_->item_id(found);
        });
        return same;
    }

    [[nodiscard]] ledger::Change new_item(const record::Content& given, const IdBytes& item, ledger::SubjectId person) const {
        ledger::Change change = record::change_of(*table_->type, ledger::ItemId(item), 0, {person}, given, by_);
        change.key = ledger::IdempotencyKey::random();
        return change;
    }

    record::Record& record_;
    std::shared_ptr<const record::Book> book_;
    const ImportQuestion& asks_;
    ledger::WorkerId by_;
    ReturnLayout layout_;
    const TableLayout* table_ = nullptr;
};

}  // namespace

Result<void> answer_question(record::Record& record, ledger::ItemId question, Answer answer, ledger::WorkerId by) {
    const auto book = record.book();
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const auto found = book->find(question);
    if (!found || &found->type() != &type) return refuse(Refusal::Kind::not_found, "There is no such question.");
    const auto entry = record.latest_entry(*book, *found);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_part(type, entry->shared.part);
    if (!content) return refuse(content.error());
    auto asks = type.item_from<ImportQuestion>(content->values);
    if (asks.answer.is_recorded())
        return refuse(Refusal::Kind::clash, "This question was answered before.", "Look at what was decided.");

    std::vector<ledger::Change> changes;
    if (answer == Answer::take_the_file) {
        auto taken = Taking(record, asks, by).changes();
        if (!taken) return refuse(taken.error());
        changes = std::move(*taken);
    }
    asks.answer.code = code_of(answer);
    changes.push_back(record::change_of(asks, question, found->head().version, book->subjects(*found), by));
    changes.back().key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait(std::move(changes));
    if (!saved) return refuse(saved.error());
    return {};
}

std::size_t questions_waiting(const record::Book& book) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const std::size_t answer = *type.position("answer");
    std::size_t waiting = 0;
    book.each_of(type, [&](const Found& found) { waiting += found.table->text(found.row, answer).empty() ? 1 : 0; });
    return waiting;
}

}  // namespace steadfast::returns
