#!/usr/bin/env bash
# A PostgreSQL of its own in a folder, for one run of the tests.
#   postgres.sh start FOLDER   prints its connection string
#   postgres.sh stop FOLDER
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
folder=$2

# The server refuses to run as root; then it runs as the user its package made.
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case "$1" in
  start)
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    chmod 700 "$folder"
    as "$bin/initdb" -D "$folder/data" -U deliberation -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
      -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=1000 -c fsync=off" start >/dev/null
    chmod 755 "$folder"
    echo "Host=$folder;Username=deliberation;Database=postgres;Pooling=true"
    ;;
  stop)
    as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
    rm -rf "$folder"
    ;;
esac
