#!/usr/bin/env bash
# Form, lints, and generated files that are up to date.
set -euo pipefail
cd "$(dirname "$0")/.."
# As the tests have it, or what they share would be built twice.
export CARGO_INCREMENTAL=0
make web
cargo fmt --all --check
cargo clippy --workspace --all-targets --quiet -- --deny warnings
scripts/schema.sh
# Lists new files too, which `git diff` would pass over.
drift=$(git status --porcelain -- schema)
if [ -n "$drift" ]; then
    printf 'The schema changed; run `make schema` and commit:\n%s\n' "$drift" >&2
    exit 1
fi
target/debug/tablica tenant check
