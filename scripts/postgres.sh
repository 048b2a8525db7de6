#!/usr/bin/env bash
# A PostgreSQL server of its own for tests, in a folder that may be thrown away.
#   postgres.sh start FOLDER PORT    makes and starts it, with the login role that production has: no superuser
#   postgres.sh stop FOLDER
set -euo pipefail
bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder=$2
# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
    as=(runuser -u postgres --)
fi
case $1 in
    start)
        port=$3
        mkdir -p "$folder"
        [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
        cd "$folder"
        "${as[@]}" "$bin/initdb" -D "$folder/db" -U postgres -A trust > /dev/null
        "${as[@]}" "$bin/pg_ctl" -D "$folder/db" -w -l "$folder/log" -o "-p $port -k $folder -c fsync=off -c max_connections=300 -c listen_addresses=127.0.0.1" start > /dev/null
        "${as[@]}" "$bin/psql" -q -h "$folder" -p "$port" -U postgres -c "CREATE ROLE tablica LOGIN CREATEROLE CREATEDB"
        ;;
    stop)
        cd /
        "${as[@]}" "$bin/pg_ctl" -D "$folder/db" -m immediate stop > /dev/null
        ;;
esac
