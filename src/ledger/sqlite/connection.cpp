#include "ledger/sqlite/connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace steadfast::ledger::sqlite {
namespace {

constexpr int patience_milliseconds = 5000;

void make_private_file(const std::string& path) {
    // SQLite would make it readable by everybody; its log and lock files take after it.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw Failure(SQLITE_CANTOPEN, fmt::format("{}: {}", path, std::strerror(errno)));
    ::close(file);
}

void check(sqlite3* database, int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw Failure(database ? sqlite3_extended_errcode(database) : code, database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
}

/// SQLite numbers $1, $2 by where they first stand, and ?1, ?2 by their digits as PostgreSQL does. Our statements hold
/// no other dollar.
std::string with_numbered_places(const char* sql) {
    std::string numbered(sql);
    std::replace(numbered.begin(), numbered.end(), '$', '?');
    return numbered;
}

}  // namespace

bool Failure::is_input_output() const { return (code_ & 0xff) == SQLITE_IOERR; }

Refusal Failure::refusal() const {
    const auto unavailable = [](std::string says, std::string what_to_do) {
        return Refusal{Refusal::Kind::unavailable, std::move(says), std::move(what_to_do)};
    };
    switch (code_ & 0xff) {
        case SQLITE_FULL:
            return unavailable("The disk that holds the record is full.", "Free some space on it and try again; what was recorded before is safe.");
        case SQLITE_IOERR:
            return unavailable(fmt::format("The disk that holds the record failed ({}).", what()),
                               "Look at the disk and the system's log, then try again; what was recorded before is kept.");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return unavailable(fmt::format("The record's file is damaged ({}).", what()),
                               "Keep the file as it is and restore the latest backup into a new one.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return unavailable("Another program holds the record's file.", "Close whatever else has it open and try again.");
        case SQLITE_CANTOPEN:
            return unavailable(fmt::format("The record's file can't be opened ({}).", what()), "Check that its folder exists and may be written to.");
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_READONLY:
            return unavailable(fmt::format("The record's file may not be written to ({}).", what()), "Check who owns the file and its folder.");
        default: return unavailable(fmt::format("The record's file could not be used ({}).", what()), "Try again.");
    }
}

// --- Query ---

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Query::check(int code) const { sqlite::check(database_, code); }

void Query::bind(int place, std::int64_t value) { check(sqlite3_bind_int64(statement_, place, value)); }

void Query::bind(int place, std::string_view text) {
    // A null pointer would bind NULL, and an empty text is not the same as none.
    check(sqlite3_bind_text64(statement_, place, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind(int place, std::span<const std::uint8_t> bytes) {
    static constexpr char nothing[1] = {};
    const void* start = bytes.empty() ? static_cast<const void*>(nothing) : bytes.data();
    check(sqlite3_bind_blob64(statement_, place, start, bytes.size(), SQLITE_STATIC));
}

void Query::bind(int place, std::nullptr_t) { check(sqlite3_bind_null(statement_, place)); }

bool Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

void Query::run() {
    while (step()) {}
    again();
}

void Query::again() { check(sqlite3_reset(statement_)); }

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::text(int column) const {
    const auto bytes = this->bytes(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::uint8_t> Query::bytes(int column) const {
    const auto* start = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Query::copy_bytes(int column, std::span<std::uint8_t> into) const {
    const auto from = bytes(column);
    if (from.size() != into.size()) throw Failure(SQLITE_CORRUPT, fmt::format("{} bytes where {} belong", from.size(), into.size()));
    std::memcpy(into.data(), from.data(), into.size());
}

// --- Connection ---

void Connection::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Connection::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection(const std::string& path, Purpose purpose) {
    if (purpose == Purpose::write) make_private_file(path);
    sqlite3* database = nullptr;
    const int way = purpose == Purpose::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(path.c_str(), &database, way | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database_.reset(database);
    check(database, code);
    check(database, sqlite3_busy_timeout(database, patience_milliseconds));
    check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
    if (purpose == Purpose::write) {
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16384;"
            "PRAGMA journal_size_limit=67108864");
    } else {
        check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr));
        run("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-8192");
    }
}

Connection::~Connection() = default;

void Connection::run(const char* script) { check(database_.get(), sqlite3_exec(database_.get(), script, nullptr, nullptr, nullptr)); }

Query Connection::query(const char* sql) {
    auto& kept = prepared_[sql];
    if (!kept) {
        sqlite3_stmt* statement = nullptr;
        const std::string numbered = with_numbered_places(sql);
        check(database_.get(), sqlite3_prepare_v3(database_.get(), numbered.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        kept.reset(statement);
    }
    return Query(database_.get(), kept.get());
}

std::int64_t Connection::number(const char* sql) {
    Query query = this->query(sql);
    return query.step() ? query.number(0) : 0;
}

bool Connection::is_in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

bool Connection::checkpoint() {
    int in_log = 0;
    int moved = 0;
    // Somebody who reads an old state may take a minute; everybody who saves would wait with us.
    check(database_.get(), sqlite3_busy_timeout(database_.get(), 0));
    const int code = sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, &in_log, &moved);
    sqlite3_busy_timeout(database_.get(), patience_milliseconds);
    if ((code & 0xff) == SQLITE_BUSY) return false;
    check(database_.get(), code);
    return true;
}

// --- Transaction ---

Transaction::Transaction(Connection& connection, Purpose purpose) : connection_(connection) {
    connection_.run(purpose == Purpose::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    // SQLite may have rolled back on its own already, after a full disk for one.
    if (!connection_.is_in_transaction()) return;
    try {
        connection_.run("ROLLBACK");
    } catch (const Failure&) {
        // Nothing of it was committed; the next use of the connection will say what is wrong with it.
    }
}

void Transaction::commit() { connection_.run("COMMIT"); }

}  // namespace steadfast::ledger::sqlite
