#!/bin/sh
# A throwaway PostgreSQL server from the packages of Debian.
#   postgres-server.sh start [FOLDER]   makes a cluster in FOLDER, starts it and prints its address
#   postgres-server.sh stop [FOLDER]    stops it and removes FOLDER
# The server listens on a Unix socket in FOLDER only. As root it runs as the user postgres.
set -eu

usage() {
  echo "usage: postgres-server.sh start|stop [FOLDER]" >&2
  exit 2
}
[ $# -ge 1 ] && [ $# -le 2 ] || usage
folder=${2:-${TMPDIR:-/tmp}/drumbeat-postgres}

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "No PostgreSQL server is installed (apt-get install postgresql)." >&2; exit 1; }

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid postgres --regid postgres --init-groups "$@"); else "$@"; fi
}

stop() {
  [ -e "$folder/data/PG_VERSION" ] || return 0
  as_postgres "$programs/pg_ctl" stop --silent --mode fast --pgdata "$folder/data" >/dev/null 2>&1 || true
  rm -rf "$folder"
}

case $1 in
  start)
    stop
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
    as_postgres "$programs/initdb" --pgdata "$folder/data" --username drumbeat --auth trust \
      --encoding UTF8 --locale C --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    as_postgres "$programs/pg_ctl" start --wait --silent --pgdata "$folder/data" --log "$folder/server.log" \
      --options "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=200" \
      >/dev/null
    rm -f "$folder.log"
    echo "postgres://drumbeat@/postgres?host=$folder"
    ;;
  stop)
    stop
    ;;
  *) usage ;;
esac
