#!/usr/bin/env bash
# Tools, the two programs beside the product, and the data folders that several cases share.
# What is there from an earlier run is kept while the migrations are the same.
set -euo pipefail
source "$(dirname "$0")/lib/common.sh"

bench/lib/install.sh
say 'building the rig and the bare handler'
cargo build --release --package rig --locked
cargo build --release --locked --manifest-path bench/baseline/Cargo.toml --target-dir "$TARGET/baseline"
need_built

stamp=$(cat crates/store/migrations/*.sql bench/pack/*.toml bench/rig/src/world/*.rs | sha256sum | cut -c1-16)
say "data folder of $SMALL obligations"
timeout 600 "$RIG" fill --data "$DATA/small" --rows "$SMALL" --stamp "$stamp"
if [ "$LARGE" -gt 0 ]; then
  say "data folder of $LARGE obligations (the first time this takes minutes and some 6 GB)"
  timeout 1200 "$RIG" fill --data "$DATA/large" --rows "$LARGE" --stamp "$stamp"
fi
