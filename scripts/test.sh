#!/usr/bin/env bash
# Everything: formatting, lints, licences, generated files, unit tests, scenarios on both
# databases, browser tests. `make test` calls this; CONTRIBUTING.md says when to use what.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
source scripts/stages.sh
need_tools

web() { npm --prefix web run --silent "$1" -- "${@:2}"; }

formatting() {
  cargo fmt --all -- --check
  web format:check
}

# Built once, with the binary that the browser tests use: the same selection of packages and
# targets gives the same features, so no dependency is compiled twice.
build_rust() {
  cargo build --workspace --bins --tests --locked
}

rust_tests() {
  scripts/with-postgres.sh cargo test --workspace --locked --no-fail-fast
}

generated_files() {
  cargo run --quiet --locked --package xtask -- generated --check
  "$BINARY" docs --check
  web api:check
}

licences() {
  .tools/bin/cargo-deny --workspace --locked check --hide-inclusion-graph licenses bans sources
  node scripts/npm-licences.mjs
}

web_tests() {
  web test --reporter=default --reporter=json --outputFile.json="$RESULTS/vitest.json"
}

browser_tests() {
  [ -x "$BINARY" ] || fail "the program was not built: $BINARY is not there"
  ANLAN_BINARY="$BINARY" PLAYWRIGHT_JSON_OUTPUT_FILE="$RESULTS/playwright.json" \
    web e2e --reporter=list,json
}

# Without these nothing after them can tell anything.
scripts/install-system.sh
scripts/install-tools.sh
stage 'web packages' - install_web

stage 'formatting' - formatting
stage 'licences' - licences
stage 'scripts' node node --test --test-reporter=tap scripts/
stage 'web lint' - web lint
stage 'web types' - web types
stage 'web texts' - web i18n:check
stage 'web unit tests' "vitest:$RESULTS/vitest.json" web_tests
stage 'web build' - web build
stage 'tidy' - cargo run --quiet --locked --package xtask -- tidy
stage 'rust build' - build_rust
stage 'rust tests, SQLite and PostgreSQL' cargo rust_tests
stage 'generated files' - generated_files
stage 'rust lints' - cargo clippy --workspace --all-targets --locked -- -D warnings
stage 'browser tests' "playwright:$RESULTS/playwright.json" browser_tests

closing_table
