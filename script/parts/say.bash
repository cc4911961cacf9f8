# How the scripts speak: one style, and the times that a person waited. Sourced, never run.

readonly house=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$house"

if [[ -t 1 ]]; then
    readonly bold=$'\e[1m' plain=$'\e[0m' red=$'\e[31m' green=$'\e[32m'
else
    readonly bold='' plain='' red='' green=''
fi

say()  { printf '%s\n' "$*"; }
title() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
fail() {
    printf '%s%s%s\n' "$red" "$*" "$plain" >&2
    exit 2
}

# Refuses at once, and says how to put it right, when a program is not there: a missing tool is an error, never a skip.
need() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || fail "'$program' is not there. Run script/setup, which installs it."
    done
}

# seconds_since EPOCHREALTIME: whole seconds and a tenth, as "12.3".
seconds_since() {
    local -r now=${EPOCHREALTIME/./} then=${1/./}
    local -r tenths=$(((now - then) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# A port on loopback that nobody listens on just now, below the range from which the kernel lends ports to clients.
spare_port() {
    local port
    while true; do
        port=$((20000 + RANDOM % 12000))
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%d' "$port"
}
