"""What changed on a page, in words: two pages' facts → a list of changes with their places.

Lines are taken together to streams: all that stands in one part of one story, or in one kind of furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from printlayout.base.geometry import Rect
from printlayout.base.messages import say
from printlayout.base.units import HAO, Mpt
from printlayout.base.value import dataclass, field
from printlayout.compare.facts import Facts, Thing, Words
from printlayout.compare.texts import alike, passages
from printlayout.preview.geometry import union

STILL = 100
"""Milli-points something may move without having moved."""
OTHER = 0.25
"""Texts that have less in common are two texts, and not one that was edited."""
MOST = 20
"""Passages told of a stream; the others are counted."""
LONGEST = 60
"""Characters of a passage told."""
_HAO = {size: name for name, size in HAO.items()}
Stream = tuple[str, str, str]
"""Kind of group, slot and part."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``code`` names its sentence, ``args`` fill it; ``old`` and ``new``: where it lies on the page before
    and after; ``place``: file:line:column."""

    code: str
    args: dict[str, str] = field(default_factory=dict)
    old: Rect | None = None
    new: Rect | None = None
    place: str = ""

    def said(self, lang: str) -> str:
        """The change as a sentence; an argument that ends with ``_zh`` or ``_en`` stands for itself without it."""
        own = {name.removesuffix(f"_{lang}"): value for name, value in self.args.items()}
        return say(self.code, lang, **own)


def changes(old: Facts, new: Facts) -> list[Change]:
    """What changed from one page to the other."""
    found = list(_sheet(old, new))
    before, after = _streams(old.lines), _streams(new.lines)
    told: set[tuple[str, str]] = set()  # slots whose stories came, went or changed for others
    for change, slots in _stories(before, after):
        found += [change] if change else []
        told |= slots
    for key, lines in before.items():
        if (key[0], key[1]) in told:
            continue
        found += _stream(key, lines, after.get(key, ()))
    for key, lines in after.items():
        if key not in before and (key[0], key[1]) not in told:
            found += _stream(key, (), lines)
    found += _things(old.things, new.things)
    found += _drawn(old, new)
    return found


def _sheet(old: Facts, new: Facts) -> Iterator[Change]:
    if abs(old.width - new.width) > STILL or abs(old.height - new.height) > STILL:
        sizes = {"old": f"{_mm(old.width)} × {_mm(old.height)}", "new": f"{_mm(new.width)} × {_mm(new.height)}"}
        yield Change("change.says-sheet", sizes)


def _streams(lines: Iterable[Words]) -> dict[Stream, list[Words]]:
    found: dict[Stream, list[Words]] = {}
    for line in lines:
        found.setdefault((line.group, line.slot, line.part), []).append(line)
    return found


# -- stories ----------------------------------------------------------------------------------------------------


def _files(streams: dict[Stream, list[Words]]) -> dict[str, tuple[str, list[Words]]]:
    """The story of every slot and its lines."""
    found: dict[str, tuple[str, list[Words]]] = {}
    for (group, slot, _), lines in streams.items():
        if group == "story":
            found.setdefault(slot, (lines[0].file, []))[1].extend(lines)
    return found


def _stories(
    before: dict[Stream, list[Words]], after: dict[Stream, list[Words]]
) -> Iterator[tuple[Change | None, set[tuple[str, str]]]]:
    """Stories that came, went, gave way to another or went to another slot, with the slots this explains."""
    old, new = _files(before), _files(after)
    places = {file: slot for slot, (file, _) in new.items() if file}
    came_from = {file for file, _ in old.values()}
    for slot, (file, lines) in old.items():
        other, there = new.get(slot), places.get(file, slot)
        explained = {("story", slot)}
        if there != slot and (other is None or other[0] != file):
            args = {"story": _named(file), "old": slot, "new": there}
            yield Change("change.says-story-moved", args, _box(lines), _box(new[there][1]), file), explained
            where = _where(("story", there, ""), new[there][1])
            yield from ((edit, explained) for edit in _edits(where, lines, new[there][1]))
        elif other is None:
            args = {"story": _named(file), "slot": slot, "lines": str(len(lines))}
            yield Change("change.says-story-gone", args, _box(lines), None, file), explained
        elif other[0] != file and alike(_text(lines), _text(other[1])) < OTHER:
            args = {"old": _named(file), "new": _named(other[0]), "slot": slot}
            yield Change("change.says-story-replaced", args, _box(lines), _box(other[1]), other[0]), explained
    for slot, (file, lines) in new.items():
        if slot not in old:
            args = {"story": _named(file), "slot": slot, "lines": str(len(lines))}
            change = Change("change.says-story-new", args, None, _box(lines), file)
            yield None if file in came_from else change, {("story", slot)}  # what moved here is told already


def _named(file: str) -> str:
    return file.rpartition("/")[2] or "?"


# -- streams of text --------------------------------------------------------------------------------------------


def _stream(key: Stream, old: Sequence[Words], new: Sequence[Words]) -> Iterator[Change]:
    where = _where(key, new or old)
    if not old or not new:
        lines = old or new
        code = "change.says-text-gone" if old else "change.says-text-new"
        args = where | {"text": _short(_text(lines))}
        yield Change(code, args, _box(old) if old else None, _box(new) if new else None, _place(lines[0]))
        return
    yield from _looks(where, old, new)
    edits = list(_edits(where, old, new))
    yield from edits
    if key[2] == "body" and len(old) != len(new):
        code = "change.says-lines-less" if len(new) < len(old) else "change.says-lines-more"
        numbers = {"old": str(len(old)), "new": str(len(new)), "by": str(abs(len(new) - len(old)))}
        yield Change(code, where | numbers, _box(old), _box(new), _place(new[0]))
    if not edits and not _looks_other(old, new):
        yield from _shifts(where, old, new)


def _where(key: Stream, lines: Sequence[Words]) -> dict[str, str]:
    """Where a change is, in both languages: the slot, its story and the part."""
    group, slot, part = key
    found = {}
    for lang in ("zh", "en"):
        parts = [slot or {"page": "", "story": ""}.get(group, say("change.says-furniture", lang))]
        if group == "story":
            parts.append(say(PARTS[part], lang) if part in PARTS else part)
        elif part:
            parts.append(part)
        words = " ".join(word for word in parts if word) or say("change.says-page", lang)
        name = _named(lines[0].file) if group == "story" and lines[0].file else ""
        found[f"where_{lang}"] = say("change.says-of-story", lang, where=words, story=name) if name else words
    return found


PARTS = {
    "kicker": "change.says-kicker",
    "headline": "change.says-headline",
    "deck": "change.says-deck",
    "byline": "change.says-byline",
    "body": "change.says-body",
    "subhead": "change.says-subhead",
    "caption": "change.says-caption",
    "credit": "change.says-credit",
}
LOOKS = {"size": "change.says-size", "face": "change.says-face", "ink": "change.says-ink"}


def _looks(where: dict[str, str], old: Sequence[Words], new: Sequence[Words]) -> Iterator[Change]:
    """Size, face and colour of most of a stream."""
    places = (_box(old), _box(new), _place(new[0]))
    for name, code in LOOKS.items():
        one, other = _most(old, name), _most(new, name)
        if one != other:
            args = where | {"old": _said(name, one), "new": _said(name, other)}
            yield Change(code, args, *places)


def _looks_other(old: Sequence[Words], new: Sequence[Words]) -> bool:
    return any(_most(old, name) != _most(new, name) for name in ("size", "face"))


def _most(lines: Sequence[Words], name: str) -> object:
    counted: Counter[object] = Counter()
    for line in lines:
        counted[getattr(line, name)] += max(1, len(line.text))
    return counted.most_common(1)[0][0]


def _said(name: str, value: object) -> str:
    if name != "size" or not isinstance(value, int):
        return str(value)
    hao = _HAO.get(value, "")
    return f"{value / 1000:g} pt" + (f" ({hao})" if hao else "")


def _edits(where: dict[str, str], old: Sequence[Words], new: Sequence[Words]) -> Iterator[Change]:
    one, at_old = _joined(old)
    other, at_new = _joined(new)
    if one == other:
        return
    if min(len(one), len(other)) > LONGEST and alike(one, other) < OTHER:
        args = where | {"old": _short(one), "new": _short(other)}
        yield Change("change.says-text-other", args, _box(old), _box(new), _place(new[0]))
        return
    edits = passages(one, other)
    for edit in edits[:MOST]:
        code = "change.says-text-changed"
        if not edit.old:
            code = "change.says-text-added"
        elif not edit.new:
            code = "change.says-text-removed"
        args = where | {
            "old": _short(edit.old), "new": _short(edit.new), "before": edit.before.rpartition("\n")[2].lstrip(),
            "after": edit.after.partition("\n")[0].rstrip(),
        }  # fmt: skip
        on_old, _ = _at(at_old, old, edit.old_at, len(edit.old))
        on_new, place = _at(at_new, new, edit.new_at, len(edit.new))
        yield Change(code, args, on_old, on_new, place)
    if len(edits) > MOST:
        yield Change("change.says-text-more", where | {"count": str(len(edits) - MOST)}, _box(old), _box(new))


def _joined(lines: Sequence[Words]) -> tuple[str, list[int]]:
    """The text of lines and where in it each begins. Latin words at a line's end had a space between; captions and
    furniture are texts of their own wherever they come from another place.
    """
    text, starts = "", []
    apart = [line.part in ("caption", "credit") or line.group == "furniture" for line in lines]
    for at, line in enumerate(lines):
        if at and apart[at] and (line.file, line.line) != (lines[at - 1].file, lines[at - 1].line):
            text += "\n"
        elif text and line.text and text[-1].isascii() and text[-1].isalnum() and line.text[0].isascii():
            text += " "
        starts.append(len(text))
        text += line.text
    return text, starts


def _text(lines: Sequence[Words]) -> str:
    return _joined(lines)[0]


def _at(starts: Sequence[int], lines: Sequence[Words], begin: int, length: int) -> tuple[Rect, str]:
    """The lines a passage touches as a rectangle, and the place in its file where it begins."""
    first = max(at for at, start in enumerate(starts) if start <= begin)
    last = max(at for at, start in enumerate(starts) if start <= max(begin, begin + length - 1))
    if begin - starts[first] >= len(lines[first].text) and first + 1 < len(lines):
        first, last = first + 1, max(last, first + 1)
    line, ahead = lines[first], max(0, begin - starts[first])
    touched = lines[first : last + 1]
    place = f"{line.file}:{line.line}:{line.column + ahead}" if line.line else line.file
    # across columns the box of all would be half the page: the first column's lines say where it begins
    near = [one.rect for one in touched if abs(one.rect.x - touched[0].rect.x) < one.rect.width] or [line.rect]
    return (_stretch(line, ahead, length) if first == last else union(near)), place


def _stretch(line: Words, ahead: int, length: int) -> Rect:
    """The part of a line its characters from ``ahead`` take up, about, with a character's width at least."""
    count, rect = max(1, len(line.text)), line.rect
    upright = rect.height > rect.width and count > 1
    whole = rect.height if upright else rect.width
    start, size = whole * min(ahead, count - 1) // count, max(1, length) * whole // count
    if upright:
        return Rect(rect.x, rect.y + start, rect.width, min(size, rect.height - start))
    return Rect(rect.x + start, rect.y, min(size, rect.width - start), rect.height)


def _shifts(where: dict[str, str], old: Sequence[Words], new: Sequence[Words]) -> Iterator[Change]:
    """The same words in the same type at other places."""
    places = (_box(old), _box(new), _place(new[0]))
    if [line.text for line in old] != [line.text for line in new]:
        count = sum(1 for one, other in zip(old, new, strict=False) if one.text != other.text)
        yield Change("change.says-broken", where | {"count": str(count + abs(len(old) - len(new)))}, *places)
        return
    by = [_between(one.rect, other.rect) for one, other in zip(old, new, strict=True)]
    if all(shift == (0, 0, 0) for shift in by):
        return
    if len(set(by)) == 1 and by[0][2] == 0:
        yield Change("change.says-moved", where | _way(by[0][0], by[0][1]), *places)
        return
    count = sum(shift != (0, 0, 0) for shift in by)
    yield Change("change.says-spaced", where | {"count": str(count)}, *places)


def _between(old: Rect, new: Rect) -> tuple[Mpt, Mpt, Mpt]:
    found = (new.x - old.x, new.y - old.y, new.width - old.width)
    return found if any(abs(part) > STILL for part in found) else (0, 0, 0)


def _way(x: Mpt, y: Mpt) -> dict[str, str]:
    """How far something moved, as two languages say it."""
    found = {}
    for lang in ("zh", "en"):
        parts = []
        if abs(x) > STILL:
            parts.append(say("change.says-right" if x > 0 else "change.says-left", lang, by=_mm(abs(x))))
        if abs(y) > STILL:
            parts.append(say("change.says-down" if y > 0 else "change.says-up", lang, by=_mm(abs(y))))
        found[f"way_{lang}"] = say("change.says-and", lang).join(parts)
    return found


# -- pictures and what is drawn -----------------------------------------------------------------------------------


def _things(old: Sequence[Thing], new: Sequence[Thing]) -> Iterator[Change]:
    before, after = _by_slot(old), _by_slot(new)
    for key in dict.fromkeys([*before, *after]):
        ones, others = list(before.get(key, ())), list(after.get(key, ()))
        for one in list(ones):  # the same content first: one that is left out in the middle is no row of changes
            same = next((other for other in others if other.digest == one.digest), None)
            if same is not None:
                ones.remove(one)
                others.remove(same)
                yield from _same_thing(one, same)
        for one, other in zip(ones, others, strict=False):
            args = _thing_args(other) | {"old": one.name, "new": other.name}
            code = "change.says-picture-replaced" if one.name != other.name else "change.says-picture-other"
            yield Change(code, args, one.rect, other.rect)
        for one in ones[len(others) :]:
            yield Change("change.says-picture-gone", _thing_args(one), one.rect, None)
        for other in others[len(ones) :]:
            yield Change("change.says-picture-new", _thing_args(other), None, other.rect)


def _by_slot(things: Iterable[Thing]) -> dict[tuple[str, str], list[Thing]]:
    found: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        found.setdefault((thing.kind, thing.slot), []).append(thing)
    return found


def _thing_args(thing: Thing) -> dict[str, str]:
    return {"slot": thing.slot or "—", "name": thing.name}


def _same_thing(old: Thing, new: Thing) -> Iterator[Change]:
    args, one, other = _thing_args(new), old.rect, new.rect
    if abs(one.width - other.width) > STILL or abs(one.height - other.height) > STILL:
        sizes = {"old": f"{_mm(one.width)} × {_mm(one.height)}", "new": f"{_mm(other.width)} × {_mm(other.height)}"}
        yield Change("change.says-picture-sized", args | sizes, one, other)
    elif old.crop != new.crop:
        yield Change("change.says-picture-cropped", args, one, other)
    elif abs(one.x - other.x) > STILL or abs(one.y - other.y) > STILL:
        where = {f"where_{lang}": say("change.says-picture", lang, **args) for lang in ("zh", "en")}
        yield Change("change.says-moved", where | _way(other.x - one.x, other.y - one.y), one, other)


def _drawn(old: Facts, new: Facts) -> Iterator[Change]:
    one, other = (Counter(digest for digest, _ in facts.drawn) for facts in (old, new))
    gone, more = one - other, other - one
    if gone or more:
        was, became = (
            [rect for digest, rect in facts.drawn if digest in odd] for facts, odd in ((old, gone), (new, more))
        )
        args = {"gone": str(gone.total()), "more": str(more.total())}
        yield Change("change.says-drawn", args, union(was) if was else None, union(became) if became else None)


# -- words --------------------------------------------------------------------------------------------------------


def _box(lines: Sequence[Words]) -> Rect:
    return union(line.rect for line in lines)


def _place(line: Words) -> str:
    return f"{line.file}:{line.line}:{line.column}" if line.line else line.file


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _mm(length: Mpt) -> str:
    return f"{length * 25.4 / 72_000:.2f}".rstrip("0").rstrip(".")
