#include "ledger/postgresql/entry_rows.hpp"

#include <algorithm>
#include <cstring>

namespace steadfast::ledger::postgresql {
namespace {

/// `column(i)` says where the i-th column's value goes.
template <class Column>
void put_columns(const Entry& entry, Column&& column) {
    column(0).int8(static_cast<std::int64_t>(entry.seq));
    column(1).timestamp(entry.recorded_at);
    column(2).uuid(entry.item.bytes());
    column(3).uuid(entry.recorded_by.bytes());
    column(4).uuid_or_null(entry.key.bytes());
    column(5).uuid_or_null(entry.batch.bytes());
    column(6).int4(static_cast<std::int32_t>(entry.version));
    column(7).int2(static_cast<std::int16_t>(entry.kind));
    column(8).text(entry.type);

    std::vector<std::uint8_t> bytes;
    for (const SubjectId& subject : entry.subjects) bytes.insert(bytes.end(), subject.bytes().bytes.begin(), subject.bytes().bytes.end());
    column(9).bytes(bytes);
    if (entry.shared.destroyed) {
        column(10).null();
    } else {
        column(10).bytes(entry.happened.canonical());
    }
    column(11).bytes(entry.hash);
    bytes.assign(entry.shared.digest.begin(), entry.shared.digest.end());
    for (const KeptPart& part : entry.parts) bytes.insert(bytes.end(), part.digest.begin(), part.digest.end());
    column(12).bytes(bytes);

    if (entry.shared.destroyed) {
        column(13).null();
        column(14).null();
        column(15).null();
    } else {
        column(13).bytes(entry.shared.salt);
        column(14).text(entry.shared.part.body);
        column(15).text(entry.shared.part.narrative);
    }
}

/// Salts, bodies and narratives of the subjects' own parts; NULL in the place of one that was destroyed.
void put_parts(const Entry& entry, Fields& row) {
    if (entry.parts.empty()) {
        row.null().null().null();
        return;
    }
    Fields salts;
    Fields bodies;
    Fields narratives;
    for (const KeptPart& part : entry.parts) {
        if (part.destroyed) {
            salts.null();
            bodies.null();
            narratives.null();
        } else {
            salts.bytes(part.salt);
            bodies.text(part.part.body);
            narratives.text(part.part.narrative);
        }
    }
    row.array(Element::bytes, salts).array(Element::text, bodies).array(Element::text, narratives);
}

template <std::size_t Size>
void copy_into(std::array<std::uint8_t, Size>& to, std::span<const std::uint8_t> from) {
    if (from.size() == Size) std::memcpy(to.data(), from.data(), Size);
}

void take_subjects(const Field& field, std::vector<SubjectId>& subjects) {
    const auto bytes = field.bytes();
    subjects.clear();
    subjects.reserve(bytes.size() / 16);
    for (std::size_t at = 0; at + 16 <= bytes.size(); at += 16) subjects.push_back(*SubjectId::from(bytes.subspan(at, 16)));
}

When take_happened(const Field& field) {
    std::array<std::uint8_t, 14> canonical{};
    if (field.bytes().size() != canonical.size()) return {};
    copy_into(canonical, field.bytes());
    return When::from_canonical(canonical).value_or(When());
}

KeptPart kept_part(const Field& salt, const Field& body, const Field& narrative) {
    KeptPart kept;
    kept.destroyed = salt.is_null();
    copy_into(kept.salt, salt.bytes());
    kept.part = {std::string(body.text()), std::string(narrative.text())};
    return kept;
}

}  // namespace

void put_entry(const Entry& entry, Fields& row) {
    put_columns(entry, [&](std::size_t) -> Fields& { return row; });
    put_parts(entry, row);
}

void put_entry(const Entry& entry, std::array<Fields, columns_without_parts>& columns) {
    put_columns(entry, [&](std::size_t column) -> Fields& { return columns[column]; });
}

Entry take_entry(std::span<const Field> row) {
    Entry entry;
    entry.seq = static_cast<Sequence>(row[0].int8());
    entry.recorded_at = row[1].timestamp();
    entry.item = ItemId(row[2].uuid());
    entry.recorded_by = WorkerId(row[3].uuid());
    entry.key = IdempotencyKey(row[4].uuid());
    entry.batch = BatchId(row[5].uuid());
    entry.version = static_cast<std::uint32_t>(row[6].int4());
    entry.kind = static_cast<Kind>(row[7].int2());
    entry.type = row[8].text();
    take_subjects(row[9], entry.subjects);
    entry.happened = take_happened(row[10]);
    copy_into(entry.hash, row[11].bytes());
    entry.shared = kept_part(row[13], row[14], row[15]);
    copy_into(entry.previous_hash, row[19].bytes());

    std::vector<Field> salts;
    std::vector<Field> bodies;
    std::vector<Field> narratives;
    row[16].array_into(salts);
    row[17].array_into(bodies);
    row[18].array_into(narratives);
    const std::size_t parts = std::min({salts.size(), bodies.size(), narratives.size()});
    for (std::size_t i = 0; i < parts; ++i) entry.parts.push_back(kept_part(salts[i], bodies[i], narratives[i]));

    const auto digests = row[12].bytes();
    const std::size_t size = entry.shared.digest.size();
    if (digests.size() >= size) copy_into(entry.shared.digest, digests.first(size));
    for (std::size_t i = 0; i < parts && (i + 2) * size <= digests.size(); ++i) {
        copy_into(entry.parts[i].digest, digests.subspan((i + 1) * size, size));
    }
    return entry;
}

std::string_view TypeNames::kept(std::string_view type) {
    const std::scoped_lock lock(mutex_);
    const auto found = names_.find(type);
    return found != names_.end() ? *found : *names_.emplace(type).first;
}

const EntryView& ViewReader::take(std::span<const Field, columns_of_view> row) {
    view_.seq = static_cast<Sequence>(row[0].int8());
    view_.kind = static_cast<Kind>(row[1].int2());
    view_.item = ItemId(row[2].uuid());
    view_.version = static_cast<std::uint32_t>(row[3].int4());
    view_.type = kept(row[4].text());
    take_subjects(row[5], subjects_);
    view_.subjects = subjects_;
    view_.happened = take_happened(row[6]);
    view_.recorded_at = row[7].timestamp();
    view_.recorded_by = WorkerId(row[8].uuid());
    view_.batch = BatchId(row[9].uuid());
    view_.body = row[10].text();
    bodies_.clear();
    if (!row[11].is_null()) {
        row[11].array_into(elements_);
        for (const Field& body : elements_) bodies_.push_back(body.text());
    }
    view_.bodies = bodies_;
    return view_;
}

std::string_view ViewReader::kept(std::string_view type) {
    if (const auto found = known_.find(type); found != known_.end()) return found->second;
    const std::string_view name = names_.kept(type);
    known_.emplace(name, name);
    return name;
}

}  // namespace steadfast::ledger::postgresql
