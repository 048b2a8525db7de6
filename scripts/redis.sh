#!/usr/bin/env bash
# A Redis server of its own for tests, in a folder that may be thrown away. It writes nothing but its log.
#   redis.sh start FOLDER PORT
#   redis.sh stop FOLDER
set -euo pipefail
folder=$2
case $1 in
    start)
        port=$3
        mkdir -p "$folder"
        redis-server --bind 127.0.0.1 --port "$port" --dir "$folder" --save '' --appendonly no \
            --daemonize yes --pidfile "$folder/pid" --logfile "$folder/log" > /dev/null
        for _ in $(seq 50); do
            [ "$(redis-cli -p "$port" ping 2> /dev/null)" = PONG ] && exit 0
            sleep 0.1
        done
        cat "$folder/log" >&2
        exit 1
        ;;
    stop)
        kill "$(cat "$folder/pid")"
        ;;
esac
