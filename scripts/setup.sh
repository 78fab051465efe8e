#!/bin/sh
# Makes the virtual environment and installs the exact versions of requirements.lock. Safe to repeat.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=.venv
stamp=$venv/.installed

say() { printf '==> %s\n' "$*"; }

"$python" - <<'PY' || { echo "printlayout needs Python 3.11 or newer (PYTHON=/path/to/python3.12 make …)" >&2; exit 2; }
import sys
sys.exit(sys.version_info < (3, 11))
PY

wanted=$(cat requirements.lock pyproject.toml | cksum; "$python" --version)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && "$venv/bin/python" -c 'import printlayout' 2>/dev/null; then
  exit 0
fi

say "virtual environment in $venv"
if ! "$python" -m venv --clear "$venv" >/dev/null 2>"${TMPDIR:-/tmp}/printlayout-venv.$$"; then
  # Debian keeps ensurepip in a package of its own.
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing python3-venv"
    apt-get update -qq && apt-get install -y -qq python3-venv
    "$python" -m venv --clear "$venv"
  else
    cat "${TMPDIR:-/tmp}/printlayout-venv.$$" >&2
    echo "Install the package python3-venv (apt-get install python3-venv) and run make again." >&2
    exit 3
  fi
fi
rm -f "${TMPDIR:-/tmp}/printlayout-venv.$$"

say "Python packages, exact versions of requirements.lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
printf '%s' "$wanted" > "$stamp"
