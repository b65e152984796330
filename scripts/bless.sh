#!/usr/bin/env bash
# Writes every generated file again; `git diff` then shows what the change did to them.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

cargo run --quiet --package xtask -- generated
cargo run --quiet --package anlan -- docs
npm --prefix web run --silent api
git status --short -- schemas docs web/src/api
