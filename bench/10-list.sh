#!/usr/bin/env bash
# The list of open obligations over HTTP: three callers of the program and the bare handler over
# the same file, one after the other within each round.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 10-list)

"$RIG" tokens --data "$DATA/small" one wide
serve "$DATA/small" 18081
bare "$DATA/small" 18082
if [ "$LARGE" -gt 0 ]; then
  "$RIG" tokens --data "$DATA/large" one
  serve "$DATA/large" 18083
fi
page='/api/v1/obligations?limit=20'
county=$(cat "$DATA/small/county")

# side SERIES ROUND TOKEN URL
side() { BENCH_TOKEN=$3 load "$4" "$1" "$2" 16 list.lua "$5"; }

one_round() {
  local round=$1 file=$2
  side list/one "$round" "$(cat "$DATA/small/token.one")" "$file" "http://127.0.0.1:18081$page"
  side list/baseline "$round" '' "$file" "http://127.0.0.1:18082/obligations?county=$county&limit=20"
  side list/baseline-named "$round" '' "$file" "http://127.0.0.1:18082/obligations/named?county=$county&limit=20"
  side list/wide "$round" "$(cat "$DATA/small/token.wide")" "$file" "http://127.0.0.1:18081$page"
  if [ "$LARGE" -gt 0 ]; then
    side list/one-large "$round" "$(cat "$DATA/large/token.one")" "$file" "http://127.0.0.1:18083$page"
  fi
}

say 'list: warming up'
one_round 0 /dev/null
for round in $(seq "$ROUNDS"); do
  say "list: round $round"
  one_round "$round" "$out"
done
