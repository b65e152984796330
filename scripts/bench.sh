#!/usr/bin/env bash
# The benchmarks, on an otherwise idle machine. Each script in bench/ prints its own table;
# the limits are read there and in docs/benchmarks.md, never in a test.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

scripts=$(compgen -G 'bench/*.sh' | sort || true)
[ -n "$scripts" ] || fail 'there is no benchmark yet: bench/ holds no script'
say 'building the program with optimisation'
cargo build --release --package anlan --locked
for script in $scripts; do
  say "── $script"
  ANLAN_BINARY="$TARGET/release/anlan" bash "$script"
done
say 'done'
