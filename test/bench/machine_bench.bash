#!/usr/bin/env bash
# What this machine itself can do, so that the other figures can be judged: nginx with a 10 KB page, and durable rows one commit
# each through SQLite's and PostgreSQL's own programs.
set -euo pipefail

figure() { printf '{"name": "%s", "figure": %s, "unit": "%s"}\n' "$@"; }

rate_of_nginx() {
    head -c 7500 /dev/urandom | base64 -w 0 | head -c 10000 >"$STEADFAST_NGINX_FILES/page.html"
    wrk --threads 2 --connections 64 --duration 5s "$STEADFAST_NGINX/page.html" | awk '$1 == "Requests/sec:" {print $2}'
}

rate_of_sqlite() {
    local -r store=$STEADFAST_BENCH_FOLDER/machine.sqlite rows=2000
    sqlite3 "$store" 'PRAGMA journal_mode = WAL; CREATE TABLE entries (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)' >/dev/null
    local -r began=$EPOCHREALTIME
    { printf 'PRAGMA synchronous = FULL;\n'
      for ((row = 0; row < rows; ++row)); do printf 'INSERT INTO entries (body) VALUES (randomblob(600));\n'; done; } | sqlite3 "$store"
    local -r microseconds=$((${EPOCHREALTIME/./} - ${began/./}))
    printf '%d' $((rows * 1000000 / microseconds))
    rm -f "$store"*
}

rate_of_postgresql() { # CLIENTS
    local -r script=$STEADFAST_BENCH_FOLDER/insert.sql
    printf "INSERT INTO machine_bench (body) VALUES (decode(repeat('5a', 600), 'hex'));\n" >"$script"
    psql --quiet "$STEADFAST_TEST_POSTGRESQL" -c 'DROP TABLE IF EXISTS machine_bench' \
        -c 'CREATE TABLE machine_bench (seq bigserial PRIMARY KEY, body bytea NOT NULL)' 2>/dev/null
    "$STEADFAST_POSTGRESQL_BIN/pgbench" --no-vacuum --client="$1" --jobs=2 --time=5 --protocol=prepared --file="$script" \
        "$STEADFAST_TEST_POSTGRESQL" 2>/dev/null | awk '$1 == "tps" {print $3}'
}

figure 'nginx, a page of 10 KB, 64 connections' "$(rate_of_nginx)" 'requests/s'
figure 'SQLite, a durable row a commit' "$(rate_of_sqlite)" 'rows/s'
figure 'PostgreSQL, a durable row a commit, 1 client' "$(rate_of_postgresql 1)" 'rows/s'
figure 'PostgreSQL, a durable row a commit, 50 clients' "$(rate_of_postgresql 50)" 'rows/s'
