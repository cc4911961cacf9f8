#include "record/item/withdrawal.hpp"
#include "record/people/person.hpp"
#include "returns/imports/answering.hpp"
#include "returns/imports/asked_row.hpp"

#include <algorithm>
#include <sstream>

namespace steadfast::returns {
namespace {

/// A version that an answer recorded.
struct Recorded {
    ledger::ItemId item;
    std::uint32_t version = 0;
};

std::vector<Recorded> recorded_by(const ImportQuestion& asks) {
    std::vector<Recorded> all;
    std::istringstream lines(asks.changed.text);
    std::string item;
    std::uint32_t version = 0;
    while (lines >> item >> version)
        if (const auto id = ledger::ItemId::parse(item)) all.push_back({*id, version});
    return all;
}

tl::unexpected<Refusal> changed_since() {
    return refuse(Refusal::Kind::clash, "Somebody has changed since what this answer recorded, and theirs stays.",
                  "Open it and put right there what is wrong.");
}

class TakingBack {
public:
    TakingBack(record::Record& record, const AskedRow& row, ledger::WorkerId by) : record_(record), row_(row), by_(by), recorded_(recorded_by(row.asks)) {}

    Result<std::vector<ledger::Change>> changes() const {
        std::vector<ledger::Change> changes;
        for (const Recorded& one : recorded_) {
            auto back = as_before(one);
            if (!back) return refuse(back.error());
            changes.push_back(std::move(*back));
            changes.back().key = ledger::IdempotencyKey::random();
        }
        return changes;
    }

private:
    Result<ledger::Change> as_before(const Recorded& one) const {
        const auto found = row_.book->find(one.item);
        if (!found || found->head().version != one.version) return changed_since();
        const auto entries = record_.ledger().store().entries_of(one.item, row_.book->head().seq);
        if (!entries) return refuse(entries.error());
        const auto subjects = row_.book->subjects(*found);
        const ledger::Entry* before = counted_before(*entries, one.version);
        const std::string_view type = found->type().key();
        if (before == nullptr) {
            if (&found->type() == &record::type_of<record::Person>() && is_known_by_more(subjects.front())) return changed_since();
            return record::withdrawal_of(type, one.item, one.version, subjects, "The answer that recorded this was taken back.", by_);
        }
        if (before->kind == ledger::Kind::withdrawn)
            return record::withdrawal_of(type, one.item, one.version, subjects, record::withdrawn_because(before->shared.part), by_);
        if (before->shared.destroyed) return changed_since();
        ledger::Change change;
        change.item = one.item;
        change.starts_from = one.version;
        change.type = type;
        change.subjects = before->subjects;
        change.happened = before->happened;
        change.recorded_by = by_;
        change.shared = before->shared.part;
        for (const ledger::KeptPart& part : before->parts) change.parts.push_back(part.part);
        return change;
    }

    /// The version before one, passing over those of imports that were struck out; none where it was the first.
    [[nodiscard]] const ledger::Entry* counted_before(const std::vector<ledger::Entry>& entries, std::uint32_t version) const {
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
            if (entry->version < version && (entry->batch.is_none() || row_.book->find(ledger::ItemId(entry->batch.bytes())))) return &*entry;
        return nullptr;
    }

    /// Whether something is recorded about a person that this answer did not bring.
    [[nodiscard]] bool is_known_by_more(ledger::SubjectId person) const {
        bool more = false;
        row_.book->each_about(person, [&](const record::Found& found) {
            const auto item = row_.book->item_id(found);
            more = more || std::none_of(recorded_.begin(), recorded_.end(), [&](const Recorded& one) { return one.item == item; });
        });
        return more;
    }

    record::Record& record_;
    const AskedRow& row_;
    ledger::WorkerId by_;
    std::vector<Recorded> recorded_;
};

}  // namespace

Result<void> take_back_answer(record::Record& record, ledger::ItemId question, ledger::WorkerId by, std::vector<ledger::AccessLine> lines) {
    const auto book = record.book();
    auto row = asked_row(record, *book, question);
    if (!row) return refuse(row.error());
    if (row->waits()) return refuse(Refusal::Kind::clash, "This question waits for an answer.", "There is nothing to take back.");
    auto changes = TakingBack(record, *row, by).changes();
    if (!changes) return refuse(changes.error());
    row->asks.answer.code.clear();
    row->asks.changed.text.clear();
    changes->push_back(record::change_of(row->asks, question, row->version, row->subjects, by));
    changes->back().key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait(std::move(*changes), std::move(lines));
    if (!saved) return refuse(saved.error());
    return {};
}

}  // namespace steadfast::returns
