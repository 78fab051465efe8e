"""Display text as written becomes :class:`Fit` and :class:`Effect`."""

from __future__ import annotations

from collections.abc import Callable

from printlayout.base.units import Mpt
from printlayout.model.ink import Ink
from printlayout.model.showing import OUTLINED, PLAIN, Effect, Fit
from printlayout.spec.showing_keys import EffectKeys, FitKeys
from printlayout.spec.values import InkUse


def fit(keys: FitKeys | None) -> Fit | None:
    """What display text may give way."""
    if keys is None:
        return None
    return Fit(keys.tighten, keys.spread, keys.condense, keys.widen, keys.rows, keys.below)


def effect(keys: EffectKeys | None, ink: Callable[[InkUse | None], Ink | None], size: Mpt) -> Effect | None:
    """How display text is drawn; ``ink`` looks inks up. An outline that names no width is a fortieth of the size."""
    if keys is None or keys.kind == PLAIN:
        return None
    width = keys.width.mpt() if keys.width else size // 40 if keys.kind == OUTLINED else 0
    return Effect(keys.kind, ink(keys.ink), width, keys.offset, keys.pad, keys.reach)
