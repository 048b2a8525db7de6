#!/usr/bin/env bash
# The feeds, read back by parsers that are not the ones that wrote them. Starts the demonstration (target/debug/tablica,
# which must have been built) with a data folder of its own, and installs the parsers into .venv beside this file.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
started=()
finish() {
    local status=$?
    [ "${#started[@]}" -eq 0 ] || kill "${started[@]}" 2> /dev/null || true
    wait
    # What the other side says of it.
    [ "$status" -eq 0 ] || tail -n 40 "$work/tablica.log" 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT

parsers=tests/feeds/.venv
[ -x "$parsers/bin/pip" ] || python3 -m venv "$parsers"
"$parsers/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement tests/feeds/requirements.txt

port=$(scripts/free_ports.sh)
export TABLICA_DATA_DIR=$work/data
target/debug/tablica demo --data "$work/data" --listen "127.0.0.1:$port" > "$work/tablica.log" 2>&1 &
started+=("$!")
for _ in $(seq 240); do
    ! curl -sf "http://127.0.0.1:$port/health/ready" > /dev/null || break
    kill -0 "${started[0]}" 2> /dev/null || break
    sleep 0.5
done
token=$(target/debug/tablica token create --tenant szczecin --email redakcja@szczecin.example --role editor)
"$parsers/bin/python" tests/feeds/check.py "http://szczecin.localhost:$port" "$token"
