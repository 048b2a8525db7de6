#!/usr/bin/env bash
# Mail as it leaves the house and comes back, with peers that others wrote: npm's smtp-server takes it, npm's mailauth and
# PyPI's dkimpy verify its signatures. Needs target/debug/tablica, which must have been built; installs the rest into
# node_modules and .venv beside this file. Takes some five minutes, most of them for killing a worker 200 times.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
finish() {
    local status=$?
    # What the other side says of it.
    [ "$status" -eq 0 ] || tail -n 40 "$work/tablica.log" 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT

(cd tests/mail && npm ci --no-audit --no-fund --silent)
verifiers=tests/mail/.venv
[ -x "$verifiers/bin/pip" ] || python3 -m venv "$verifiers"
"$verifiers/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement tests/mail/requirements.txt

read -r -a ports < <(scripts/free_ports.sh 9)
"$verifiers/bin/python" tests/mail/check.py target/debug/tablica "$work" "${ports[@]}"
