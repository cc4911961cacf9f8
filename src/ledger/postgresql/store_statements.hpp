#pragma once

#include "ledger/postgresql/connection.hpp"

namespace steadfast::ledger::postgresql {

// What a store asks besides appending, in the order of ledger/store.hpp.

inline constexpr Statement select_head{"select_head", "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"};
inline constexpr Statement select_latest_versions{
    "select_latest_versions",
    "SELECT coalesce((SELECT version FROM entries WHERE entries.item = asked.item ORDER BY version DESC LIMIT 1), 0) "
    "FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (item, place) ORDER BY place"};
// Two answers in one journey: for each item its latest version, and for each key that is taken the entry that has it.
inline constexpr Statement select_known{
    "select_known",
    "SELECT place, coalesce((SELECT version FROM entries WHERE entries.item = asked.item ORDER BY version DESC LIMIT 1), 0)::bigint, false "
    "FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (item, place) "
    "UNION ALL SELECT place, (SELECT seq FROM entries WHERE entries.key = asked.key AND entries.key IS NOT NULL), true "
    "FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (key, place)"};
inline constexpr Statement select_saved_under{
    "select_saved_under",
    "SELECT whole.*, asked.place FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (key, place) "
    "JOIN LATERAL (SELECT * FROM whole_entries WHERE whole_entries.key = asked.key AND whole_entries.key IS NOT NULL) whole ON true"};
inline constexpr Statement select_whole{"select_whole",
                                 "SELECT * FROM whole_entries WHERE seq BETWEEN $1::bigint AND $2::bigint ORDER BY seq LIMIT $3::bigint"};
inline constexpr Statement select_about{
    "select_about",
    "SELECT whole_entries.* FROM entry_subjects JOIN whole_entries USING (seq) "
    "WHERE entry_subjects.subject = $1::uuid AND entry_subjects.seq <= $2::bigint ORDER BY whole_entries.seq"};
inline constexpr Statement select_of{"select_of", "SELECT * FROM whole_entries WHERE item = $1::uuid AND seq <= $2::bigint ORDER BY version"};
inline constexpr Statement select_recorded_at{"select_recorded_at",
                                       "SELECT seq, recorded_at FROM entries WHERE seq <= $1::bigint ORDER BY seq DESC LIMIT 1"};
inline constexpr Statement select_batches{"select_batches", "SELECT batch, first, last, ended, state FROM batches ORDER BY first"};
// A standby that has replayed all it received is up to date, however long ago the last commit was.
inline constexpr Statement select_behind{
    "select_behind",
    "SELECT CASE WHEN pg_is_in_recovery() AND pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn() "
    "THEN extract(epoch FROM now() - pg_last_xact_replay_timestamp())::bigint ELSE 0 END, (SELECT filling FROM store)"};
inline constexpr Statement select_subject_index{"select_subject_index",
                                         "SELECT subject, seq FROM entry_subjects WHERE (subject, seq) > ($1::uuid, $2::bigint) "
                                         "ORDER BY subject, seq LIMIT $3::bigint"};
inline constexpr Statement select_access_log{"select_access_log",
                                      "SELECT at, who, item, what, children, line FROM access_log "
                                      "WHERE at <= $3::timestamptz AND (at, line) > ($1::timestamptz, $2::bigint) ORDER BY at, line LIMIT $4::bigint"};
inline constexpr Statement insert_signed_head{"insert_signed_head", "INSERT INTO signed_heads VALUES ($1::bigint, $2::bytea, $3::timestamptz, $4::bytea)"};
inline constexpr Statement select_signed_heads{"select_signed_heads", "SELECT seq, hash, signed_at, signature FROM signed_heads ORDER BY seq, signed_at"};
inline constexpr Statement upsert_several_shelved{
    "upsert_several_shelved",
    "INSERT INTO shelves SELECT $1::smallint, key, bytes, expires FROM unnest($2::bytea[], $3::bytea[], $4::timestamptz[]) AS given (key, bytes, expires) "
    "ON CONFLICT (shelf, key) DO UPDATE SET bytes = excluded.bytes, expires = excluded.expires"};
inline constexpr Statement delete_several_shelved{"delete_several_shelved", "DELETE FROM shelves WHERE shelf = $1::smallint AND key = ANY($2::bytea[])"};
inline constexpr Statement select_shelved{"select_shelved", "SELECT key, bytes, expires FROM shelves WHERE shelf = $1::smallint AND key = $2::bytea"};
inline constexpr Statement select_shelf{"select_shelf", "SELECT key, bytes, expires FROM shelves WHERE shelf = $1::smallint ORDER BY key"};

}  // namespace steadfast::ledger::postgresql
