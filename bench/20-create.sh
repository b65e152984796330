#!/usr/bin/env bash
# Durable creates from 64 clients: the program files records, the bare handler inserts rows with
# a commit each. Either has its own copy of the same database.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 20-create)

for copy in create-program create-bare; do
  rm -rf "${DATA:?}/$copy"
  mkdir "$DATA/$copy"
  cp "$DATA/small/"{anlan.db,county,body,sites} "$DATA/$copy/"
  [ ! -e "$DATA/small/anlan.db-wal" ] || cp "$DATA/small/anlan.db-wal" "$DATA/$copy/"
done
"$RIG" tokens --data "$DATA/create-program" one
serve "$DATA/create-program" 18084
bare "$DATA/create-bare" 18085
token=$(cat "$DATA/create-program/token.one")

# side SERIES ROUND KIND TOKEN FILE PORT
side() {
  BENCH_KIND=$3 BENCH_TOKEN=$4 BENCH_FOLDER="$DATA/create-program" \
    load "$5" "$1" "$2" 64 create.lua "http://127.0.0.1:$6"
}

one_round() {
  side create/note "$1" note "$token" "$2" 18084
  side create/baseline "$1" bare '' "$2" 18085
  side create/satisfying "$1" check "$token" "$2" 18084
}

say 'create: warming up'
one_round 0 /dev/null
for round in $(seq "$ROUNDS"); do
  say "create: round $round"
  one_round "$round" "$out"
done
stop_started
say 'create: verifying the ledger'
"$BINARY" ledger verify --data "$DATA/create-program" --packs bench/pack
rm -rf "${DATA:?}/create-program" "${DATA:?}/create-bare"
