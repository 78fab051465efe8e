#!/bin/sh
# Rebuilds the output profiles in layouts/press from measured data, the same bytes each time. Needs Debian's
# icc-profiles-free (the data), argyll (colprof) and python3; takes two minutes.
#
# Black (-k p) starts at an eighth of the way to black and rises evenly, so that light skin stays free of it, and ends
# at 85 (95) per cent; neutral_axis.py then sets the greys exactly, down to the darkest neutral. The limit asked of
# colprof is not quite the one that comes out: LittleCMS gives at most 237.3 % for TR 002 and 313.7 % for FOGRA39L, over
# all of Lab (tests/colour holds it).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
data=${ICC_DATA:-/usr/share/color/icc}
out=${1:-"$here/layouts/press"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # data set, file, description, copyright, total limit, black limit, curve of black
	cp "$data/$1.ti3" "$work/$1.ti3"
	# -nc: the data itself, which colprof would add, stays out.
	colprof -nc -qm -l"$5" -L"$6" -k p 0 .12 1 "$7" .7 -Z r -A "printlayout" -D "$3" -C "$4" \
		-O "$work/$2" "$work/$1"
	python3 "$here/scripts/neutral_axis.py" "$work/$2"
	# The time of making (ICC.1:2001-04 6.1.8) is fixed.
	python3 - "$work/$2" "$out/$2" <<'END'
import struct
import sys
from pathlib import Path

data = bytearray(Path(sys.argv[1]).read_bytes())
data[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
Path(sys.argv[2]).write_bytes(data)
END
}

build TR002 cgats-tr002.icc "CGATS TR 002 newsprint" \
	"Derived from ANSI CGATS/SNAP TR 002-2007, Copyright 2007 NPES. May be distributed with no further permissions; see NOTICE.md" \
	235 85 .85
build FOGRA39L fogra39.icc "FOGRA39 coated" \
	"Derived from FOGRA39L, www.fogra.org, packaged under the zlib licence; see NOTICE.md" \
	320 95 .95
