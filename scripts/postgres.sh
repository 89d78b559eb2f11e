#!/usr/bin/env bash
# A throw-away PostgreSQL server for the tests: `start DIR` prints a connection string, `stop DIR` removes everything.
# Nothing of it need outlive a power cut, so it does not wait for the disk; POSTGRES_OPTIONS='-c fsync=on' makes it.
set -euo pipefail
action=$1 folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed" >&2; exit 3; }
# The server refuses to run as root; Debian's package made the user for it.
as() { if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

case $action in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" -eq 0 ] && chown postgres "$folder"
    port=$((20000 + RANDOM % 20000))
    as "$bin/initdb" -D "$folder/db" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as "$bin/pg_ctl" -D "$folder/db" -w -s -l "$folder/log" \
      -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=200 ${POSTGRES_OPTIONS:--c fsync=off}" start >/dev/null
    echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Maximum Pool Size=60"
    ;;
  stop)
    as "$bin/pg_ctl" -D "$folder/db" -m immediate -s stop >/dev/null 2>&1 || true
    rm -rf "$folder"
    ;;
esac
