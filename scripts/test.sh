#!/usr/bin/env bash
# Runs every test: units, the whole system on SQLite and on PostgreSQL, the feeds, and the pages in a browser.
# Installs what it needs, and ends with a line that counts.
set -euo pipefail
cd "$(dirname "$0")/.."
# What incremental builds keep is of no use to a run of everything, and takes tens of gigabytes.
export CARGO_INCREMENTAL=0
scripts/install.sh
make web
(cd tests/browser && npm ci --no-audit --no-fund --silent)

work=$(mktemp -d)
chmod 755 "$work"
finish() {
    [ ! -f "$work/redis/pid" ] || scripts/redis.sh stop "$work/redis" || true
    [ ! -d "$work/postgres/db" ] || scripts/postgres.sh stop "$work/postgres" || true
    rm -rf "$work"
}
trap finish EXIT

failed=0
run() { # NAME COMMAND…: shows a suite's output and keeps it for counting
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" 2>&1 | tee -a "$work/output" || failed=1
}

port=$(scripts/free_ports.sh)
scripts/redis.sh start "$work/redis" "$port"
export TABLICA_TEST_REDIS_URL="redis://127.0.0.1:$port"

run "units, and the whole system on SQLite" cargo test --workspace --no-fail-fast

port=$(scripts/free_ports.sh)
scripts/postgres.sh start "$work/postgres" "$port"
export TABLICA_TEST_DATABASE_URL="postgres://tablica@127.0.0.1:$port"
run "the whole system on PostgreSQL" cargo test --test it --no-fail-fast
unset TABLICA_TEST_DATABASE_URL

run "feeds, read by other parsers" tests/feeds/run.sh
run "mail, received and checked by others" tests/mail/run.sh
run "pages in a browser" tests/browser/run.sh

# "test result: ok. 12 passed; 1 failed; …" of cargo, "  12 passed (3.4s)" and "  1 failed" of Playwright and
# the feeds.
sum() { sed 's/\x1b\[[0-9;]*m//g' "$work/output" | grep -oE "(test result: .*|^ +)[0-9]+ $1" | grep -oE "[0-9]+ $1" | awk '{ n += $1 } END { print n + 0 }'; }
broken=$(sed 's/\x1b\[[0-9;]*m//g' "$work/output" | grep -oE 'test result: .*[0-9]+ passed; [0-9]+ failed|^ +[0-9]+ failed$' | grep -oE '[0-9]+ failed' | awk '{ n += $1 } END { print n + 0 }')
if [ "$failed" -ne 0 ] && [ "$broken" -eq 0 ]; then
    broken=1 # A suite that did not even run.
fi
printf '\n%s passed, %s failed\n' "$(sum passed)" "$broken"
[ "$failed" -eq 0 ]
