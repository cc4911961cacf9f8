#include "ledger/sqlite/schema.hpp"

#include "ledger/entry.hpp"
#include "ledger/sqlite/access_tables.hpp"

#include <algorithm>
#include <cstring>
#include <endian.h>
#include <future>
#include <utility>
#include <vector>

namespace steadfast::ledger::sqlite {
namespace {

constexpr std::int64_t our_application = 0x53746661;   // "Stfa": tells our files from everybody else's.
constexpr std::int64_t our_version = 1;

// The columns that a long scan reads come first, so that it never has to step over a narrative to reach one;
// salt NULL means that the part was destroyed. A part about one subject has the id seq * 1024 + its position.
constexpr char chain_tables[] =
    "CREATE TABLE entries("
    " seq INTEGER PRIMARY KEY, item BLOB NOT NULL, version INTEGER NOT NULL, kind INTEGER NOT NULL, type INTEGER NOT NULL,"
    " subjects BLOB NOT NULL, happened BLOB, recorded_at INTEGER NOT NULL, recorded_by INTEGER NOT NULL, batch INTEGER,"
    " body TEXT, key BLOB, salt BLOB, hash BLOB NOT NULL, digests BLOB NOT NULL, narrative TEXT);"
    "CREATE TABLE subject_parts(id INTEGER PRIMARY KEY, body TEXT, salt BLOB, narrative TEXT);"
    "CREATE TABLE entry_subjects(subject BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(subject, seq)) WITHOUT ROWID;"
    "CREATE TABLE types(id INTEGER PRIMARY KEY, type TEXT NOT NULL);"
    "CREATE TABLE workers(id INTEGER PRIMARY KEY, worker BLOB NOT NULL);"
    "CREATE TABLE batches(id INTEGER PRIMARY KEY, batch BLOB NOT NULL, first INTEGER NOT NULL DEFAULT 0,"
    " last INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE signed_heads(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL,"
    " signed_at INTEGER NOT NULL, signature BLOB NOT NULL);";

constexpr char lasting_tables[] =
    "CREATE TABLE about(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE shelves(shelf INTEGER NOT NULL, key BLOB NOT NULL, bytes BLOB NOT NULL, expires INTEGER, PRIMARY KEY(shelf, key)) WITHOUT ROWID;"
    "PRAGMA application_id=1400137313; PRAGMA user_version=1;";

/// As the table's key orders them. Ids are random: their first eight bytes nearly always tell, and are compared at once.
bool stands_before(const std::pair<SubjectId, Sequence>& a, const std::pair<SubjectId, Sequence>& b) {
    const auto beginning = [](const SubjectId& subject) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, subject.bytes().bytes.data(), sizeof bytes);
        return be64toh(bytes);
    };
    const std::uint64_t of_a = beginning(a.first);
    const std::uint64_t of_b = beginning(b.first);
    return of_a != of_b ? of_a < of_b : a < b;
}

void index_subjects(Connection& connection, const SubjectsOfEntries& in_order) {
    auto add = connection.query("INSERT INTO entry_subjects VALUES($1, $2)");
    for (const auto& [subject, seq] : in_order) add.with(subject, seq).run();
}

}  // namespace

void make_tables(Connection& connection) {
    static_assert(our_application == 1400137313 && our_version == 1);
    Transaction transaction(connection);
    if (connection.number("SELECT count(*) FROM sqlite_schema") != 0) return;
    connection.run(lasting_tables);
    connection.run(chain_tables);
    make_access_tables(connection);
    make_indexes(connection, {});
    transaction.commit();
}

Result<void> check_tables(Connection& connection) {
    if (connection.number("PRAGMA application_id") != our_application)
        return refuse(Refusal::Kind::invalid, "This file is not a council's record.", "Give the path of the record, or of a new file.");
    if (connection.number("PRAGMA user_version") != our_version)
        return refuse(Refusal::Kind::invalid, "This record was made by a later release.", "Use that release, or a newer one.");
    return {};
}

void make_indexes(Connection& connection, SubjectsOfEntries subjects) {
    auto in_order = std::async(std::launch::async, [&subjects] { std::sort(subjects.begin(), subjects.end(), stands_before); });
    connection.run("CREATE UNIQUE INDEX entries_by_item ON entries(item, version)");
    connection.run("CREATE UNIQUE INDEX entries_by_key ON entries(key) WHERE key IS NOT NULL");
    in_order.get();
    index_subjects(connection, subjects);
}

void drop_indexes(Connection& connection) {
    connection.run("DROP INDEX entries_by_item; DROP INDEX entries_by_key; DELETE FROM entry_subjects");
}

bool is_being_filled(Connection& connection) { return connection.number("SELECT value FROM about WHERE name = 'filling'") != 0; }

void mark_filling(Connection& connection, bool being_filled) {
    connection.query("INSERT INTO about VALUES('filling', $1) ON CONFLICT(name) DO UPDATE SET value = excluded.value")
        .with(being_filled ? 1 : 0).run();
}

void empty(Connection& connection) {
    connection.run("DROP TABLE entries; DROP TABLE subject_parts; DROP TABLE entry_subjects; DROP TABLE types; DROP TABLE workers;"
                   "DROP TABLE batches; DROP TABLE signed_heads");
    drop_access_tables(connection);
    connection.run(chain_tables);
    make_access_tables(connection);
    make_indexes(connection, {});
}

}  // namespace steadfast::ledger::sqlite
