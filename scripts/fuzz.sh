#!/bin/sh
# Fuzzes the readers of outside files: scripts/fuzz.sh SECONDS [TARGET ...]. The fuzzer lives in an environment of its
# own beside the project's, whose packages it sees; safe to repeat.
set -eu
cd "$(dirname "$0")/.."
fuzzer=.venv-fuzz
wanted=3.0.0

if [ "$("$fuzzer/bin/python" -c 'import importlib.metadata as m; print(m.version("atheris"))' 2>/dev/null)" != "$wanted" ]; then
  echo "==> atheris $wanted in $fuzzer"
  .venv/bin/python -m venv --clear "$fuzzer"
  "$fuzzer/bin/python" -m pip install --quiet --disable-pip-version-check "atheris==$wanted"
fi
packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
PYTHONPATH="$packages" exec "$fuzzer/bin/python" tests/hostile/fuzz.py "$@"
