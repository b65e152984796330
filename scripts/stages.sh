# Stages: named, timed, logged, counted; sourced by the scripts that run tests.
# A stage that fails does not stop the next one, so that one run shows everything that is wrong.

RESULTS="$TARGET/make-test"
rm -rf "$RESULTS"
mkdir -p "$RESULTS"

names=() seconds=() passes=() failures=() verdicts=()

# stage NAME COUNTER COMMAND …
# COUNTER says how the stage's tests are counted:
#   -                 it has no tests; failing counts as one failure
#   cargo | node      from its own output
#   vitest:FILE | playwright:FILE   from the JSON report that it writes
stage() {
  local name=$1 counter=$2 log began code counted passed=0 failed=0 verdict=ok
  shift 2
  log="$RESULTS/$(printf '%02d' ${#names[@]})-${name//[^a-zA-Z0-9]/-}.log"
  began=$SECONDS
  say "── $name"
  # A shell of its own: `set -e` holds inside the stage, and its failure is only reported.
  set +e
  (set -e; "$@") 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  if [ "$counter" != - ]; then
    case "$counter" in
      *:*) counted=$(node scripts/count-tests.mjs "${counter%%:*}" "${counter#*:}" 2>/dev/null) || counted='0 0' ;;
      *) counted=$(node scripts/count-tests.mjs "$counter" "$log") || counted='0 0' ;;
    esac
    read -r passed failed <<<"$counted"
    # A runner that found no test has not shown anything.
    if [ "$code" -eq 0 ] && [ $((passed + failed)) -eq 0 ]; then
      say "$name: the runner ran no test"
      code=1
    fi
  fi
  # What failed without a failing test (a build, a lint, a lost report) is a failure, too.
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ "$failed" -gt 0 ]; then verdict="FAILED  $log"; fi
  names+=("$name") seconds+=($((SECONDS - began))) passes+=("$passed") failures+=("$failed") verdicts+=("$verdict")
  printf '%s %s\n' "$(sum "${passes[@]}")" "$(sum "${failures[@]}")" >"$RESULTS/total"
}

sum() {
  local total=0 one
  for one in "$@"; do total=$((total + one)); done
  echo "$total"
}

# The closing table; its status is that of the whole run.
closing_table() {
  local i failed
  failed=$(sum "${failures[@]}")
  printf '\n%-34s %8s %8s %8s\n' stage seconds passed failed
  for i in "${!names[@]}"; do
    printf '%-34s %8d %8d %8d  %s\n' "${names[$i]}" "${seconds[$i]}" "${passes[$i]}" "${failures[$i]}" "${verdicts[$i]}"
  done
  printf '%-34s %8d %8d %8d\n\n' total "$SECONDS" "$(sum "${passes[@]}")" "$failed"
  touch "$RESULTS/complete"
  [ "$failed" -eq 0 ]
}
