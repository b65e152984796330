#!/usr/bin/env bash
# What the tests need from the system: PostgreSQL, Chromium, a Chinese font, Python's venv.
# Installs what is missing where it may (root or passwordless sudo, on Debian or Ubuntu);
# elsewhere it names what is missing and fails.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

missing=()
[ -n "$(scripts/with-postgres.sh --where || true)" ] || missing+=(postgresql)
[ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ] || missing+=(chromium)
compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-*' >/dev/null ||
  { have fc-list && [ -n "$(fc-list :lang=zh-cn file)" ]; } || missing+=(fonts-noto-cjk)
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)

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
say 'system packages: installed'
