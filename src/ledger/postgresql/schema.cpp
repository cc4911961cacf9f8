#include "ledger/postgresql/schema.hpp"

#include <fmt/format.h>

namespace steadfast::ledger::postgresql {
namespace {

/// Narratives come last and are compressed out of line, so that a scan for the Book never touches them. A text that a
/// destruction took is NULL; one that never was is empty. Scans and photographs are compressed by what made them: their pieces
/// are put aside as they are.
constexpr const char* tables = R"sql(
    CREATE TABLE store (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        version integer NOT NULL,
        filling boolean NOT NULL DEFAULT false,
        made_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE entries (
        seq bigint NOT NULL,
        recorded_at timestamptz NOT NULL,
        item uuid NOT NULL,
        recorded_by uuid NOT NULL,
        key uuid,
        batch uuid,
        version integer NOT NULL,
        kind smallint NOT NULL,
        type text NOT NULL,
        subjects bytea NOT NULL,
        happened bytea,
        hash bytea NOT NULL,
        digests bytea NOT NULL,
        salt bytea,
        body text,
        narrative text,
        part_salts bytea[],
        part_bodies text[],
        part_narratives text[]
    );
    CREATE TABLE entry_subjects (subject uuid NOT NULL, seq bigint NOT NULL);
    CREATE TABLE batches (
        batch uuid PRIMARY KEY,
        first bigint NOT NULL,
        last bigint NOT NULL,
        ended bigint NOT NULL,
        state smallint NOT NULL
    );
    CREATE TABLE signed_heads (
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        signed_at timestamptz NOT NULL,
        signature bytea NOT NULL
    );
    CREATE TABLE shelves (
        shelf smallint NOT NULL,
        key bytea NOT NULL,
        bytes bytea NOT NULL,
        expires timestamptz,
        PRIMARY KEY (shelf, key)
    );
    CREATE TABLE access_log (
        at timestamptz NOT NULL,
        line bigint GENERATED ALWAYS AS IDENTITY,
        who uuid NOT NULL,
        item uuid,
        what text NOT NULL,
        children uuid[] NOT NULL
    ) PARTITION BY RANGE (at);
    CREATE TABLE documents (document uuid PRIMARY KEY, size bigint NOT NULL, kept_at timestamptz NOT NULL, named boolean NOT NULL);
    CREATE TABLE document_pieces (
        document uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
        number integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (document, number)
    );
    ALTER TABLE document_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;
    CREATE INDEX access_log_at ON access_log (at, line);
    CREATE INDEX access_log_children ON access_log USING gin (children);
)sql";

/// An entry with the hash of the one before it, which the table need not hold twice.
constexpr const char* whole_entries = R"sql(
    CREATE VIEW whole_entries AS
        SELECT entry.*, (SELECT before.hash FROM entries before WHERE before.seq = entry.seq - 1) AS previous_hash
        FROM entries entry;
)sql";

/// A writer that was cut off while another took over must not append to a chain it no longer knows. The lock makes two
/// appends wait for each other even where both believe that they hold the writer's lock.
constexpr const char* fence = R"sql(
    CREATE FUNCTION expect_head(expected_seq bigint, expected_hash bytea) RETURNS void LANGUAGE plpgsql AS $body$
    DECLARE
        found_seq bigint;
        found_hash bytea;
    BEGIN
        PERFORM pg_advisory_xact_lock(1398031685, hashtext(current_schema()));
        SELECT seq, hash INTO found_seq, found_hash FROM entries ORDER BY seq DESC LIMIT 1;
        IF coalesce(found_seq, 0) <> expected_seq OR (expected_seq > 0 AND found_hash <> expected_hash) THEN
            RAISE EXCEPTION 'the record ends at entry %, not at entry % as expected', coalesce(found_seq, 0), expected_seq
                USING ERRCODE = 'SF001';
        END IF;
    END $body$;
)sql";

constexpr const char* indexes = R"sql(
    ALTER TABLE entries ADD CONSTRAINT entries_seq PRIMARY KEY (seq);
    CREATE UNIQUE INDEX entries_item_version ON entries (item, version);
    CREATE UNIQUE INDEX entries_key ON entries (key) WHERE key IS NOT NULL;
    ALTER TABLE entry_subjects ADD CONSTRAINT entry_subjects_subject_seq PRIMARY KEY (subject, seq);
)sql";

constexpr const char* no_indexes = R"sql(
    ALTER TABLE entries DROP CONSTRAINT IF EXISTS entries_seq;
    DROP INDEX IF EXISTS entries_item_version;
    DROP INDEX IF EXISTS entries_key;
    ALTER TABLE entry_subjects DROP CONSTRAINT IF EXISTS entry_subjects_subject_seq;
)sql";

constexpr Statement there_is_a_store{"there_is_a_store", "SELECT to_regclass(quote_ident(current_schema()) || '.store') IS NOT NULL"};
constexpr Statement store_row{"store_row", "SELECT version, filling FROM store"};
constexpr Statement server_settings{"server_settings",
                                    "SELECT current_setting('synchronous_commit'), current_setting('fsync'), "
                                    "current_setting('server_encoding'), pg_is_in_recovery(), "
                                    "current_setting('server_version_num')::integer, current_schema() IS NOT NULL"};

/// All of it or nothing, durably.
Attempt<void> in_transaction(Connection& connection, const std::string& sql) {
    // Statements sent together are one transaction of their own, which ends where one of them fails.
    return connection.run("BEGIN; SET LOCAL synchronous_commit = on; " + sql + "; COMMIT").or_else([&](const Failure& failure) {
        if (!failure.lost) static_cast<void>(connection.run("ROLLBACK"));
    });
}

}  // namespace

Attempt<StoreState> state_of_store(Connection& connection) {
    const auto there = connection.ask(there_is_a_store);
    if (!there) return tl::unexpected(there.error());
    if (there->at(0, 0).text() != std::string_view("\1", 1)) return StoreState{};
    const auto row = connection.ask(store_row);
    if (!row) return tl::unexpected(row.error());
    if (row->count() == 0) return StoreState{};
    return StoreState{row->at(0, 0).int4(), row->at(0, 1).text() == std::string_view("\1", 1)};
}

Attempt<void> make_store(Connection& connection) {
    if (auto locked = connection.run("BEGIN; SELECT pg_advisory_xact_lock(1398031684, hashtext(current_schema()))"); !locked) return locked;
    const auto state = state_of_store(connection);
    if (!state) {
        static_cast<void>(connection.run("ROLLBACK"));
        return tl::unexpected(state.error());
    }
    if (state->version != 0) return connection.run("ROLLBACK");
    auto made = connection.run(fmt::format("{}{}{}{} INSERT INTO store (version) VALUES ({}); COMMIT", tables, whole_entries, fence, indexes, present_version));
    if (!made && !made.error().lost) static_cast<void>(connection.run("ROLLBACK"));
    return made;
}

Attempt<void> drop_indexes_for_filling(Connection& connection) {
    return in_transaction(connection, fmt::format("UPDATE store SET filling = true; {}", no_indexes));
}

Attempt<void> build_indexes_after_filling(Connection& connection) {
    auto built = in_transaction(connection, fmt::format("SET LOCAL maintenance_work_mem = '256MB'; {} UPDATE store SET filling = false", indexes));
    // The filling stands whether or not this succeeds: the server would come to it by itself in a minute.
    if (built) static_cast<void>(connection.run("VACUUM (ANALYZE) entries, entry_subjects, batches"));
    return built;
}

Attempt<void> empty_after_cut_filling(Connection& connection) {
    return in_transaction(connection, fmt::format("TRUNCATE entries, entry_subjects, batches, signed_heads; {} {} UPDATE store SET filling = false", no_indexes, indexes));
}

Result<void> insist_on_durability(Connection& connection) {
    const auto settings = connection.ask(server_settings);
    if (!settings) return refuse(refusal_of(settings.error()));
    const std::string_view synchronous_commit = settings->at(0, 0).text();
    const auto yes = [&](int column) { return settings->at(0, column).text() == std::string_view("\1", 1); };

    if (settings->at(0, 4).int4() < 150000) {
        return refuse(Refusal::Kind::invalid, "The database server is older than PostgreSQL 15.", "Use version 15 or later.");
    }
    if (settings->at(0, 2).text() != "UTF8") {
        return refuse(Refusal::Kind::invalid, "The database does not keep its text in UTF-8.", "Make it anew with ENCODING 'UTF8'.");
    }
    if (!yes(5)) {
        return refuse(Refusal::Kind::invalid, "The search path names no schema that exists.", "Create the schema, or leave search_path out of the address.");
    }
    if (yes(3)) {
        return refuse(Refusal::Kind::unavailable, "This database server is a standby copy, which takes no saves.",
                      "Name all the hosts in the address and add target_session_attrs=read-write.");
    }
    if (settings->at(0, 1).text() != "on") {
        return refuse(Refusal::Kind::invalid, "The database server runs with fsync off, so a power cut could lose what was saved.",
                      "Set fsync = on in postgresql.conf and restart the server.");
    }
    // remote_apply waits for more than "on" does and is the administrator's choice; everything else waits for less.
    if (synchronous_commit == "on" || synchronous_commit == "remote_apply") return {};
    const auto set = connection.run("SET synchronous_commit = on");
    if (!set) return refuse(refusal_of(set.error()));
    return {};
}

}  // namespace steadfast::ledger::postgresql
