"""Things that stand in several scenes: people, trees, houses, bridges, crowds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from brush import SCALE, Canvas, Point, mix, rgb
from PIL import ImageDraw


def person(
    c: Canvas, x: float, foot: float, tall: float, coat: str, legs: str = "2b2b30", skin: str = "c99f82",
    hair: str = "1d1a1b", stride: float = 0.0, arm: float = 0.2, face: int = 1,
) -> None:  # fmt: skip
    """A figure seen from some way off: ``stride`` 0 stands, 1 runs; ``arm`` lifts the forward arm; ``face`` ±1."""
    h, f = tall, face
    hip, neck, top = foot - h * 0.47, foot - h * 0.83, foot - h
    lean = h * 0.05 * stride * f
    w = h * 0.115
    for way in (-1, 1):
        knee = (x + way * f * h * (0.02 + 0.13 * stride), foot - h * (0.25 + (0.05 * stride if way > 0 else 0)))
        toe = (
            x + way * f * h * (0.03 + (0.10 if way > 0 else 0.27) * stride),
            foot - (h * 0.16 * stride if way < 0 else 0),
        )
        c.line([(x + way * h * 0.02, hip), knee, toe], mix(legs, "000000", 0.25 if way < 0 else 0), h * 0.085)
        c.line([toe, (toe[0] + f * h * 0.05, toe[1])], "1b1b1d", h * 0.045)
    body = [
        (x - w + lean, neck + h * 0.05), (x - w * 0.5 + lean, neck), (x + w * 0.5 + lean, neck),
        (x + w + lean, neck + h * 0.05), (x + w * 0.8, hip + h * 0.06), (x - w * 0.8, hip + h * 0.06),
    ]  # fmt: skip
    back = (x - f * h * (0.08 + 0.17 * stride) + lean, hip - h * (0.06 + 0.06 * stride))
    c.line([(x - f * w * 0.8 + lean, neck + h * 0.06), back], mix(coat, "000000", 0.3), h * 0.07)
    c.poly(body, coat)
    c.poly([body[0], body[1], (x - w * 0.1 + lean, neck), (x - w * 0.1, hip + h * 0.06), body[5]], "000000", 0.18)
    elbow = (x + f * h * (0.13 + 0.06 * stride) + lean, neck + h * (0.22 - 0.16 * arm))
    hand = (elbow[0] + f * h * 0.12, elbow[1] + h * (0.10 - 0.34 * arm))
    c.line([(x + f * w * 0.7 + lean, neck + h * 0.06), elbow, hand], mix(coat, "ffffff", 0.08), h * 0.065)
    c.disc(hand[0], hand[1], h * 0.028, skin)
    c.disc(x + lean * 1.4, top + h * 0.085, h * 0.066, hair, ry=h * 0.082)
    c.disc(x + lean * 1.4 + f * h * 0.018, top + h * 0.1, h * 0.052, skin, ry=h * 0.066)


def crowd(
    c: Canvas, x0: float, x1: float, top: float, bottom: float, coats: Sequence[str], near: float, far: float
) -> None:
    """Heads and shoulders in rows, the nearer the larger; ``near`` and ``far`` are the widths of a head."""
    pen = ImageDraw.Draw(c.im)
    y = top
    while y < bottom:
        t = (y - top) / max(bottom - top, 1)
        r = far + (near - far) * t
        x = x0 + c.rng.uniform(-r, 0)
        while x < x1:
            at, up = x + c.rng.uniform(-0.3, 0.3) * r, y + c.rng.uniform(-0.35, 0.35) * r
            coat = c.rng.choice(list(coats))
            coat = mix(coat, "101018", c.rng.uniform(0, 0.45) + 0.25 * (1 - t))
            pen.ellipse([v * SCALE for v in (at - r, up + r * 0.7, at + r, up + r * 3.4)], fill=rgb(coat))
            skin = mix(c.rng.choice(["c89b7c", "b98a6c", "d8b093"]), "201818", 0.35 * (1 - t) + c.rng.uniform(0, 0.25))
            pen.ellipse(
                [v * SCALE for v in (at - r * 0.52, up - r * 0.5, at + r * 0.52, up + r * 0.85)], fill=rgb(skin)
            )
            pen.ellipse(
                [v * SCALE for v in (at - r * 0.56, up - r * 0.66, at + r * 0.56, up + r * 0.2)], fill=(30, 26, 27)
            )
            x += r * 2.2
        y += r * 1.9


def tree(c: Canvas, x: float, foot: float, tall: float, leaf: str, wide: float = 0.62, fruit: str = "") -> None:
    """A crown of many small dabs, light above and dark below, on a trunk."""
    c.poly(
        [
            (x - tall * 0.03, foot),
            (x - tall * 0.015, foot - tall * 0.5),
            (x + tall * 0.015, foot - tall * 0.5),
            (x + tall * 0.035, foot),
        ],
        "3a2c22",
    )
    pen = ImageDraw.Draw(c.im)
    dabs = []
    for _ in range(round(90 + tall * 0.9)):
        a, r = c.rng.uniform(0, 2 * math.pi), math.sqrt(c.rng.random())
        dabs.append((math.cos(a) * r * wide * tall * 0.5, math.sin(a) * r * tall * 0.34))
    for pas in (0, 1, 2):
        for dx, dy in dabs:
            light = (-dy / (tall * 0.34) - dx / (wide * tall) + 1) / 2
            if pas == 2 and c.rng.random() > 0.5:
                continue
            shade = mix(mix(leaf, "0f160d", 0.62), mix(leaf, "fff3c8", 0.38), light + (pas - 1) * 0.22)
            d = tall * (0.075, 0.05, 0.026)[pas] * c.rng.uniform(0.7, 1.3)
            px, py = x + dx + c.rng.uniform(-1, 1) * d, foot - tall * 0.64 + dy + c.rng.uniform(-1, 1) * d
            pen.ellipse([v * SCALE for v in (px - d, py - d * 0.8, px + d, py + d * 0.8)], fill=rgb(shade))
    if fruit:
        for dx, dy in dabs[:: max(1, len(dabs) // round(26 + tall * 0.12))]:
            d = max(1.6, tall * 0.024)
            px, py = x + dx * 0.95, foot - tall * 0.62 + dy * 0.95
            pen.ellipse([v * SCALE for v in (px - d, py - d, px + d, py + d)], fill=rgb(mix(fruit, "7a2c08", 0.35)))
            pen.ellipse(
                [v * SCALE for v in (px - d * 0.9, py - d, px + d * 0.55, py + d * 0.5)],
                fill=rgb(mix(fruit, "ffe2a0", 0.25)),
            )


def tower_block(
    c: Canvas, x: float, base: float, wide: float, tall: float, wall: str, lamp: str, lit: float, side: float = 0.35
) -> None:
    """A block of flats with its sunny and its shaded wall and rows of windows."""
    c.box(x, base - tall, x + wide, base, wall)
    c.box(x, base - tall, x + wide * side, base, mix(wall, "0a0c14", 0.32))
    c.box(x + wide * 0.3, base - tall - tall * 0.04, x + wide * 0.7, base - tall, mix(wall, "0a0c14", 0.2))
    pen = ImageDraw.Draw(c.im)
    step_x, step_y = max(4.0, wide / 7), max(5.0, wide / 6)
    y = base - tall + step_y * 0.6
    while y < base - step_y * 0.7:
        at = x + step_x * 0.4
        while at < x + wide - step_x * 0.5:
            on = c.rng.random() < lit
            ink = lamp if on else mix(wall, "10141f", 0.5)
            pen.rectangle([v * SCALE for v in (at, y, at + step_x * 0.5, y + step_y * 0.5)], fill=rgb(ink))
            at += step_x
        y += step_y


def stayed_bridge(
    c: Canvas, deck: float, towers: Sequence[float], tall: float, reach: float, colour: str, light: str,
    foot: float, thick: float = 7.0, gap: tuple[float, float] | None = None, ends: tuple[float, float] | None = None,
) -> None:  # fmt: skip
    """A cable-stayed bridge, from edge to edge unless it has ends; ``gap`` is left open in its deck."""
    for tower in towers:
        for way in (-1, 1):
            for k in range(1, 17):
                far = reach * k / 16
                top = deck - tall * (0.52 + 0.46 * k / 16)
                c.line(
                    [(tower, top), (tower + way * far, deck - thick * 0.3)],
                    mix(colour, light, 0.45),
                    max(0.7, thick * 0.11),
                )
        w = thick * 0.55
        for way in (-1, 1):
            c.poly([
                (tower + way * w * 2.6, foot), (tower + way * w * 2.0, foot), (tower + way * w * 1.5, deck),
                (tower + way * w * 0.5, deck - tall), (tower + way * w * 1.1, deck - tall),
                (tower + way * w * 2.3, deck),
            ], colour if way < 0 else mix(colour, light, 0.4))  # fmt: skip
        c.box(tower - w * 1.2, deck - tall * 0.56, tower + w * 1.2, deck - tall * 0.52, colour)
        c.box(tower - w * 1.8, deck - thick * 0.2, tower + w * 1.8, deck + thick * 1.1, mix(colour, "000000", 0.2))
    first, last = ends or (-5.0, c.width + 5.0)
    for left, right in ((first, gap[0]), (gap[1], last)) if gap else ((first, last),):
        c.box(left, deck - thick * 0.5, right, deck + thick * 0.5, mix(colour, "000000", 0.15))
        c.box(left, deck - thick * 0.62, right, deck - thick * 0.36, light)


def reeds(c: Canvas, y: float, count: int, tall: float, colour: str, light: str) -> None:
    """Stalks with feathered heads along the lower edge."""
    for _ in range(count):
        x, h = c.rng.uniform(-10, c.width + 10), tall * c.rng.uniform(0.5, 1.1)
        lean = c.rng.uniform(-0.1, 0.28) * h
        c.line(
            [(x, y + 30), (x + lean * 0.35, y - h * 0.5), (x + lean, y - h)],
            mix(colour, "000000", c.rng.uniform(0, 0.5)),
            1.1,
        )
        if c.rng.random() < 0.7:
            tip: Point = (x + lean, y - h)
            ink = mix(light, colour, c.rng.uniform(0, 0.6))
            for k in range(5):
                w, dy = 2.6 - abs(k - 2.4) * 0.7, h * 0.045 * k
                c.disc(tip[0] - lean * 0.1 * k / 2 + h * 0.01 * k, tip[1] + dy, w, ink, ry=h * 0.034)


def bird(c: Canvas, x: float, y: float, span: float, colour: str, lift: float) -> None:
    """A bird on the wing; ``lift`` −1 to 1 is where its wings are."""
    for way in (-1, 1):
        c.line(
            [(x, y), (x + way * span * 0.25, y - span * (0.05 + 0.12 * lift)),
             (x + way * span * 0.5, y - span * 0.16 * lift)],
            colour, max(1.0, span * 0.05),
        )  # fmt: skip
    c.disc(x, y, span * 0.09, colour, ry=span * 0.045)
