#!/usr/bin/env bash
# Writes the GraphQL contract into schema/: that of a city with every module, and each demonstration city's own.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --quiet
mkdir -p schema
target/debug/tablica schema > schema/portal.graphql
for tenant in tenants/*/; do
    slug=$(basename "$tenant")
    target/debug/tablica schema --tenant "$slug" > "schema/$slug.graphql"
done
