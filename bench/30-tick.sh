#!/usr/bin/env bash
# Half a million obligations of a month by one tick, on both databases.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 30-tick)

say 'tick: SQLite'
timeout 900 "$RIG" tick --database sqlite --work "$DATA/tick" --rounds "$ROUNDS" >>"$out"
say 'tick: PostgreSQL'
timeout 900 bench/lib/postgres.sh bash -c \
  '"$1" tick --database postgres --work "$2" --server "$BENCH_PG" --rounds "$3"' \
  - "$RIG" "$DATA/tick" "$ROUNDS" >>"$out"
rm -rf "${DATA:?}/tick"
