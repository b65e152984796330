#!/usr/bin/env bash
# The plan page of 191 clauses over more than two million obligations, for a caller who sees a county, his inbox, and a year
# of all plans counted ahead over 50,000 premises. The page is that of the largest plan inside the program; the obligations
# belong to the pack of the load, and all are counted.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 60-plan)

rows="${BENCH_PLAN:-2500000}"
folder="$DATA/plan"
stamp=$(cat crates/store/migrations/*.sql bench/pack/*.toml bench/rig/src/world/*.rs | sha256sum | cut -c1-16)
say "plan: data folder of $rows obligations"
timeout 900 "$RIG" fill --data "$folder" --rows "$rows" --stamp "$stamp"

# Both packs in one folder: the load's own, and the plan whose page is asked for.
packs="$folder/packs"
rm -rf "$packs" && mkdir -p "$packs"
cp -r bench/pack "$packs/load"
cp -r packs/anji-2022 "$packs/anji-2022"
rm -rf "$packs/anji-2022/demo"

say 'plan: a year counted ahead'
for round in $(seq "$ROUNDS"); do
  began=$(date +%s.%N)
  timeout 600 "$BINARY" simulate --from 2022-01-01 --to 2022-12-31 --data "$folder" >"$folder/simulation.txt"
  ended=$(date +%s.%N)
  awk -v round="$round" -v began="$began" -v ended="$ended" \
    'BEGIN { printf "{\"series\":\"plan/simulate\",\"round\":%d,\"values\":{\"s\":%.3f}}\n", round, ended - began }' >>"$out"
done

"$RIG" tokens --data "$folder" one
"$BINARY" serve --data "$folder" --packs "$packs" --listen 127.0.0.1:18086 \
  >"$folder/serve.out" 2>"$folder/access.log" &
STARTED+=($!)
wait_for 18086 $!

token=$(cat "$folder/token.one")
# asked SERIES PATH FILE ROUND: one line with the milliseconds of one request after the other.
asked() {
  local seconds
  seconds=$(curl -sS -o "$folder/answer.json" -w '%{time_total}' -H "authorization: Bearer $token" -H 'x-anlan: 1' \
    "http://127.0.0.1:18086/api/v1$2")
  awk -v series="$1" -v round="$4" -v seconds="$seconds" \
    'BEGIN { printf "{\"series\":\"%s\",\"round\":%d,\"values\":{\"ms\":%.3f}}\n", series, round, seconds * 1000 }' >>"$3"
}

say 'plan: warming up'
asked plan/page /plans/anji-2022 /dev/null 0
asked plan/inbox /inbox /dev/null 0
for round in $(seq "$ROUNDS"); do
  say "plan: round $round"
  asked plan/page /plans/anji-2022 "$out" "$round"
  asked plan/inbox /inbox "$out" "$round"
done
