#!/usr/bin/env bash
# Makes the Polish dictionary (lexicon/data) anew from its sources, two Debian packages at fixed versions. Needs Debian's
# apt (after `apt-get update`), python3 for the archive inside, and Cargo. The same Cargo.lock gives the same bytes.
#   lexicon.sh --check    compares it with the committed one; exit 1 if they differ
#   lexicon.sh --write    replaces the committed one
set -euo pipefail
cd "$(dirname "$0")/.."

usage() { sed -n '/^#   /s/^#   //p' "$0" >&2; exit 2; }
[ "$#" -eq 1 ] || usage
case $1 in --check | --write) ;; *) usage ;; esac

committed=lexicon/data/polish.lexicon.zst
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

fetch() { # PACKAGE VERSION SHA256: unpacks a package into the folder named like it
    mkdir -p "$work/download/$1"
    # Started by root, apt downloads as a user of its own.
    [ "$(id -u)" -ne 0 ] || chown _apt "$work/download/$1"
    (cd "$work/download/$1" && apt-get download -qq "$1=$2")
    echo "$3 $(echo "$work/download/$1"/*.deb)" | sha256sum --check --quiet
    dpkg-deb -x "$work/download/$1"/*.deb "$work/$1"
}
fetch libmorfologik-stemming-java 1.9.0+dfsg-1 276c5713affd543631126726b3ff3639000b680bb41c0260ffa7285dbcba3d42
fetch hunspell-pl 1:7.5.0-1 9af9e010e5586ab3e5b46009273df8e94c8c1f0da8e3c7b1e2df1398ce68ef07
python3 -m zipfile -e "$work/libmorfologik-stemming-java/usr/share/java/morfologik-polish.jar" "$work/morfologik-polish"

cargo run --quiet --release --package lexicon --bin lexicon-build -- \
    "$work/morfologik-polish/morfologik/dictionaries/pl.dict" \
    "$work/hunspell-pl/usr/share/hunspell/pl_PL.aff" "$work/hunspell-pl/usr/share/hunspell/pl_PL.dic" \
    "$work/polish.lexicon.zst"

if [ "$1" = --write ]; then
    cp "$work/polish.lexicon.zst" "$committed"
elif ! cmp "$work/polish.lexicon.zst" "$committed"; then
    echo "$committed is not what its sources make; run $0 --write and commit" >&2
    exit 1
fi
