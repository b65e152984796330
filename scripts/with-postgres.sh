#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: a new data folder in a temporary place, a free
# port on loopback, nothing ever synced to disk, and gone when the command ends.
#   scripts/with-postgres.sh COMMAND [ARGUMENT …]     the address is in ANLAN_TEST_PG
#   scripts/with-postgres.sh --where                  prints the folder of the server's programs
set -euo pipefail

programs() {
  local initdb folder
  for folder in "${ANLAN_PG_BIN:-}" $(compgen -G '/usr/lib/postgresql/*/bin' | sort -Vr) ''; do
    if [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
      echo "$folder"
      return 0
    fi
  done
  initdb=$(command -v initdb) || return 1
  dirname "$(readlink -f "$initdb")"
}

bin=$(programs) || { echo 'error: no PostgreSQL server is installed (initdb was not found)' >&2; exit 1; }
if [ "${1:-}" = --where ]; then
  echo "$bin"
  exit 0
fi
[ $# -gt 0 ] || { echo 'usage: with-postgres.sh COMMAND [ARGUMENT …]' >&2; exit 2; }

# The server refuses to run as root: root hands it to an account without rights.
as=()
owner=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres
  id -u "$owner" >/dev/null 2>&1 || owner=nobody
  as=(setpriv "--reuid=$owner" "--regid=$(id -gn "$owner")" --clear-groups env HOME=/nonexistent)
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/anlan-pg.XXXXXX")
server=''
# Only the server that this script started is stopped, by its own process id.
stop() {
  trap - EXIT
  if [ -n "$server" ] && kill -INT "$server" 2>/dev/null; then
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$home"
mkdir -m 700 "$home/data" "$home/socket"
chown "$owner" "$home/data" "$home/socket"

cd "$home"
"${as[@]}" "$bin/initdb" -D "$home/data" -U anlan --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  --no-sync >"$home/initdb.log" 2>&1 || { cat "$home/initdb.log" >&2; exit 1; }

ready() { "$bin/pg_isready" -q -h 127.0.0.1 -p "$1" -U anlan -d postgres; }

# A port that is taken makes the server end at once; then the next one is tried.
start() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + (RANDOM % 20000)))
    "${as[@]}" "$bin/postgres" -D "$home/data" -h 127.0.0.1 -p "$port" -k "$home/socket" \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal \
      -c max_wal_senders=0 -c max_connections=200 -c shared_buffers=256MB \
      -c max_locks_per_transaction=256 -c autovacuum_naptime=10min \
      >"$home/server.log" 2>&1 &
    server=$!
    while kill -0 "$server" 2>/dev/null; do
      # Asked of the port only after this very server said that it accepts connections:
      # another one on the same port would answer, too.
      if grep -q 'ready to accept connections' "$home/server.log" && ready "$port"; then
        return 0
      fi
      sleep 0.1
    done
  done
  cat "$home/server.log" >&2
  return 1
}
start || { server=''; exit 1; }

cd "$OLDPWD"
export ANLAN_TEST_PG="postgres://anlan@127.0.0.1:$port/postgres"
# In the background and waited for, so that a stop of this script is heard at once.
"$@" <&0 &
command=$!
trap 'kill -TERM "$command" 2>/dev/null; exit 143' TERM
trap 'kill -INT "$command" 2>/dev/null; exit 130' INT
wait "$command"
