# Shared by the scripts beside it; sourced, never run.
# Everything happens from the root of the repository.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT" || exit 1

# Cargo's own setting wins, so that several clones may share one target folder.
TARGET="${CARGO_TARGET_DIR:-$ROOT/target}"
BINARY="$TARGET/debug/anlan"

# One line of progress: seconds since the script began, then what happens now.
say() { printf '[%4d s] %s\n' "$SECONDS" "$*"; }

# Ends the script with the reason on standard error.
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# need TOOL MINIMUM VERSION: refuses a missing or too old tool by its name.
need() {
  local tool=$1 minimum=$2 found=$3
  have "$tool" || fail "$tool is not installed; version $minimum or newer is needed"
  [ "$(printf '%s\n%s\n' "$minimum" "$found" | sort -V | head -n 1)" = "$minimum" ] ||
    fail "$tool $found is too old; version $minimum or newer is needed"
}

need_tools() {
  need cargo 1.95 "$(cargo --version 2>/dev/null | cut -d' ' -f2)"
  need node 20.19 "$(node --version 2>/dev/null | tr -d v)"
  need npm 10 "$(npm --version 2>/dev/null)"
}

# The packages of the web client, only when the lock file is another than last time.
# The browser of the tests is the system's; none is downloaded.
install_web() {
  local stamp=web/node_modules/.installed-lock
  if [ -f "$stamp" ] && cmp -s "$stamp" web/package-lock.json; then
    say 'web packages: as before'
    return 0
  fi
  say 'web packages: npm ci'
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix web ci --no-progress || return 1
  cp web/package-lock.json "$stamp"
}
