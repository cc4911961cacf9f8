#include "ledger/postgresql/append_statements.hpp"

#include "ledger/postgresql/access_log.hpp"
#include "ledger/postgresql/entry_rows.hpp"

#include <algorithm>
#include <map>

namespace steadfast::ledger::postgresql {
namespace {

constexpr Statement insert_entries{
    "insert_entries",
    "INSERT INTO entries (seq, recorded_at, item, recorded_by, key, batch, version, kind, type, subjects, happened, hash, digests, salt, body, narrative) "
    "SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::integer[], $8::smallint[], "
    "$9::text[], $10::bytea[], $11::bytea[], $12::bytea[], $13::bytea[], $14::bytea[], $15::text[], $16::text[])"};

// Arrays of arrays must be rectangular, so an entry with parts of its subjects goes by itself.
constexpr Statement insert_entry_with_parts{
    "insert_entry_with_parts",
    "INSERT INTO entries VALUES ($1::bigint, $2::timestamptz, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::integer, $8::smallint, $9::text, "
    "$10::bytea, $11::bytea, $12::bytea, $13::bytea, $14::bytea, $15::text, $16::text, $17::bytea[], $18::text[], $19::text[])"};

constexpr Statement insert_subjects{"insert_subjects",
                                    "INSERT INTO entry_subjects (subject, seq) SELECT * FROM unnest($1::uuid[], $2::bigint[])"};

constexpr Statement destroy_shared_part{
    "destroy_shared_part", "UPDATE entries SET happened = NULL, salt = NULL, body = NULL, narrative = NULL WHERE seq = $1::bigint"};

constexpr Statement destroy_subject_part{
    "destroy_subject_part",
    "UPDATE entries SET part_salts[$2::integer] = NULL, part_bodies[$2::integer] = NULL, part_narratives[$2::integer] = NULL "
    "WHERE seq = $1::bigint AND part_salts IS NOT NULL AND $2::integer BETWEEN 1 AND array_length(part_salts, 1)"};

/// The types of the first sixteen columns of `entries`.
constexpr std::array<Element, columns_without_parts> column_types{
    Element::int8, Element::timestamp, Element::uuid, Element::uuid,  Element::uuid,  Element::uuid,  Element::int4,  Element::int2,
    Element::text, Element::bytes,     Element::bytes, Element::bytes, Element::bytes, Element::bytes, Element::text, Element::text};

void put_entries(Pipeline& pipeline, std::span<const Entry> group) {
    std::array<Fields, columns_without_parts> columns;
    bool has_rows = false;
    for (const Entry& entry : group) {
        if (entry.parts.empty()) {
            put_entry(entry, columns);
            has_rows = true;
        } else {
            Fields row;
            put_entry(entry, row);
            pipeline.send(insert_entry_with_parts, row);
        }
    }
    if (!has_rows) return;
    Fields parameters;
    for (std::size_t i = 0; i < columns.size(); ++i) parameters.array(column_types[i], columns[i]);
    pipeline.send(insert_entries, parameters);
}

void put_subjects(Pipeline& pipeline, std::span<const Entry> group) {
    Fields subjects;
    Fields sequences;
    for (const Entry& entry : group) {
        for (const SubjectId& subject : entry.subjects) {
            subjects.uuid(subject.bytes());
            sequences.int8(static_cast<std::int64_t>(entry.seq));
        }
    }
    if (subjects.count() == 0) return;
    Fields parameters;
    parameters.array(Element::uuid, subjects).array(Element::int8, sequences);
    pipeline.send(insert_subjects, parameters);
}

Batch::State state_after(Kind kind) {
    if (kind == Kind::batch_closed) return Batch::State::closed;
    if (kind == Kind::batch_struck_out) return Batch::State::struck_out;
    return Batch::State::open;
}

}  // namespace

const Statement begin_transaction{"begin_transaction", "BEGIN"};
const Statement commit_transaction{"commit_transaction", "COMMIT"};
const Statement expect_head{"expect_head", "SELECT expect_head($1::bigint, $2::bytea)"};

const Statement insert_batches{
    "insert_batches",
    "INSERT INTO batches AS known SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::smallint[]) "
    "ON CONFLICT (batch) DO UPDATE SET first = CASE WHEN known.first = 0 THEN excluded.first ELSE known.first END, "
    "last = greatest(known.last, excluded.last), "
    "ended = CASE WHEN excluded.state <> 0 THEN excluded.ended ELSE known.ended END, "
    "state = CASE WHEN excluded.state <> 0 THEN excluded.state ELSE known.state END"};

Attempt<void> prepare_appending(Connection& connection) {
    for (const Statement* statement : {&begin_transaction, &commit_transaction, &expect_head, &insert_entries, &insert_entry_with_parts,
                                       &insert_subjects, &insert_batches, &insert_access_lines, &destroy_shared_part, &destroy_subject_part}) {
        if (auto prepared = connection.prepare(*statement); !prepared) return prepared;
    }
    return {};
}

Fields head_fields(const Head& head) {
    Fields fields;
    fields.int8(static_cast<std::int64_t>(head.seq)).bytes(head.hash);
    return fields;
}

void put_group(Pipeline& pipeline, std::span<const Entry> group, std::span<const AccessLine> lines) {
    put_entries(pipeline, group);
    put_subjects(pipeline, group);
    if (const auto batches = batch_rows(group)) pipeline.send(insert_batches, *batches);
    if (!lines.empty()) pipeline.send(insert_access_lines, access_rows(lines));
}

void put_destruction(Pipeline& pipeline, std::span<const DestroyedParts> parts) {
    for (const DestroyedParts& destroyed : parts) {
        Fields entry;
        entry.int8(static_cast<std::int64_t>(destroyed.seq));
        if (destroyed.shared) pipeline.send(destroy_shared_part, entry);
        for (const std::uint16_t position : destroyed.subjects) {
            Fields part;
            part.int8(static_cast<std::int64_t>(destroyed.seq)).int4(position + 1);
            pipeline.send(destroy_subject_part, part);
        }
    }
}

std::optional<Fields> batch_rows(std::span<const Entry> group) {
    std::map<BatchId, Batch> touched;
    for (const Entry& entry : group) {
        const BatchId id = batch_of(entry);
        if (id.is_none()) continue;
        Batch& batch = touched[id];
        if (const auto state = state_after(entry.kind); state != Batch::State::open) {
            batch.state = state;
            batch.ended = entry.seq;
            continue;
        }
        if (batch.first == 0) batch.first = entry.seq;
        batch.last = entry.seq;
    }
    if (touched.empty()) return std::nullopt;
    Fields ids;
    Fields first;
    Fields last;
    Fields ended;
    Fields states;
    for (const auto& [id, batch] : touched) {
        ids.uuid(id.bytes());
        first.int8(static_cast<std::int64_t>(batch.first));
        last.int8(static_cast<std::int64_t>(batch.last));
        ended.int8(static_cast<std::int64_t>(batch.ended));
        states.int2(static_cast<std::int16_t>(batch.state));
    }
    Fields rows;
    rows.array(Element::uuid, ids).array(Element::int8, first).array(Element::int8, last).array(Element::int8, ended).array(Element::int2, states);
    return rows;
}

}  // namespace steadfast::ledger::postgresql
