"""What an ICC profile is, from its header and tag table (ICC.1:2001-04 and ICC.1:2004-10, 7.2 and 7.3)."""

from __future__ import annotations

import struct

from printlayout.base.value import dataclass

HEADER = 128
TAGS_LIMIT = 200
OUTPUT_TAGS = ("A2B0", "B2A0", "wtpt", "desc", "cprt")
"""What an output profile of four inks must hold to stand in a press file (press.md 1)."""


@dataclass(frozen=True, slots=True)
class Icc:
    """The facts of a profile. ``kind`` is its class (prtr, mntr …), ``space`` its colour space (CMYK, RGB, GRAY …),
    each without blanks; ``tags`` have data within the file.
    """

    version: int
    kind: str
    space: str
    pcs: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a profile will not do, in Chinese and English."""

    zh: str
    en: str


def read_icc(data: bytes) -> Icc | None:
    """The facts of a profile, or ``None`` if the bytes are none or are cut short."""
    if len(data) < HEADER + 4 or data[36:40] != b"acsp":
        return None
    size, count = int.from_bytes(data[:4], "big"), int.from_bytes(data[128:132], "big")
    if size > len(data) or count > TAGS_LIMIT or HEADER + 4 + 12 * count > size:
        return None
    tags = []
    for at in range(HEADER + 4, HEADER + 4 + 12 * count, 12):
        name, start, length = struct.unpack_from(">4sII", data, at)
        if start >= HEADER and length >= 8 and start + length <= size:
            tags.append(_word(name))
    return Icc(data[8], _word(data[12:16]), _word(data[16:20]), _word(data[20:24]), frozenset(tags))


def unfit_for_output(data: bytes, newest: int = 2) -> Unfit | None:
    """Why the profile cannot be an output profile of four inks; nothing if it can. ``newest``: the highest version."""
    icc = read_icc(data)
    if icc is None:
        return Unfit("不是 ICC 文件或不完整", "it is no ICC profile, or incomplete")
    if icc.kind != "prtr":
        return Unfit(f"类别是 {icc.kind}，应为 prtr（输出设备）", f"its class is {icc.kind}, not prtr (output device)")
    if icc.space != "CMYK":
        return Unfit(f"颜色空间是 {icc.space}，应为 CMYK", f"its colour space is {icc.space}, not CMYK")
    if icc.pcs not in ("Lab", "XYZ"):
        return Unfit(f"连接空间是 {icc.pcs}", f"its connection space is {icc.pcs}")
    if not 2 <= icc.version <= newest:
        return Unfit(
            f"ICC 版本是 {icc.version}，最高用 {newest}", f"its ICC version is {icc.version}; {newest} is the highest"
        )
    missing = [tag for tag in OUTPUT_TAGS if tag not in icc.tags]
    if missing:
        return Unfit(f"缺少 {'、'.join(missing)}", f"it lacks {', '.join(missing)}")
    return None


def space_of(icc: bytes | None) -> str:
    """The colour space of a profile that came with a picture; empty if it is none or is of no use there."""
    found = read_icc(icc) if icc else None
    return found.space if found and found.kind in ("mntr", "scnr", "prtr", "spac") else ""


def _word(data: bytes) -> str:
    return data.decode("latin-1").strip("\0 ")
