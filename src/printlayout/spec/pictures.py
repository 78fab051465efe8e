"""Places for pictures as written become places of the model; pictures of stories find their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from printlayout.base.diagnostics import Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.model.ink import BLACK, Ink
from printlayout.model.layout import Grid, PicturePlace, PictureSlot, Slot
from printlayout.model.pictures import Edges, PictureLook
from printlayout.model.story import Inset, Picture
from printlayout.spec.paths import find_file
from printlayout.spec.picture_keys import EdgeKeys, LookKeys, PictureSlotKeys
from printlayout.spec.picture_keys import PictureKeys as PlaceKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.story_keys import MemberKeys, PictureKeys
from printlayout.spec.styling import Styling

BESIDE = 8
"""字 that words beside a picture are wide."""
SIDES = {"left": "左", "top": "上", "right": "右", "bottom": "下"}
LIGHT, DARK = 700, 350
"""From how light a ground black words can be read on it, and down to how dark one white words (permille)."""


def place(keys: PlaceKeys, styling: Styling) -> PicturePlace:
    """A place for a picture of a slot."""
    wrap = None if keys.wrap is None else styling.measure(keys.wrap)
    return PicturePlace(
        columns=keys.columns,
        line=keys.line,
        lines=keys.lines,
        foot=keys.foot,
        clear=keys.clear,
        span=keys.span,
        edges=edges(keys.edges, styling),
        wrap=wrap,
        look=look(keys, styling),
    )


def look(keys: LookKeys, styling: Styling) -> PictureLook:
    """How pictures of a place look."""
    em = styling.em
    frame = styling.stroke(keys.frame)
    band = (styling.ink(keys.band) if keys.band else BLACK) if keys.words == "over" else None
    if band is not None and DARK < lightness(band) < LIGHT:
        styling.at.collector.warn("picture.caption-ground", keys.at("band"), ink=band.name)
    numbers = keys.numbers or ("circled" if keys.captions == "common" else "none")
    return PictureLook(
        shape=keys.shape,
        radius=em if keys.radius is None else styling.measure(keys.radius),
        arrange=keys.arrange,
        gap=em // 2 if keys.gap is None else styling.measure(keys.gap),
        words=keys.words,
        captions=keys.captions,
        numbers=numbers,
        frame=frame.ink if frame else None,
        frame_width=frame.width if frame else 0,
        band=band,
        beside=BESIDE * em if keys.beside is None else styling.measure(keys.beside),
    )


def lightness(ink: Ink) -> int:
    """About how light an ink is, from 0 to 1000 of paper: yellow darkens little, cyan more, magenta most."""
    return max(0, 1000 - ink.black - (300 * ink.cyan + 590 * ink.magenta + 110 * ink.yellow) // 1000)


def edges(moved: EdgeKeys | None, styling: Styling) -> Edges:
    """Edges moved off the grid; those bled off the page come later, when the sheet is known."""
    if moved is None:
        return Edges()
    left, top, right, bottom = map(styling.measure, (moved.left, moved.top, moved.right, moved.bottom))
    return Edges(left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class Trim:
    """The trimmed page and what is printed beyond it."""

    width: Mpt
    height: Mpt
    bleed: Mpt
    grid: Grid


def bled_slot(slot: Slot, keys: Sequence[PlaceKeys], trim: Trim, at: Reading) -> Slot:
    """A slot whose pictures are bled off the page where the layout says so."""
    made = []
    for picture, written in zip(slot.pictures, keys, strict=True):
        first = slot.columns[0] - 1
        columns = (first + picture.columns[0], first + picture.columns[1])
        top = slot.lines[0] if picture.line == 1 and not picture.foot else 2
        bottom = slot.lines[1] if picture.line == 1 and picture.foot else 0
        found = _bled(written, picture.edges, columns, (top, bottom), trim, at)
        made.append(replace(picture, edges=found))
    return replace(slot, pictures=tuple(made)) if made else slot


def bled_picture_slot(slot: PictureSlot, keys: PictureSlotKeys, trim: Trim, at: Reading) -> PictureSlot:
    """A picture slot bled off the page where the layout says so."""
    return replace(slot, edges=_bled(keys, slot.edges, slot.columns, slot.lines, trim, at))


def _bled(
    keys: LookKeys, found: Edges, columns: tuple[int, int], lines: tuple[int, int], trim: Trim, at: Reading
) -> Edges:
    """Edges with those bled off the page. A picture can be bled only where nothing lies between it and the page's edge,
    only on a sheet with bleed, and not at its foot where its words stand there."""
    if not keys.bleed:
        return found
    span = keys.at("bleed")
    if not trim.bleed:
        at.fault("picture.no-bleed", span)
        return found
    outer = {
        "left": columns[0] == 1, "right": columns[1] == trim.grid.columns,
        "top": lines[0] == 1, "bottom": lines[1] == trim.grid.lines,
    }  # fmt: skip
    for side in keys.bleed:
        if not outer[side]:
            at.fault("picture.bleed-inside", span, side_zh=SIDES[side], side_en=side)
    if "bottom" in keys.bleed and keys.words == "below":
        at.fault("picture.bleed-words", span)
    far = {
        "left": -trim.bleed,
        "top": -trim.bleed,
        "right": trim.width + trim.bleed,
        "bottom": trim.height + trim.bleed,
    }
    left, top, right, bottom = (far[s] if s in keys.bleed else None for s in ("left", "top", "right", "bottom"))
    return replace(found, bled=(left, top, right, bottom))


# -- pictures of stories ------------------------------------------------------------------------------------


def read_picture(keys: PictureKeys, root: Path, at: Reading) -> Picture | None:
    """A picture whose file is there, or a group of them."""
    if not keys.group:
        if "group" in keys.places and "group" not in keys.faulty:
            at.fault("picture.empty-group", keys.at("group"))
        return _picture(keys, root, at)
    for key in ("file", "focus", "crop", "inset"):
        if key in keys.places:
            at.fault("picture.group-and-file", keys.at(key), key=key)
    members = [_picture(member, root, at) for member in keys.group]
    return Picture(
        "", keys.caption, keys.credit, span=keys.span, members=tuple(one for one in members if one is not None)
    )


def _picture(keys: MemberKeys, root: Path, at: Reading) -> Picture | None:
    if len(keys.focus) not in (0, 2):
        at.fault("spec.bad-focus", keys.at("focus"), count=len(keys.focus))
    path = _file(keys.file, keys.at("file"), keys.span, keys.places.keys() | keys.faulty, root, at)
    insets = tuple(
        Inset(Picture(found, None, None, _focus(one.focus), one.span), one.corner, one.width)
        for one in keys.inset
        if (found := _file(one.file, one.at("file"), one.span, one.places.keys() | one.faulty, root, at))
    )
    if path is None:
        return None
    return Picture(
        path=path,
        caption=keys.caption,
        credit=keys.credit,
        focus=_focus(keys.focus),
        span=keys.span,
        crop=keys.crop,
        insets=insets,
    )


def _focus(written: tuple[int, ...]) -> tuple[int, int]:
    return (written[0], written[1]) if len(written) == 2 else (500, 500)


def _file(written: str, span: Span, owner: Span, told: set[str], root: Path, at: Reading) -> str | None:
    """A bare name is looked for in ``pictures/``, then beside ``issue.yaml``."""
    if not written:
        if "file" not in told:
            at.fault(
                "spec.missing-key", owner, key="file", owner="picture", want_zh="图片的文件名", want_en="its file",
                example="zw-1.jpg",
            )  # fmt: skip
        return None
    path = find_file(root, written, "pictures", "spec.missing-picture", span, at)
    return None if path is None else str(path)
