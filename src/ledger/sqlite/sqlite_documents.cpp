#include "ledger/sqlite/sqlite_documents.hpp"

#include <filesystem>
#include <vector>

namespace steadfast::ledger::sqlite {
namespace {

constexpr char tables[] =
    "CREATE TABLE about(value TEXT NOT NULL); INSERT INTO about VALUES('documents 1');"
    "CREATE TABLE documents(id BLOB PRIMARY KEY, size INTEGER NOT NULL, kept_at INTEGER NOT NULL, named INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE pieces(row INTEGER PRIMARY KEY, document BLOB NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL);"
    "CREATE UNIQUE INDEX pieces_of_documents ON pieces(document, number)";
constexpr int pieces_at_once = 8;   // 2 MB a commit: whoever waits for the file has a turn after each.

tl::unexpected<Refusal> no_such_document() {
    return refuse(Refusal::Kind::not_found, "This document's content is not in the store.", "Tell whoever looks after the system.");
}

}  // namespace

Result<std::uint64_t> SqliteDocuments::keep(const KeptDocument& document, const Next& next) {
    if (mode_ != Mode::write) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    std::int64_t number = 0;
    std::uint64_t size = 0;
    const auto kept = attempt([&]() -> Result<void> {
        {
            const std::lock_guard hold(mutex_);
            auto taken = writing(IfNone::make)->query("SELECT 1 FROM pieces WHERE document = $1 UNION SELECT 1 FROM documents WHERE id = $1");
            if (taken.with(document.id).step()) return refuse(Refusal::Kind::invalid, "A document is kept under this key already.", "Use a new key.");
        }
        for (bool more = true; more;) {
            auto added = add_pieces(document.id, next, number, size);
            if (!added) {
                take_away_what_was_cut(document.id);
                return refuse(added.error());
            }
            more = *added;
        }
        return finish(document, size);
    });
    if (!kept) {
        take_away_what_was_cut(document.id);
        return refuse(kept.error());
    }
    if (!*kept) return refuse(kept->error());
    return size;
}

Result<bool> SqliteDocuments::add_pieces(DocumentId id, const Next& next, std::int64_t& number, std::uint64_t& size) {
    // What the caller reads from may be slow: it is asked while nobody waits for the file.
    std::vector<std::string> pieces;
    for (int i = 0; i < pieces_at_once; ++i) {
        auto piece = next();
        if (!piece) return refuse(piece.error());
        if (piece->empty()) break;
        pieces.push_back(std::move(*piece));
    }
    if (pieces.empty()) return false;
    const std::lock_guard hold(mutex_);
    Connection& connection = *writing(IfNone::make);
    Transaction transaction(connection);
    auto add = connection.query("INSERT INTO pieces(document, number, bytes) VALUES($1, $2, $3)");
    for (const std::string& piece : pieces) {
        add.with(id, number++, bytes_of(piece)).run();
        size += piece.size();
    }
    transaction.commit();
    return pieces.size() == pieces_at_once;
}

Result<void> SqliteDocuments::finish(const KeptDocument& document, std::uint64_t size) {
    const std::lock_guard hold(mutex_);
    writing(IfNone::make)
        ->query("INSERT INTO documents VALUES($1, $2, $3, $4)")
        .with(document.id, size, document.kept_at.microseconds(), document.is_named ? 1 : 0)
        .run();
    return {};
}

void SqliteDocuments::take_away_what_was_cut(DocumentId id) {
    // Where even that fails, the next opening takes them away: no document counts without its row.
    static_cast<void>(attempt([&] {
        const std::lock_guard hold(mutex_);
        writing(IfNone::make)
            ->query("DELETE FROM pieces WHERE document = $1 AND NOT EXISTS (SELECT 1 FROM documents WHERE id = $1)")
            .with(id)
            .run();
    }));
}

Result<void> SqliteDocuments::read(DocumentId id, const VisitPiece& visit) {
    if (!has_file()) return no_such_document();
    const auto read = attempt([&]() -> Result<void> {
        Connection connection(path_, Purpose::read);
        const Transaction one_state(connection, Purpose::read);
        std::uint64_t size = 0;
        {
            auto row = connection.query("SELECT size FROM documents WHERE id = $1");
            if (!row.with(id).step()) return no_such_document();
            size = static_cast<std::uint64_t>(row.number(0));
        }
        auto pieces = connection.query("SELECT bytes FROM pieces WHERE document = $1 ORDER BY number");
        pieces.with(id);
        std::uint64_t given = 0;
        while (pieces.step()) {
            const auto bytes = pieces.bytes(0);
            given += bytes.size();
            if (!visit({reinterpret_cast<const char*>(bytes.data()), bytes.size()})) return {};
        }
        if (given != size) return no_such_document();
        return {};
    });
    if (!read) return refuse(read.error());
    return *read;
}

Result<void> SqliteDocuments::each(const Visit& visit) {
    if (!has_file()) return {};
    return attempt([&] {
        Connection connection(path_, Purpose::read);
        auto rows = connection.query("SELECT id, size, kept_at, named FROM documents");
        while (rows.step())
            visit({rows.id<DocumentTag>(0), static_cast<std::uint64_t>(rows.number(1)), Instant::from_microseconds(rows.number(2)), rows.number(3) != 0});
    });
}

Result<void> SqliteDocuments::note_named(std::span<const DocumentId> ids, bool are_named) {
    if (mode_ != Mode::write) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    return attempt([&] {
        const std::lock_guard hold(mutex_);
        Connection* connection = writing(IfNone::leave);
        if (!connection) return;
        Transaction transaction(*connection);
        for (const DocumentId& id : ids) connection->query("UPDATE documents SET named = $2 WHERE id = $1").with(id, are_named ? 1 : 0).run();
        transaction.commit();
    });
}

Result<void> SqliteDocuments::remove(std::span<const DocumentId> ids) {
    if (mode_ != Mode::write) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    return attempt([&] {
        const std::lock_guard hold(mutex_);
        Connection* connection = writing(IfNone::leave);
        if (!connection || ids.empty()) return;
        for (const DocumentId& id : ids) {
            Transaction transaction(*connection);
            connection->query("DELETE FROM pieces WHERE document = $1").with(id).run();
            connection->query("DELETE FROM documents WHERE id = $1").with(id).run();
            transaction.commit();
        }
        // The pages are overwritten in the file (secure_delete); what they were goes with the log. A reader only puts that off.
        static_cast<void>(connection->checkpoint());
    });
}

bool SqliteDocuments::has_file() const { return std::filesystem::exists(path_); }

Connection* SqliteDocuments::writing(IfNone if_none) {
    if (writing_) return writing_.get();
    if (if_none == IfNone::leave && !has_file()) return nullptr;
    auto connection = std::make_unique<Connection>(path_, Purpose::write);
    Transaction transaction(*connection);
    if (connection->number("SELECT count(*) FROM sqlite_schema") == 0) connection->run(tables);
    // A document that was being kept when the program stopped is not there.
    connection->run("DELETE FROM pieces WHERE document NOT IN (SELECT id FROM documents)");
    transaction.commit();
    writing_ = std::move(connection);
    return writing_.get();
}

}  // namespace steadfast::ledger::sqlite
