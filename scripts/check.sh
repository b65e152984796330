#!/usr/bin/env bash
# The quick one, for every commit: formatting, lints, types, the tests of the crates that
# changed, and one scenario for each mechanism on SQLite. Installs nothing.
#   scripts/check.sh [COMMIT]   changed since COMMIT; without it: what is not yet committed,
#                               or the last commit where all is committed
set -euo pipefail
source "$(dirname "$0")/lib.sh"
source scripts/stages.sh
need_tools
[ -d web/node_modules ] || fail "web/node_modules is missing: run 'make run' or 'make test' once"
unset ANLAN_TEST_PG

web() { npm --prefix web run --silent "$1" -- "${@:2}"; }

changed_files() {
  local since=${1:-}
  if [ -z "$since" ] && [ -z "$(git status --porcelain)" ]; then since=HEAD~1; fi
  git diff --name-only "${since:-HEAD}" --
  git ls-files --others --exclude-standard
}

changed=$(changed_files "${1:-}" | sort -u)
touched() { grep -qE "$1" <<<"$changed"; }

formatting() {
  cargo fmt --all -- --check
  if touched '^web/'; then web format:check; fi
}

# The names of the packages to test: of the changed folders, or all when the ground moved.
packages() {
  local folder
  if touched '^(Cargo\.(toml|lock)|clippy\.toml)$'; then
    echo --workspace
    return
  fi
  for folder in $(sed -nE 's#^(crates/[^/]+)/.*#\1#p' <<<"$changed" | sort -u); do
    if [ -f "$folder/Cargo.toml" ]; then
      echo "--package=$(sed -nE 's/^name = "(.*)"/\1/p' "$folder/Cargo.toml" | head -n 1)"
    fi
  done
}

# One for each mechanism, and those that changed themselves; `make test` runs them all.
MECHANISMS=(
  scenarios::s004 # duties, plans, circulars
  scenarios::s012 # tasks
  scenarios::s023 # key periods
  scenarios::s024 # requirements, records
  scenarios::s027 # matters
  scenarios::s039 # draws
  scenarios::tray # trays, submissions
  scenarios::instruction
  scenarios::collecting
  scenarios::chasing
  scenarios::activation
  promises::scope_matrix
)
scenarios() {
  echo "${MECHANISMS[@]}"
  sed -nE 's#^tests/src/(scenarios|promises)/([^/.]+).*#\1::\2#p' <<<"$changed" | grep -v '::mod$' | sort -u
}

# Packs and locales change what scenarios see although no crate changed.
rust_moved() { touched '^(crates|tests|packs|schemas)/|^Cargo\.|^clippy\.toml$'; }

stage 'formatting' - formatting
stage 'tidy' - cargo run --quiet --package xtask -- tidy
if touched '^web/'; then
  stage 'web lint' - web lint
  stage 'web types' - web types
  stage 'web texts' - web i18n:check
  stage 'web unit tests' "vitest:$RESULTS/vitest.json" \
    web test --reporter=default --reporter=json --outputFile.json="$RESULTS/vitest.json"
fi
if rust_moved; then
  # Of an unchanged crate nothing is left to do, so the whole is asked for: a crate that
  # uses a changed one is linted with it.
  stage 'rust lints' - cargo clippy --workspace --all-targets -- -D warnings
  # Some promises are about the real program.
  stage 'program' - cargo build --quiet --package anlan --bin anlan
  if [ -n "$(packages)" ]; then
    stage 'tests of changed crates' cargo cargo test $(packages) --lib --bins --tests --no-fail-fast
  fi
  stage 'one scenario per mechanism' cargo cargo test --package scenarios -- $(scenarios)
fi

closing_table
