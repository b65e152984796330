#!/usr/bin/env bash
# The demonstration: from start to first answer, and memory at rest.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
out=$(fresh 50-start)

# Made anew whenever the program is: its data is part of what is measured.
if [ ! -f "$DATA/demo/made" ] || [ "$BINARY" -nt "$DATA/demo/made" ]; then
  rm -rf "${DATA:?}/demo"
  say 'start: making the demonstration'
  timeout 900 "$BINARY" demo --scale full --data "$DATA/demo" >"$DATA/demo.txt"
  touch "$DATA/demo/made"
fi
"$RIG" tokens --own-packs --data "$DATA/demo" anweiban
say 'start: measuring'
timeout 300 "$RIG" start --binary "$BINARY" --data "$DATA/demo" --login anweiban --rounds "$ROUNDS" >>"$out"
