#!/usr/bin/env bash
# Installs what the tests need and this machine lacks (Debian or Ubuntu): PostgreSQL, Redis, Chromium, and what makes
# environments of Python.
set -euo pipefail
missing=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
command -v redis-server > /dev/null || missing+=(redis-server)
command -v chromium > /dev/null || command -v chromium-browser > /dev/null || missing+=(chromium)
python3 -c 'import ensurepip, venv' 2> /dev/null || missing+=(python3-venv)
[ "${#missing[@]}" -eq 0 ] && exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
