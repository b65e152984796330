#!/usr/bin/env bash
# From a fresh clone to a running demonstration: web packages, web client, program, data.
# Each step says what it does and how long it took; what is still fresh is not done again.
# PLACE names the pack of another place; each place has a data folder of its own.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

step() {
  local name=$1 began=$SECONDS
  shift
  say "$name"
  "$@" || fail "$name: failed after $((SECONDS - began)) s"
  say "$name: done in $((SECONDS - began)) s"
}

# The client is built again when one of its sources is newer than the last build.
build_web() {
  if [ -f web/dist/index.html ] &&
    [ -z "$(find web/src web/public web/index.html web/vite.config.ts web/package-lock.json \
      -type f -newer web/dist/index.html -print -quit 2>/dev/null)" ]; then
    say 'web client: as before'
    return 0
  fi
  npm --prefix web run --silent build
}

need_tools
say 'The first start builds everything and takes some minutes (up to 20 on two cores); later ones take seconds.'
step '1/4 web packages' install_web
step '2/4 web client' build_web
step '3/4 program' cargo build --package anlan --locked
data=${ANLAN_DATA:-data${PLACE:+-$PLACE}}
say "4/4 demonstration: an existing database in ./$data is used as it is; otherwise it is made now"
exec "$BINARY" demo ${PLACE:+--place "$PLACE"} --scale full --serve --data "$data" "$@"
