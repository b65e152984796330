#!/usr/bin/env bash
# The shapes that the design chose, beside those that it refused.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 40-shapes)
seconds=3

say 'shapes: scope branches'
timeout 300 "$RIG" shapes --rounds "$ROUNDS" scope --data "$DATA/small" >>"$out"
say 'shapes: counter row, SQLite'
timeout 300 "$RIG" shapes --rounds "$ROUNDS" --seconds "$seconds" counter --work "$DATA/shapes" >>"$out"
say 'shapes: counter row and chain, PostgreSQL'
timeout 600 bench/lib/postgres.sh bash -c \
  'for shape in counter chain; do
     "$1" shapes --rounds "$3" --seconds "$4" "$shape" --work "$2" --server "$BENCH_PG" || exit 1
   done' - "$RIG" "$DATA/shapes" "$ROUNDS" "$seconds" >>"$out"
rm -rf "${DATA:?}/shapes"
