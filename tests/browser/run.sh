#!/usr/bin/env bash
# The pages in a browser. Starts the demonstration (target/debug/tablica, which must have been built) with a sign-in
# provider for each of two cities and a mail server beside it, and tests it.
#   run.sh [ARGUMENT…]    arguments are Playwright's: a file, --grep and so on
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
started=()
finish() {
    local status=$?
    [ "${#started[@]}" -eq 0 ] || kill "${started[@]}" 2> /dev/null || true
    wait
    # What the other side says of it.
    [ "$status" -eq 0 ] || tail -n 40 "$work/peers.log" "$work/tablica.log" 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT

read -r port peers smtp szczecin radom < <(scripts/free_ports.sh 5)
export TABLICA_TEST_PORT=$port
export TABLICA_TEST_DATA=$work/data
export TABLICA_TEST_PEERS=http://127.0.0.1:$peers
export TABLICA_TEST_SMTP_PORT=$smtp
export TABLICA_TEST_PROVIDERS=szczecin=$szczecin,radom=$radom
TABLICA_TEST_CLIENT_SECRET=$(python3 -c 'import secrets; print(secrets.token_hex())')
export TABLICA_TEST_CLIENT_SECRET
TABLICA_TEST_CHROMIUM=$(command -v chromium || command -v chromium-browser)
export TABLICA_TEST_CHROMIUM

start() { # LOG ADDRESS COMMAND…: starts a server and waits until the address answers
    local log=$1 address=$2 pid
    shift 2
    "$@" > "$log" 2>&1 &
    pid=$!
    started+=("$pid")
    for _ in $(seq 240); do
        curl -sf "$address" > /dev/null && return
        kill -0 "$pid" 2> /dev/null || break
        sleep 0.5
    done
    echo "$1 did not start" >&2
    return 1
}

declare_provider() { # CITY PORT NAME: adds it to the city's declaration
    cat >> "$work/tenants/$1/tenant.toml" << TOML

[[identity]]
id            = "miasto"
name          = "$3"
issuer        = "http://127.0.0.1:$2"
client_id     = "tablica-$1"
client_secret = "$TABLICA_TEST_CLIENT_SECRET"
scopes        = ["openid", "email", "profile"]
TOML
}

cp -r tenants "$work/tenants"
declare_provider szczecin "$szczecin" "Konto mieszkańca"
declare_provider radom "$radom" "Karta radomianina"
# Promotion is off until a city chooses it, and no city of this folder does: one of the copies sells places, so that both
# are tested.
sed -i 's/^modules  *= \[.*"reviews"/&, "promotion"/' "$work/tenants/koszalin/tenant.toml"
grep -q '^modules .*"promotion"' "$work/tenants/koszalin/tenant.toml"

start "$work/peers.log" "$TABLICA_TEST_PEERS/health" node tests/browser/peers/peers.mjs
start "$work/tablica.log" "http://127.0.0.1:$port/health/ready" \
    env TABLICA_TENANTS_DIR="$work/tenants" TABLICA_SMTP_URL="smtp://127.0.0.1:$smtp" TABLICA_TRUSTED_PROXIES=127.0.0.1/32 \
    target/debug/tablica demo --data "$work/data" --listen "127.0.0.1:$port"
npm --prefix tests/browser test -- "$@"
