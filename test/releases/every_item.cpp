#include "every_item.hpp"

#include "record/item/every_field_filled.hpp"
#include "record/item/withdrawal.hpp"
#include "record/people/person.hpp"
#include "record/workers/worker.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>

namespace steadfast::releases {
namespace {

using ledger::Change;
using ledger::ItemId;
using ledger::Kind;
using ledger::SubjectId;

/// Saves one change after the other; after the first refusal nothing more.
class Recorder {
public:
    Recorder(record::Record& record, StandingClock& clock, ledger::WorkerId by) : record_(record), clock_(clock), by_(by) {}

    void save(Change change) {
        if (!done_) return;
        clock_.put(clock_.now().plus_seconds(3600));
        change.recorded_by = by_;
        if (change.batch.is_none()) change.key = ledger::IdempotencyKey::random();
        if (auto saved = record_.ledger().save_and_wait({std::move(change)}); !saved) done_ = refuse(saved.error());
    }
    /// An item with something in every field, about each in turn what stands in a part of their own.
    ItemId save_filled(const record::ItemType& type, std::vector<SubjectId> about, ledger::BatchId batch = {}) {
        const bool is_person = &type == &record::type_of<record::Person>();
        const auto item = ItemId::random();
        if (is_person) about = {record::subject_of(item)};
        Change change = filled(type, item, 0, std::move(about));
        change.batch = batch;
        save(std::move(change));
        return item;
    }
    Change filled(const record::ItemType& type, ItemId item, std::uint32_t starts_from, std::vector<SubjectId> about) const {
        record::Content content;
        content.values = record::every_field_filled(type);
        Change change = record::change_of(type, item, starts_from, std::move(about), content, by_);
        const ledger::Part part = record::write_part_about(type, content);
        if (!part.is_empty()) change.parts.assign(change.subjects.size(), part);
        return change;
    }
    void destroy_shared_part(ItemId item, std::vector<SubjectId> about) {
        if (!done_) return;
        const auto found = record_.book()->find(item);
        Change order;
        order.kind = Kind::destroyed;
        order.item = ItemId::random();
        order.type = "destruction";
        order.subjects = std::move(about);
        order.recorded_by = by_;
        order.key = ledger::IdempotencyKey::random();
        order.shared.body = "{}";
        if (auto done = record_.ledger().destroy(std::move(order), {{found->head().seq, true, {}}}, {}); !done) done_ = refuse(done.error());
    }
    [[nodiscard]] Result<void> done() const { return done_; }
    [[nodiscard]] ledger::WorkerId by() const { return by_; }

private:
    record::Record& record_;
    StandingClock& clock_;
    ledger::WorkerId by_;
    Result<void> done_;
};

Change of_kind(Kind kind, ItemId item, std::uint32_t starts_from, std::string type, std::vector<SubjectId> about) {
    Change change;
    change.kind = kind;
    change.item = item;
    change.starts_from = starts_from;
    change.type = std::move(type);
    change.subjects = std::move(about);
    change.shared.body = "{}";
    return change;
}

void record_imports(Recorder& recorder, const record::ItemType& type, SubjectId child) {
    for (const Kind end : {Kind::batch_closed, Kind::batch_struck_out}) {
        const auto import = ItemId::random();
        recorder.save_filled(type, {child}, ledger::BatchId(import.bytes()));
        recorder.save(of_kind(end, import, 0, "import", {}));
    }
    recorder.save_filled(type, {child}, ledger::BatchId::random());   // Never ended.
}

void record_strangers(Recorder& recorder, const record::ItemType& type, SubjectId child) {
    Change with_unknown_fields = of_kind(Kind::saved, ItemId::random(), 0, std::string(type.key()), {child});
    with_unknown_fields.shared = {R"({"from_a_later_release":{"a":[1,"x"]}})", R"({"a_later_text":"kept"})"};
    recorder.save(std::move(with_unknown_fields));
    Change of_unknown_type = of_kind(Kind::saved, ItemId::random(), 0, "from_a_later_release", {child});
    of_unknown_type.shared.body = R"({"something":1})";
    recorder.save(std::move(of_unknown_type));
}

void record_every_kind(Recorder& recorder, const record::ItemType& note) {
    std::vector<SubjectId> children;
    for (int i = 0; i < 3; ++i) children.push_back(record::subject_of(recorder.save_filled(record::type_of<record::Person>(), {})));
    const auto [first, second, twin] = std::array{children[0], children[1], children[2]};

    const auto changed = recorder.save_filled(note, {first, second});
    recorder.save(recorder.filled(note, changed, 1, {first, second}));
    const auto in_error = recorder.save_filled(note, {first});
    recorder.save(record::withdrawal_of(note.key(), in_error, 1, {first}, "About \"another\" child", recorder.by()));
    const auto moved = recorder.save_filled(note, {first});
    Change move = recorder.filled(note, moved, 1, {second});
    move.kind = Kind::moved;
    recorder.save(std::move(move));

    const auto merge = ItemId::random();
    recorder.save(of_kind(Kind::merged, merge, 0, "merge", {first, twin}));
    recorder.save(of_kind(Kind::unmerged, merge, 1, "merge", {first, twin}));
    recorder.save(of_kind(Kind::merged, merge, 2, "merge", {second, twin}));
    recorder.save_filled(note, {twin});

    record_imports(recorder, note, first);
    record_strangers(recorder, note, first);
    const auto destroyed = recorder.save_filled(note, {second});
    recorder.destroy_shared_part(destroyed, {second});
}

}  // namespace

Result<std::vector<std::string>> missing_from(record::Record& record) {
    std::map<std::string_view, std::vector<bool>> recorded;
    for (const record::ItemType* type : record.catalogue().all()) recorded[type->key()].resize(type->fields().size());
    const auto read = record.ledger().store().read_whole(1, std::numeric_limits<std::int64_t>::max(), [&](const ledger::Entry& entry) {
        const record::ItemType* type = record.catalogue().find(entry.type);
        if (!type || entry.kind != Kind::saved) return true;
        const auto note = [&](const ledger::Part& part) {
            const auto content = record::read_part(*type, part);
            for (std::size_t i = 0; content && i < content->values.size(); ++i)
                if (record::is_recorded(content->values[i])) recorded[type->key()][i] = true;
        };
        note(entry.shared.part);
        for (const auto& part : entry.parts) note(part.part);
        return true;
    });
    if (!read) return refuse(read.error());

    std::vector<std::string> missing;
    for (const record::ItemType* type : record.catalogue().all()) {
        const auto& fields = recorded[type->key()];
        const bool has_any = std::find(fields.begin(), fields.end(), true) != fields.end();
        if (!has_any) missing.emplace_back(type->key());
        for (std::size_t i = 0; has_any && i < fields.size(); ++i)
            if (!fields[i]) missing.push_back(fmt::format("{}.{}", type->key(), type->fields()[i].key));
    }
    return missing;
}

Result<void> record_what_is_missing(record::Record& record, StandingClock& clock) {
    const bool is_begun = record.ledger().head().seq != 0;
    Recorder recorder(record, clock, ledger::WorkerId::random());
    if (!is_begun) record_every_kind(recorder, *record.catalogue().find("case_note"));
    if (!recorder.done()) return recorder.done();

    const auto missing = missing_from(record);
    if (!missing) return refuse(missing.error());
    for (const record::ItemType* type : record.catalogue().all()) {
        const auto lacks = [type](const std::string& one) { return one.substr(0, one.find('.')) == type->key(); };
        if (std::none_of(missing->begin(), missing->end(), lacks)) continue;
        // What happens in a child's life is about them; a worker, the council and the like are about nobody.
        std::vector<SubjectId> about;
        if (type->happened_field()) about = {SubjectId::random(), SubjectId::random()};
        recorder.save_filled(*type, std::move(about));
    }
    return recorder.done();
}

}  // namespace steadfast::releases
