#!/usr/bin/env bash
# From the lines of all cases to the table in docs/benchmarks.md.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"
need_built
where=$(scripts/with-postgres.sh --where || true)
"$RIG" table --samples "$RESULTS" --page docs/benchmarks.md --json "$RESULTS/latest.json" \
  --binary "$BINARY" --baseline bench/baseline ${where:+--postgres "$where"}
say 'written: docs/benchmarks.md and bench/results/latest.json'
