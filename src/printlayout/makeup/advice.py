"""Copyfit in words, and as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.messages import say
from printlayout.layout.made import Made
from printlayout.model.copyfit import Copyfit, Remedy, Variant

WORDS = {
    "squeeze": "fit.says-squeeze",
    "squeeze less": "fit.says-loosen",
    "picture": "fit.says-picture-higher",
    "picture less": "fit.says-picture-lower",
    "headline": "fit.says-headline",
    "subheads": "fit.says-subheads",
    "blank": "fit.says-blank-more",
    "blank less": "fit.says-blank-less",
    "cut": "fit.says-cut",
    "cut one": "fit.says-cut-sentence",
    "cut some": "fit.says-cut-sentences",
    "add": "fit.says-add",
}
LONGEST = 24
"""Characters of a sentence shown."""


def changes(variant: Variant, lang: str) -> str:
    """What a variant changes, in words."""
    return "" if variant.plain else say("fit.says-and", lang).join(_changes(variant, lang))


def _changes(variant: Variant, lang: str) -> Iterator[str]:
    if variant.squeeze:
        yield say("fit.says-squeeze" if variant.squeeze > 0 else "fit.says-loosen", lang, amount=abs(variant.squeeze))
    for number, more in enumerate(variant.pictures, 1):
        if more:
            code = "fit.says-picture-higher" if more > 0 else "fit.says-picture-lower"
            yield say(code, lang, number=number, amount=abs(more))
    if variant.blank:
        yield say(
            "fit.says-blank-more" if variant.blank > 0 else "fit.says-blank-less", lang, amount=abs(variant.blank)
        )
    if variant.beside:
        yield say("fit.says-beside", lang)
    if variant.headline:
        yield say("fit.says-headline-steps", lang, amount=variant.headline)
    if variant.subheads:
        yield say("fit.says-subheads", lang, amount=variant.subheads)
    if variant.body:
        yield say("fit.says-body", lang, points=f"{variant.body / 1000:g}")


def remedy(one: Remedy, lang: str) -> str:
    """A remedy in words."""
    amount = abs(one.amount)
    if one.kind == "together":
        return changes(one.variant, lang)
    if one.kind == "body":
        return say("fit.says-body", lang, points=f"{amount / 1000:g}")
    kind = one.kind
    if kind in ("squeeze", "picture", "blank") and one.amount < 0:
        kind = f"{kind} less"
    if kind == "cut" and one.text:
        kind = "cut one" if one.number else "cut some"
    text = one.text if len(one.text) <= LONGEST else f"{one.text[: LONGEST // 2]}……{one.text[-LONGEST // 2 :]}"
    return say(WORDS[kind], lang, amount=amount, number=one.number, text=text)


def remedies(found: Sequence[Remedy], lang: str) -> str:
    """All that would help, least harm first, as a sentence; nothing if there is nothing."""
    return (
        say("fit.says-enough", lang, ways=say("fit.says-or", lang).join(remedy(one, lang) for one in found))
        if found
        else ""
    )


def tell(fit: Copyfit, made: Made, collector: Collector) -> None:
    """Tell how a story stands where it does not fit, with what would make it fit; and what was changed already."""
    slot, story, body, place = made.slot, made.placement.story, made.body, made.placement.span
    for picture in made.pictures[len(slot.pictures) :]:
        collector.error("layout.picture-unplaced", picture.span, story=story.name, slot=slot.name)
    if not made.ends:
        return
    ways = {f"ways_{lang}": remedies(fit.remedies, lang) for lang in ("zh", "en")}
    names = {"story": story.name, "slot": slot.name}
    if made.leg and made.frames.segments and not any(made.used) and not body.overset:
        collector.error("layout.jump-empty", place, **names)
        return
    if not made.variant.plain:
        done = {f"done_{lang}": changes(made.variant, lang) for lang in ("zh", "en")}
        collector.info("layout.fitted", place, **names, **done)
    if body.overset:
        collector.error(
            "layout.overset",
            body.overset.span,
            characters=body.overset.characters,
            lines=body.overset.lines,
            text=body.overset.text[:12],
            **names,
            **ways,
        )
        return
    if not made.axes and _uneven(made) > 1:
        free = body.poured.short + body.poured.blank
        collector.info("layout.not-level", place, lines=free, **names, **ways)
    text_ends = max((segment.last for segment in made.frames.segments), default=0)  # a picture may stand below
    unused = min(slot.lines[1], text_ends) - body.last_line
    if unused > 0:
        collector.warn("layout.underfull", place, lines=unused, **names, **ways)


def _uneven(made: Made) -> int:
    """How many lines the column that ends farthest above the others ends above them."""
    return max(
        (
            min(segment.last, made.body.last_line) - segment.first + 1 - used
            for segment, used in zip(made.frames.segments, made.used, strict=True)
        ),
        default=0,
    )
