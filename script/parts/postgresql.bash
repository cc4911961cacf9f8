# A private PostgreSQL 15 on a spare loopback port, its files in a temporary directory. Sourced, never run.
#
#   postgresql_start     starts it and exports STEADFAST_TEST_POSTGRESQL=postgresql://...
#   postgresql_stop      stops it and removes its files; safe to call when nothing was started
#
# It is as durable as PostgreSQL's own defaults make it, since what is tested on it is durability.
# Also exported, for tests that kill it: STEADFAST_TEST_POSTGRESQL_DATA (its directory, with postmaster.pid) and
# STEADFAST_TEST_POSTGRESQL_START (a command that starts it again on the same files).

readonly postgresql_programs=/usr/lib/postgresql/15/bin
postgresql_directory=''

# PostgreSQL refuses to run as root, so root lends it to the user that Debian's package makes.
as_postgres() {
    if [[ $EUID -eq 0 ]]; then
        setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all env -C / HOME=/tmp "$@"
    else
        "$@"
    fi
}

postgresql_start() {
    [[ -x $postgresql_programs/postgres ]] || fail "PostgreSQL 15 is not there. Run script/setup, which installs it."
    postgresql_directory=$(mktemp -d "${TMPDIR:-/tmp}/steadfast-postgresql.XXXXXX")
    if [[ $EUID -eq 0 ]]; then chown postgres:postgres "$postgresql_directory"; fi
    local -r log=$postgresql_directory/log password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s' "$password" | as_postgres tee "$postgresql_directory/password" >/dev/null
    if ! as_postgres "$postgresql_programs/initdb" --pgdata="$postgresql_directory/data" --username=steadfast --encoding=UTF8 \
        --locale=C.UTF-8 --auth=scram-sha-256 --pwfile="$postgresql_directory/password" >"$postgresql_directory/initdb.log" 2>&1; then
        cat "$postgresql_directory/initdb.log" >&2
        fail "PostgreSQL could not make its files. What it said is above."
    fi
    local port
    for _ in 1 2 3 4 5; do
        port=$(spare_port)
        as_postgres tee -a "$postgresql_directory/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$postgresql_directory'
max_connections = 200
CONF
        export STEADFAST_TEST_POSTGRESQL_DATA=$postgresql_directory/data
        postgresql_write_start_command
        if as_postgres "$postgresql_programs/pg_ctl" --pgdata="$postgresql_directory/data" --log="$log" --wait --silent start \
            >/dev/null 2>&1; then
            export STEADFAST_TEST_POSTGRESQL="postgresql://steadfast:$password@127.0.0.1:$port/postgres"
            return
        fi
    done
    cat "$log" >&2
    fail "PostgreSQL did not start. What it said is above."
}

postgresql_write_start_command() {
    STEADFAST_TEST_POSTGRESQL_START=$postgresql_directory/start
    {
        printf '#!/usr/bin/env bash\n# Starts this PostgreSQL again on the files it left; after a kill its orphans need a moment to let go of them.\n'
        declare -f as_postgres
        printf 'start() { as_postgres %q --pgdata=%q --log=%q --wait --silent start; }\n' \
            "$postgresql_programs/pg_ctl" "$postgresql_directory/data" "$postgresql_directory/log"
        printf 'for _ in {1..40}; do start 2>/dev/null && exit 0; sleep 0.25; done\nstart\n'
    } >"$STEADFAST_TEST_POSTGRESQL_START"
    chmod 755 "$STEADFAST_TEST_POSTGRESQL_START"
    export STEADFAST_TEST_POSTGRESQL_START
}

postgresql_stop() {
    [[ $postgresql_directory ]] || return 0
    if [[ -f $postgresql_directory/data/postmaster.pid ]]; then
        as_postgres "$postgresql_programs/pg_ctl" --pgdata="$postgresql_directory/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
    fi
    rm -rf "$postgresql_directory"
    postgresql_directory=''
}
