#!/bin/sh
# What the tests in tests/browser need: Chromium with its driver, and axe-core, whose version and hash stand in
# tests/browser/axe.py. Safe to repeat; what is there is left alone.
set -eu
cd "$(dirname "$0")/.."

say() { printf '==> %s\n' "$*"; }

if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing chromium and chromium-driver"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null
  else
    echo "Install the packages chromium and chromium-driver (apt-get install chromium chromium-driver) and run make again." >&2
    exit 3
  fi
fi
.venv/bin/python tests/browser/axe.py
