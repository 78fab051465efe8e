"""Scenes of the yard: peppers under the eaves, pickle jars, sauce vats by the river."""

from __future__ import annotations

import math

from brush import Canvas, mix
from PIL import Image
from things import person


def eaves() -> Image.Image:
    """Strings of red peppers and corn under a wooden eave in the sun."""
    c = Canvas(1000, 667, "p3-2")
    wall = c.area([(0, 0), (1000, 0), (1000, 667), (0, 667)], "c9b08a")
    c.mottle((40, 40), "a3875f", "e6d3ae", 0.3, wall)
    c.box(0, 0, 1000, 70, "3c2a1e")
    for k in range(22):
        c.poly([(k * 48, 0), (k * 48 + 30, 0), (k * 48 + 30, 84), (k * 48, 84)], "5a3f2b")
        c.disc(k * 48 + 15, 84, 15, "6f5036", ry=8)
    c.box(340, 190, 660, 667, "4a3322")
    c.box(356, 206, 644, 667, "241a14")
    c.glow(500, 420, 220, "d98a3a", 0.3)
    for x in (388, 612):
        c.box(x - 20, 206, x + 20, 667, "6b4a30")
        for k in range(5):
            c.box(x - 12, 230 + k * 80, x + 12, 290 + k * 80, "33241a")
    for x0, kind in (
        (50, "r"),
        (118, "r"),
        (190, "c"),
        (262, "r"),
        (322, "c"),
        (690, "r"),
        (752, "c"),
        (820, "r"),
        (890, "r"),
        (950, "c"),
    ):
        tall = c.rng.uniform(330, 440)
        c.line([(x0, 80), (x0, 90 + tall)], "7a6a4a", 2)
        c.poly([(x0 + 22, 110), (x0 + 50, 130), (x0 + 56, 110 + tall), (x0 + 18, 100 + tall)], "5a4028", 0.35, 7)
        y = 104.0
        while y < 90 + tall:
            for way in (-1, 0, 1):
                dx = way * c.rng.uniform(10, 19)
                if kind == "r":
                    ink = mix("c22a1c", "6b120e", c.rng.random() * 0.7)
                    c.line([(x0 + dx * 0.2, y), (x0 + dx, y + 12), (x0 + dx * 1.3, y + 30)], ink, 8)
                    c.line([(x0 + dx * 0.2 - 2, y + 1), (x0 + dx - 2, y + 12)], "f06a4a", 1.6)
                else:
                    ink = mix("eeb53a", "9a6a1a", c.rng.random() * 0.5)
                    c.disc(x0 + dx, y + 18, 11, ink, ry=25)
                    c.disc(x0 + dx - 3, y + 12, 4, "ffe08a", ry=15)
            y += 17 if kind == "r" else 38
    c.poly([(0, 70), (1000, 70), (1000, 130), (0, 210)], "1d130c", 0.42, 10)
    person(c, 520, 660, 300, "39506b", "33302c", hair="b8b4ae", arm=0.4, face=-1)
    return c.done(zoom=1.3, edge=0.3)


def jar() -> Image.Image:
    """Four glazed pickle jars in the sun, cabbage and a stone before them."""
    c = Canvas(800, 640, "jar")
    c.wash(((0, "d9c9a6"), (0.55, "e9dcbc"), (0.56, "a58a62"), (1, "c2a578")))
    wall = c.area([(0, 0), (800, 0), (800, 352), (0, 352)], "d6c6a4")
    c.mottle((24, 18), "b8a47c", "efe4c8", 0.3, wall)
    c.poly([(0, 0), (330, 0), (120, 352), (0, 352)], "8a7650", 0.35, 16)
    for x, y, s in ((130, 440, 0.86), (300, 462, 1.0), (490, 452, 0.94), (665, 470, 1.06)):
        c.poly([(x + 30 * s, y), (x + 230 * s, y - 30), (x + 230 * s, y + 6), (x + 20 * s, y + 22)], "4a3620", 0.5, 12)
        body = c.area([
            (x + math.sin(t * math.pi) ** 0.6 * s * 88 * way, y + 14 * s - t * 210 * s)
            for way in (-1, 1) for t in ([k / 20 for k in range(21)] if way < 0
                                      else [k / 20 for k in range(20, -1, -1)])
        ], "4e2f1c", 1)  # fmt: skip
        c.mottle((16, 16), "2b180e", "7d5230", 0.4, body)
        c.poly(
            [(x - 60 * s, y - 40 * s), (x - 76 * s, y - 100 * s), (x - 48 * s, y - 168 * s), (x - 30 * s, y - 100 * s)],
            "c98a52",
            0.5,
            12,
        )
        c.disc(x - 46 * s, y - 128 * s, 10 * s, "fff3d8", 0.85, 5, 22 * s)
        c.disc(x, y - 196 * s, 52 * s, "3a2314", ry=15 * s)
        c.disc(x, y - 200 * s, 46 * s, "8fa3a0", ry=11 * s)
        c.disc(x, y - 212 * s, 36 * s, "6b4326", ry=24 * s)
        c.disc(x - 10 * s, y - 222 * s, 12 * s, "c98f5a", 0.8, 4, 8 * s)
    for k in range(5):
        x, y = 150 + k * 34, 560 + (k % 2) * 12
        for s in range(9):
            a = -0.5 + s * 0.13
            c.poly(
                [
                    (x, y),
                    (x + math.cos(a) * 90 - 8, y - 60 + math.sin(a) * 60),
                    (x + math.cos(a) * 112, y - 30 + math.sin(a) * 70),
                ],
                mix("5d7d3a", "2f4a22", c.rng.random()),
            )
        c.disc(x - 4, y + 2, 16, "e9e4cc", ry=9)
    for x, y, r in ((470, 576, 40), (540, 592, 34), (424, 600, 28)):
        c.disc(x + 8, y + 10, r, "3a2c1c", 0.4, 6, r * 0.5)
        c.disc(x, y, r, "7d8488", ry=r * 0.6)
        c.disc(x - r * 0.2, y - r * 0.18, r * 0.6, "aab0b0", 0.8, 5, r * 0.3)
    return c.done(edge=0.24, zoom=1.1)


def vats() -> Image.Image:
    """A terrace of sauce vats under straw hats, the river behind, a man with a ladle."""
    c = Canvas(900, 640, "vats")
    c.wash(((0, "9fbac6"), (1, "f0e6cb")), 0, 260)
    c.cloud(0, 190, "f8f3e4", 0.7, (3, 6))
    c.ridge(235, 70, "93a5a8", 280, 0.5)
    c.veil(150, 250, "f0e6cb", 0, 0.5)
    c.mirror(246, "8fa7ae", 0.3, 330)
    c.ripples(250, 330, "f6f0de", 70, 0.5)
    ground = c.area([(0, 322), (900, 310), (900, 640), (0, 640)], "a39a86")
    c.mottle((40, 30), "7d7463", "c9c0a8", 0.35, ground)
    c.poly([(0, 316), (900, 304), (900, 322), (0, 334)], "7a6f5c")
    for row, (y, s, step) in enumerate(((368, 0.5, 88), (426, 0.72, 122), (508, 1.0, 168), (624, 1.4, 236))):
        x = 30 + row * 37.0
        while x < 960:
            c.disc(x + 20 * s, y + 6 * s, 74 * s, "4f4838", 0.4, 6, 14 * s)
            c.poly([(x - 60 * s, y - 78 * s), (x + 60 * s, y - 78 * s), (x + 44 * s, y), (x - 44 * s, y)], "4a2f20")
            c.poly(
                [(x - 60 * s, y - 78 * s), (x - 30 * s, y - 78 * s), (x - 26 * s, y), (x - 44 * s, y)], "8a5c3c", 0.7, 5
            )
            c.disc(x, y - 78 * s, 62 * s, "5f3f2a", ry=15 * s)
            if c.rng.random() < 0.62:
                c.poly(
                    [(x - 80 * s, y - 78 * s), (x, y - 140 * s), (x + 80 * s, y - 78 * s), (x, y - 62 * s)], "c9a860"
                )
                c.poly([(x - 80 * s, y - 78 * s), (x, y - 140 * s), (x - 6 * s, y - 64 * s)], "8f7340", 0.6)
                for k in range(5):
                    c.line([(x, y - 138 * s), (x - 60 * s + k * 30 * s, y - 74 * s)], "a5874a", 1.2)
            else:
                c.disc(x, y - 78 * s, 54 * s, "2b140c", ry=12 * s)
                c.disc(x - 14 * s, y - 80 * s, 20 * s, "8a4a2c", 0.8, 3, 4 * s)
            x += step
        if row == 2:
            person(c, 620, 566, 210, "39506b", "2c2b2f", hair="c9c6c0", arm=0.3, face=-1)
            c.line([(574, 470), (520, 432)], "8a6a42", 6)
    return c.done(edge=0.28)


SCENES = {"p3": eaves, "jar": jar, "vats": vats}
