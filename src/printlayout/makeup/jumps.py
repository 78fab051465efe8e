"""Jump lines 下转第N版 and 上接第N版: a story that goes on in a slot of another page says so, on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.value import replace
from printlayout.model.frames import JumpLine, Segment
from printlayout.text.regions import region_of

ONWARD = {"CN": "下转第{page}版", "TW": "下轉第{page}版", "HK": "下轉第{page}版"}
BACK = {"CN": "上接第{page}版", "TW": "上接第{page}版", "HK": "上接第{page}版"}


def jump_lines(
    segments: Sequence[Segment], before: int | None, after: int | None, lang: str
) -> tuple[tuple[Segment, ...], tuple[JumpLine, ...]]:
    """The segments without the first and the last line, where those are needed for the way back to page ``before`` and
    on to page ``after``; and what stands on them. ``None``: the story begins or ends here, or the page is this one."""
    kept = list(segments)
    lines: list[JumpLine] = []
    region = region_of(lang) or "CN"
    if before is not None and kept:
        lines.append(JumpLine(BACK[region].format(page=before), kept[0], kept[0].first, False))
        kept[0] = replace(kept[0], first=kept[0].first + 1, cuts=kept[0].cuts[1:])
    kept = [segment for segment in kept if segment.lines > 0]
    if after is not None and kept:
        lines.append(JumpLine(ONWARD[region].format(page=after), kept[-1], kept[-1].last, True))
        kept[-1] = replace(kept[-1], last=kept[-1].last - 1, cuts=kept[-1].cuts[:-1])
    return tuple(segment for segment in kept if segment.lines > 0), tuple(lines)
