# Shared by the benchmark scripts; sourced, never run. Everything happens from the root of the repository.
#
#   BENCH_ROUNDS   rounds of every case (5)
#   BENCH_SECONDS  seconds of load a side and round (4)
#   BENCH_LARGE    rows of the large list (10000000); 0 leaves it out
#   BENCH_DATA     folder of the databases (target/bench)

source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"

ROUNDS="${BENCH_ROUNDS:-5}"
LOAD_SECONDS="${BENCH_SECONDS:-4}"
LARGE="${BENCH_LARGE:-10000000}"
SMALL=200000
RESULTS="$ROOT/bench/results"
DATA="${BENCH_DATA:-$TARGET/bench}"
RIG="$TARGET/release/rig"
BASELINE="$TARGET/baseline/release/baseline"
BINARY="${ANLAN_BINARY:-$TARGET/release/anlan}"
mkdir -p "$RESULTS" "$DATA"

need_built() {
  local program
  for program in "$BINARY" "$RIG" "$BASELINE"; do
    [ -x "$program" ] || fail "$program is not there: run 'make bench', or bench/00-prepare.sh first"
  done
}

# Every process that a script starts is ended by its own id, also when the script fails.
STARTED=()
stop_started() {
  local process
  for process in "${STARTED[@]}"; do
    kill -TERM "$process" 2>/dev/null && wait "$process" 2>/dev/null || true
  done
  STARTED=()
}
trap stop_started EXIT

# wait_for PORT PROCESS: until somebody listens, or the process has ended.
wait_for() {
  local port=$1 process=$2 tries
  for tries in $(seq 600); do
    kill -0 "$process" 2>/dev/null || fail "a server ended before it listened on port $port"
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 0; fi
    sleep 0.1
  done
  fail "nobody listens on port $port"
}

# serve FOLDER PORT: the program over a data folder, its access log written to a file.
serve() {
  "$BINARY" serve --data "$1" --packs bench/pack --listen "127.0.0.1:$2" \
    >"$1/serve.out" 2>"$1/access.log" &
  STARTED+=($!)
  wait_for "$2" $!
}

# bare FOLDER PORT: the bare handler over the database of a data folder.
bare() {
  BASELINE_DATABASE="$1/anlan.db" BASELINE_LISTEN="127.0.0.1:$2" "$BASELINE" \
    >"$1/baseline.out" 2>"$1/baseline.log" &
  STARTED+=($!)
  wait_for "$2" $!
}

# load FILE SERIES ROUND CLIENTS SCRIPT URL: one wrk run; its line goes to FILE.
load() {
  BENCH_OUT=$1 BENCH_SERIES=$2 BENCH_ROUND=$3 \
    wrk -t1 "-c$4" "-d${LOAD_SECONDS}s" --latency -s "bench/lua/$5" "$6" >"$DATA/wrk.txt" ||
    { cat "$DATA/wrk.txt" >&2; fail "wrk failed on $2"; }
}

# fresh NAME: a results file of this script, empty.
fresh() {
  : >"$RESULTS/$1.jsonl"
  echo "$RESULTS/$1.jsonl"
}
