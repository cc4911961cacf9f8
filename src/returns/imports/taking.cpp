#include "returns/imports/taking.hpp"

#include "record/item/withdrawal.hpp"
#include "record/people/person.hpp"
#include "returns/imports/changes.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

using record::Found;
using record::Person;
using record::RowHead;

class Taking {
public:
    Taking(record::Record& record, const AskedRow& row, ledger::WorkerId by) : record_(record), row_(row), by_(by), table_(*row.table()) {}

    Result<std::vector<ledger::Change>> changes() const {
        if (row_.is_gone()) return mark_gone();
        if (!row_.has_row())
            return refuse(Refusal::Kind::invalid, "This release can't read the row.", "Leave the row out, or use a newer release.");
        if (row_.why() == Reason::perhaps_corrected_key) return correct_key();
        if (!row_.asks.about.item.is_none()) return put_over_held();
        return take_row();
    }

private:
    static tl::unexpected<Refusal> no_longer_there() {
        return refuse(Refusal::Kind::clash, "What the question is about is no longer in the record.",
                      "Nothing is left to change: say that the record is right, or leave the row out.");
    }

    /// The item's content whole. Of what was withdrawn, the Book has kept what it said.
    Result<record::Content> whole(const Found& found, ledger::Entry& entry) const {
        auto latest = record_.latest_entry(*row_.book, found);
        if (!latest) return refuse(latest.error());
        entry = std::move(*latest);
        if (!found.head().has(RowHead::withdrawn)) return record::read_part(found.type(), entry.shared.part);
        record::Content content;
        content.values = found.values();
        return content;
    }

    [[nodiscard]] ledger::Change version_of(const Found& found, const record::Content& content, const ledger::Entry& entry) const {
        ledger::Change change =
            record::change_of(found.type(), entry.item, found.head().version, row_.book->subjects(found), content, by_);
        for (const ledger::KeptPart& part : entry.parts) change.parts.push_back(part.part);
        change.key = ledger::IdempotencyKey::random();
        return change;
    }

    Result<std::vector<ledger::Change>> mark_gone() const {
        if (!row_.held || row_.held->head().has(RowHead::withdrawn)) return no_longer_there();
        ledger::Entry entry;
        auto content = whole(*row_.held, entry);
        if (!content) return refuse(content.error());
        content->is_gone = true;
        return std::vector{version_of(*row_.held, *content, entry)};
    }

    Result<std::vector<ledger::Change>> put_over_held() const {
        const bool is_to_come_back = row_.why() == Reason::recorded_in_error;
        if (!row_.held || (row_.held->head().has(RowHead::withdrawn) && !is_to_come_back)) return no_longer_there();
        ledger::Entry entry;
        auto content = whole(*row_.held, entry);
        if (!content) return refuse(content.error());
        for (std::size_t i = 0; i < content->values.size(); ++i)
            if (table_.type->fields()[i].kind != record::FieldKind::narrative) content->values[i] = row_.taken[i];
        content->unknown = join_unknown(content->unknown, row_.given.unknown);
        content->is_gone = false;
        return std::vector{version_of(*row_.held, *content, entry)};
    }

    /// The item that was there takes the new key; what pointed to the new item points to it; the new item was recorded in error.
    Result<std::vector<ledger::Change>> correct_key() const {
        auto changes = put_over_held();
        if (!changes) return changes;
        const auto fresh = row_.book->find(row_.asks.fresh.item);
        if (!fresh || fresh->head().has(RowHead::withdrawn)) return changes;
        const auto subjects = row_.book->subjects(*fresh);
        Result<void> pointed;
        row_.book->each_about(subjects.front(), [&](const Found& found) {
            if (!pointed || &found.type() == &record::type_of<ImportQuestion>()) return;
            const auto values = found.values();
            if (std::find(values.begin(), values.end(), record::Value(row_.asks.fresh.item)) == values.end()) return;
            ledger::Entry entry;
            auto content = whole(found, entry);
            if (!content) {
                pointed = refuse(content.error());
                return;
            }
            for (record::Value& value : content->values)
                if (value == record::Value(row_.asks.fresh.item)) value = row_.asks.about.item;
            changes->push_back(version_of(found, *content, entry));
        });
        if (!pointed) return refuse(pointed.error());
        ledger::Change withdrawal = record::withdrawal_of(table_.type->key(), row_.asks.fresh.item, fresh->head().version, subjects,
                                                          "The same as another entry, whose key was corrected.", by_);
        withdrawal.key = ledger::IdempotencyKey::random();
        changes->push_back(std::move(withdrawal));
        return changes;
    }

    Result<std::vector<ledger::Change>> take_row() const {
        if (row_.children.size() > 1)
            return refuse(Refusal::Kind::clash, "The record has two people under this child's number.",
                          "Merge them, or correct one's number; then answer again.");
        if (row_.belongs_to_waiting())
            return refuse(Refusal::Kind::clash, "What this row belongs to waits for an answer itself.", "Answer that first.");
        if (row_.held) return put_over_held();
        if (table_.is_person) return std::vector{new_item(row_.asks.would_be.item, ledger::SubjectId(row_.asks.would_be.item.bytes()))};
        std::vector<ledger::Change> changes;
        const ledger::SubjectId child = row_.children.empty() ? add_person(changes) : row_.children.front();
        changes.push_back(new_item(row_.asks.would_be.item, child));
        return changes;
    }

    /// A child whom nobody has recorded yet, by what stands in the row.
    ledger::SubjectId add_person(std::vector<ledger::Change>& changes) const {
        Person person;
        person.authority_id = row_.asks.child_number;
        person.born = row_.asks.born;
        const auto item = ledger::ItemId::random();
        changes.push_back(record::change_of(person, item, 0, {record::subject_of(item)}, by_));
        changes.back().key = ledger::IdempotencyKey::random();
        return record::subject_of(item);
    }

    /// It stands there already, withdrawn, where the same answer was given before and taken back.
    [[nodiscard]] ledger::Change new_item(ledger::ItemId item, ledger::SubjectId child) const {
        const auto before = row_.book->find(item);
        const std::uint32_t starts_from = before ? before->head().version : 0;
        ledger::Change change = record::change_of(*table_.type, item, starts_from, {child}, row_.given, by_);
        change.key = ledger::IdempotencyKey::random();
        return change;
    }

    record::Record& record_;
    const AskedRow& row_;
    ledger::WorkerId by_;
    const TableLayout& table_;
};

}  // namespace

Result<std::vector<ledger::Change>> changes_of_taking(record::Record& record, const AskedRow& row, ledger::WorkerId by) {
    if (row.table() == nullptr)
        return refuse(Refusal::Kind::not_found, "This release knows no such table.", "Leave the row out, or use a newer release.");
    return Taking(record, row, by).changes();
}

}  // namespace steadfast::returns
