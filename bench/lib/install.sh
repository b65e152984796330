#!/usr/bin/env bash
# What the benchmarks need from the system besides what the tests need: the load generator.
# Installs it where it may (root or passwordless sudo, on Debian or Ubuntu); elsewhere it says
# what is missing and fails.
set -euo pipefail
source "$(dirname "$0")/../../scripts/lib.sh"

missing=()
have wrk || missing+=(wrk)
[ -n "$(scripts/with-postgres.sh --where || true)" ] || missing+=(postgresql)
if [ ${#missing[@]} -eq 0 ]; then
  say 'system packages: all there'
  exit 0
fi
become=()
if [ "$(id -u)" -ne 0 ]; then
  have sudo && sudo -n true 2>/dev/null ||
    fail "missing: ${missing[*]} (Debian's names), and this user may not install them"
  become=(sudo -n)
fi
have apt-get || fail "missing: ${missing[*]} (Debian's names), and there is no apt-get to install them with"
say "system packages: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${become[@]}" apt-get update -q
"${become[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
