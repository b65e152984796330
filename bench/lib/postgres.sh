#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own that does sync to disk, which the one of the tests
# does not: a benchmark without durable commits would compare the wrong things.
#   bench/lib/postgres.sh COMMAND [ARGUMENT …]     the address is in BENCH_PG
set -euo pipefail
source "$(dirname "$0")/../../scripts/lib.sh"

bin=$(scripts/with-postgres.sh --where) || fail 'no PostgreSQL server is installed'
# The server refuses to run as root: root hands it to an account without rights.
as=()
owner=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres
  id -u "$owner" >/dev/null 2>&1 || owner=nobody
  as=(setpriv "--reuid=$owner" "--regid=$(id -gn "$owner")" --clear-groups env HOME=/nonexistent)
fi
home=$(mktemp -d "${TMPDIR:-/tmp}/anlan-bench-pg.XXXXXX")
server=''
stop() {
  trap - EXIT
  if [ -n "$server" ] && kill -INT "$server" 2>/dev/null; then wait "$server" 2>/dev/null || true; fi
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$home"
mkdir -m 700 "$home/data" "$home/socket"
chown "$owner" "$home/data" "$home/socket"
(cd "$home" && "${as[@]}" "$bin/initdb" -D "$home/data" -U anlan --auth=trust --encoding=UTF8 \
  --locale=C.UTF-8 >"$home/initdb.log" 2>&1) || { cat "$home/initdb.log" >&2; exit 1; }

# Memory and log sizes of a small server; everything that makes a commit durable as it comes.
start() {
  local attempt
  for attempt in 1 2 3 4 5; do
    port=$((20000 + (RANDOM % 20000)))
    (cd "$home" && exec "${as[@]}" "$bin/postgres" -D "$home/data" -h 127.0.0.1 -p "$port" -k "$home/socket" \
      -c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=30min -c max_connections=100 \
      -c max_locks_per_transaction=256 >"$home/server.log" 2>&1) &
    server=$!
    while kill -0 "$server" 2>/dev/null; do
      if grep -q 'ready to accept connections' "$home/server.log" 2>/dev/null &&
        "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" -U anlan -d postgres; then
        return 0
      fi
      sleep 0.1
    done
  done
  cat "$home/server.log" >&2
  return 1
}
start || { server=''; exit 1; }
export BENCH_PG="postgres://anlan@127.0.0.1:$port/postgres"
"$@" <&0 &
command=$!
trap 'kill -TERM "$command" 2>/dev/null; exit 143' TERM
trap 'kill -INT "$command" 2>/dev/null; exit 130' INT
wait "$command"
