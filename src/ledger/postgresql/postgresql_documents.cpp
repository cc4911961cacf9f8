#include "ledger/postgresql/postgresql_documents.hpp"

namespace steadfast::ledger::postgresql {
namespace {

constexpr Statement insert_document{"insert_document", "INSERT INTO documents VALUES ($1::uuid, 0, $2::timestamptz, $3::bigint <> 0) ON CONFLICT DO NOTHING RETURNING 1"};
constexpr Statement insert_piece{"insert_piece", "INSERT INTO document_pieces VALUES ($1::uuid, $2::integer, $3::bytea)"};
constexpr Statement set_size{"set_size", "UPDATE documents SET size = $2::bigint WHERE document = $1::uuid"};
constexpr Statement select_size{"select_size", "SELECT size FROM documents WHERE document = $1::uuid"};
constexpr Statement select_piece{"select_piece", "SELECT bytes FROM document_pieces WHERE document = $1::uuid AND number = $2::integer"};
constexpr Statement select_documents{"select_documents",
                                     "SELECT document, size, kept_at, named::integer FROM documents WHERE document > $1::uuid ORDER BY document LIMIT 10000"};
constexpr Statement set_named{"set_named", "UPDATE documents SET named = true WHERE document = ANY ($1::uuid[])"};
constexpr Statement set_not_named{"set_not_named", "UPDATE documents SET named = false WHERE document = ANY ($1::uuid[])"};
constexpr Statement delete_documents{"delete_documents", "DELETE FROM documents WHERE document = ANY ($1::uuid[])"};
constexpr int documents_at_a_time = 10'000;

tl::unexpected<Refusal> opened_for_reading_only() {
    return refuse(Refusal::Kind::unavailable, "The record was opened for reading only.", "Use the server that writes to it.");
}

tl::unexpected<Refusal> no_such_document() {
    return refuse(Refusal::Kind::not_found, "This document's content is not in the store.", "Tell whoever looks after the system.");
}

Fields array_of(std::span<const DocumentId> ids) {
    Fields fields;
    for (const DocumentId& id : ids) fields.uuid(id.bytes());
    return Fields().array(Element::uuid, fields);
}

}  // namespace

Result<std::uint64_t> PostgresqlDocuments::keep(const KeptDocument& document, const Next& next) {
    if (mode_ != Mode::write) return opened_for_reading_only();
    // One that stood idle may have been cut: whether it lives is asked before anything is taken from `next`, which can't go back.
    if (const auto alive = pool_.ask(select_size, Fields().uuid(document.id.bytes())); !alive) return refuse(refusal_of(alive.error()));
    auto connection = pool_.borrow();
    if (!connection) return refuse(refusal_of(connection.error()));
    auto kept = keep_on(**connection, document, next);
    if (!kept && !(*connection)->is_idle()) static_cast<void>((*connection)->run("ROLLBACK"));
    return kept;
}

Result<std::uint64_t> PostgresqlDocuments::keep_on(Connection& connection, const KeptDocument& document, const Next& next) {
    const auto refused = [](const Failure& failure) { return refuse(refusal_of(failure)); };
    if (auto begun = connection.run("BEGIN; SET LOCAL synchronous_commit = on"); !begun) return refused(begun.error());
    const auto row = connection.ask(insert_document, Fields().uuid(document.id.bytes()).timestamp(document.kept_at).int8(document.is_named ? 1 : 0));
    if (!row) return refused(row.error());
    if (row->count() == 0) return refuse(Refusal::Kind::invalid, "A document is kept under this key already.", "Use a new key.");

    std::uint64_t size = 0;
    for (std::int32_t number = 0;; ++number) {
        const auto piece = next();
        if (!piece) return refuse(piece.error());
        if (piece->empty()) break;
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(piece->data()), piece->size());
        if (auto added = connection.ask(insert_piece, Fields().uuid(document.id.bytes()).int4(number).bytes(bytes)); !added) return refused(added.error());
        size += piece->size();
    }
    if (auto set = connection.ask(set_size, Fields().uuid(document.id.bytes()).int8(static_cast<std::int64_t>(size))); !set) return refused(set.error());
    if (auto committed = connection.run("COMMIT"); !committed) return refused(committed.error());
    return size;
}

Result<void> PostgresqlDocuments::read(DocumentId id, const VisitPiece& visit) {
    const auto row = pool_.ask(select_size, Fields().uuid(id.bytes()));
    if (!row) return refuse(refusal_of(row.error()));
    if (row->count() == 0) return no_such_document();
    const auto size = static_cast<std::uint64_t>(row->at(0, 0).int8());
    std::uint64_t given = 0;
    for (std::int32_t number = 0; given < size; ++number) {
        const auto piece = pool_.ask(select_piece, Fields().uuid(id.bytes()).int4(number));
        if (!piece) return refuse(refusal_of(piece.error()));
        if (piece->count() == 0) return no_such_document();
        const std::string_view bytes = piece->at(0, 0).text();
        given += bytes.size();
        if (!visit(bytes)) return {};
    }
    return given == size ? Result<void>() : no_such_document();
}

Result<void> PostgresqlDocuments::each(const Visit& visit) {
    DocumentId last;
    for (;;) {
        const auto rows = pool_.ask(select_documents, Fields().uuid(last.bytes()));
        if (!rows) return refuse(refusal_of(rows.error()));
        for (int row = 0; row < rows->count(); ++row) {
            last = DocumentId(rows->at(row, 0).uuid());
            visit({last, static_cast<std::uint64_t>(rows->at(row, 1).int8()), rows->at(row, 2).timestamp(), rows->at(row, 3).int4() != 0});
        }
        if (rows->count() < documents_at_a_time) return {};
    }
}

Result<void> PostgresqlDocuments::note_named(std::span<const DocumentId> ids, bool are_named) {
    return change(are_named ? set_named : set_not_named, ids);
}

Result<void> PostgresqlDocuments::remove(std::span<const DocumentId> ids) {
    if (auto removed = change(delete_documents, ids); !removed || ids.empty()) return removed;
    // A row that was removed stands in its page until it is vacuumed; the server comes to it by itself where this can't.
    if (auto connection = pool_.borrow()) static_cast<void>((*connection)->run("VACUUM document_pieces"));
    return {};
}

Result<void> PostgresqlDocuments::change(const Statement& statement, std::span<const DocumentId> ids) {
    if (mode_ != Mode::write) return opened_for_reading_only();
    if (ids.empty()) return {};
    const auto done = pool_.ask(statement, array_of(ids));
    if (!done) return refuse(refusal_of(done.error()));
    return {};
}

}  // namespace steadfast::ledger::postgresql
