"""Scenes of the city: market, flats, tunnel, bookshop, canteen."""

from __future__ import annotations

import math

from brush import Canvas, mix
from PIL import Image
from things import person, tree

COATS = ("b5402c", "2f4d63", "6b7d4a", "c79a45", "8a8f94", "7a4b5e", "41414a", "d9cbb2")


def hall(c: Canvas, floor: float, vanish: tuple[float, float], wall: str, roof: str, ground: str) -> None:
    """A long hall in one-point perspective."""
    vx, vy = vanish
    w, h = c.width, c.height
    c.poly([(0, 0), (w, 0), (vx + 70, vy - 40), (vx - 70, vy - 40)], roof)
    c.poly([(0, 0), (vx - 70, vy - 40), (vx - 70, vy + 30), (0, floor)], mix(wall, "000000", 0.18))
    c.poly([(w, 0), (vx + 70, vy - 40), (vx + 70, vy + 30), (w, floor)], wall)
    c.poly([(0, floor), (vx - 70, vy + 30), (vx + 70, vy + 30), (w, floor), (w, h), (0, h)], ground)
    c.box(vx - 70, vy - 40, vx + 70, vy + 30, "f6ead0")
    c.glow(vx, vy, 260, "fff0cc", 0.7, 0.7)


def market() -> Image.Image:
    """Stalls on both sides of an aisle, heaped with greens, oranges and peppers; people with bags."""
    c = Canvas(1000, 667, "market-3")
    hall(c, 430, (520, 240), "a39c8c", "59606a", "8f8a80")
    for k in range(6):
        t = (k + 0.4) / 6
        y, half = 240 - 40 - t * t * 190, 70 + t * t * 480
        c.line([(520 - half, y), (520 + half, y)], "3c434d", 1 + 6 * t * t)
        for x in (-0.45, 0.45):
            px, py = 520 + half * x, y + 12 + 34 * t * t
            c.line([(px, y), (px, py)], "2f343c", 1.2)
            c.glow(px, py + 4, 18 + 110 * t * t, "ffd998", 0.85, 0.8)
            c.disc(px, py, 3 + 12 * t * t, "fff3d2", ry=2 + 6 * t * t)
    heaps = ("4f7d3a", "d98a2b", "b7362a", "d9cfae", "6b9a45", "c9b04a", "7b4a6a", "e2772e")
    for way in (-1, 1):
        for k in range(7):
            near, far = ((k + 1) / 7) ** 1.7, (k / 7) ** 1.7
            x0, x1 = 520 + way * (95 + 480 * far), 520 + way * (95 + 480 * near)
            y0, y1 = 284 + 210 * far, 284 + 210 * near
            in0, in1 = 520 + way * (62 + 190 * far), 520 + way * (62 + 190 * near)
            c.poly(
                [
                    (in0, y0 + 6 + 8 * far),
                    (in1, y1 + 6 + 8 * near),
                    (in1, y1 + 16 + 104 * near),
                    (in0, y0 + 16 + 104 * far),
                ],
                mix("6b5a48", "2c2622", 0.3 if way < 0 else 0.1),
            )
            c.poly([(in0, y0 + 6 + 8 * far), (in1, y1 + 6 + 8 * near), (x1, y1 - 4), (x0, y0 - 4)], "5b4a3a")
            ink = heaps[(k * 3 + (way > 0) * 2) % len(heaps)]
            for _ in range(150):
                u, v = c.rng.random(), c.rng.random()
                left, right = in0 + (in1 - in0) * u, x0 + (x1 - x0) * u
                px = left + (right - left) * v
                py = y0 + (y1 - y0) * u + 6 - (v * 18 + math.sin(v * 3.1) * 30) * (0.3 + near)
                d = (1.6 + 9 * near) * c.rng.uniform(0.7, 1.2)
                c.disc(px, py, d, mix(ink, "120d08", c.rng.uniform(0.0, 0.55)))
                c.disc(px - d * 0.2, py - d * 0.25, d * 0.55, mix(ink, "fff0c0", c.rng.uniform(0.1, 0.4)))
    for x, y, h, coat, face, arm in (
        (520, 320, 66, "2f4d63", 1, 0.1), (556, 330, 74, "b5402c", -1, 0.4), (484, 352, 96, "d9cbb2", 1, 0.5),
        (588, 372, 118, "41414a", -1, 0.3), (448, 440, 178, "6b7d4a", -1, 0.45), (612, 492, 236, "7a3f38", 1, 0.4),
    ):  # fmt: skip
        c.disc(x, y, h * 0.2, "2b2722", 0.35, 4, h * 0.03)
        person(c, x, y, h, coat, stride=0.25, arm=arm, face=face)
        if h > 90:
            c.poly(
                [
                    (x + face * h * 0.2, y - h * 0.42),
                    (x + face * h * 0.34, y - h * 0.42),
                    (x + face * h * 0.37, y - h * 0.2),
                    (x + face * h * 0.17, y - h * 0.2),
                ],
                "d8d2c2",
            )
            c.disc(x + face * h * 0.26, y - h * 0.43, h * 0.07, "5d8a3e")
    return c.done(edge=0.34)


def elevator() -> Image.Image:
    """A glass lift shaft in front of an old brick block, galleries to each floor, a camphor tree beside it."""
    c = Canvas(900, 720, "elevator-2")
    c.wash(((0, "9db8c6"), (1, "e6e6da")), 0, 720)
    c.cloud(0, 260, "f5f3ea", 0.8, (3, 7))
    wall = c.area([(60, 110), (640, 70), (640, 650), (60, 640)], "a56a50")
    c.mottle((90, 120), "7d4a38", "c4907a", 0.25, wall)
    c.poly([(640, 70), (840, 120), (840, 640), (640, 650)], "7a4d3c")
    c.poly([(48, 112), (640, 64), (852, 118), (852, 104), (640, 46), (48, 98)], "6a6259")
    for floor in range(6):
        y = 132 + floor * 86
        for k in range(5):
            x = 92 + k * 112
            if 2 <= k <= 3:
                continue
            dy = -(x - 60) * 0.05
            c.box(x, y + dy, x + 70, y + 52 + dy, "dcd6c8")
            c.box(x + 4, y + 4 + dy, x + 66, y + 48 + dy, "41535f")
            c.poly(
                [(x + 4, y + 4 + dy), (x + 34, y + 4 + dy), (x + 16, y + 48 + dy), (x + 4, y + 48 + dy)], "8fa7b0", 0.6
            )
            c.line([(x + 35, y + 4 + dy), (x + 35, y + 48 + dy)], "dcd6c8", 2)
            if (floor + k) % 3 == 0:
                c.box(x - 4, y + 50 + dy, x + 74, y + 55 + dy, "8d8a84")
                for s in range(4):
                    c.disc(x + 8 + s * 18, y + 46 + dy, 8, ("6d8a48", "b8443a", "7c9a50", "d2b25a")[s])
        c.poly([(690, y - 2), (790, y + 10), (790, y + 58), (690, y + 50)], "3a444b")
        c.box(316, y + 46, 420, y + 54, "c9c5bb")
        for s in range(9):
            c.line([(318 + s * 12.5, y + 20), (318 + s * 12.5, y + 48)], "d9d6cd", 1.6)
        c.line([(316, y + 20), (420, y + 20)], "e9e6dd", 2.4)
    c.poly([(400, 80), (520, 66), (520, 656), (400, 660)], "b9d0d6", 0.82)
    c.poly([(520, 66), (560, 84), (560, 652), (520, 656)], "7f9ba5", 0.9)
    for k in range(13):
        y = 84 + k * 44
        c.line([(400, y + 2), (520, y - 10), (560, y + 4)], "55626a", 3)
    for x in (400, 460, 520, 560):
        c.line([(x, 74 if x > 400 else 82), (x, 658)], "46535b", 4 if x != 460 else 2)
    c.poly([(400, 82), (520, 66), (560, 84), (560, 66), (520, 46), (400, 62)], "3f4b52")
    c.poly([(408, 396), (512, 388), (512, 478), (408, 484)], "f3e3b8")
    c.glow(460, 436, 110, "ffe6a8", 0.5)
    person(c, 448, 478, 66, "7a3f4e", "3a3238", hair="c9c6c0", arm=0.3)
    person(c, 484, 476, 72, "4b6478", arm=0.1, face=-1)
    c.poly([(410, 90), (440, 87), (420, 640), (410, 640)], "ffffff", 0.35, 3)
    c.poly([(0, 640), (900, 636), (900, 720), (0, 720)], "8d8a7d")
    c.poly([(380, 652), (600, 650), (700, 720), (330, 720)], "b9b4a4", 0.8, 3)
    tree(c, 712, 672, 470, "5f7d3c", 0.72)
    person(c, 250, 690, 118, "3f5f77", stride=0.3)
    person(c, 296, 694, 104, "b5842f", hair="bdbab4", stride=0.2)
    c.disc(760, 690, 150, "3a3a30", 0.3, 14, 16)
    return c.done()


def metro() -> Image.Image:
    """Inside a bored tunnel: rings of segments, pipes and lamps, two workers in helmets."""
    c = Canvas(1000, 667, "metro")
    c.box(0, 0, 1000, 667, "23272c")
    cx, cy = 520.0, 300.0
    rings = 22
    for k in range(rings):
        r = 640 * (1 - k / rings) ** 1.9 + 46
        shade = mix("8f938f", "40464b", k / rings * 0.4) if k % 2 else mix("797e7c", "353b40", k / rings * 0.4)
        c.disc(cx, cy + (640 - r) * 0.05, r, shade)
        for j in range(7):
            a = j * math.tau / 7 + (0.45 if k % 2 else 0)
            inner = 640 * (1 - (k + 1) / rings) ** 1.9 + 46
            c.line([
                (cx + math.cos(a) * r, cy + math.sin(a) * r), (cx + math.cos(a) * inner, cy + math.sin(a) * inner)
            ], "2c3136", max(1, r * 0.006))  # fmt: skip
            b = a + 0.24
            for spot in (b, b + 0.42):
                c.disc(
                    cx + math.cos(spot) * (r + inner) / 2,
                    cy + math.sin(spot) * (r + inner) / 2,
                    max(0.8, r * 0.011),
                    "34393d",
                )
    c.disc(cx, cy + 30, 48, "f6d9a0")
    c.glow(cx, cy + 30, 230, "ffcf86", 0.9)
    for k in range(11):
        t = ((k + 1) / 11) ** 2.1
        for a in (-2.3, -0.84):
            r = 50 + 560 * t
            x, y = cx + math.cos(a) * r, cy + math.sin(a) * r
            c.glow(x, y, 26 + 190 * t, "ffe2ae", 0.75)
            c.disc(x, y, 2 + 11 * t, "fff6dd", ry=1.5 + 6 * t)
    for a, ink, thick in ((2.75, "b5402c", 26), (2.62, "3f6d86", 18), (0.5, "8d8a80", 30)):
        near = (cx + math.cos(a) * 700, cy + math.sin(a) * 700)
        far = (cx + math.cos(a) * 52, cy + math.sin(a) * 52)
        for k in range(24):
            t0, t1 = (k / 24) ** 2, ((k + 1) / 24) ** 2
            c.line([
                (far[0] + (near[0] - far[0]) * t0, far[1] + (near[1] - far[1]) * t0),
                (far[0] + (near[0] - far[0]) * t1, far[1] + (near[1] - far[1]) * t1),
            ], mix("5a4030", ink, 0.4 + 0.6 * t1), 1 + thick * t1)  # fmt: skip
    c.poly([(482, 344), (558, 344), (1000, 640), (1000, 667), (60, 667)], "4a443c")
    for k in range(15):
        t = ((k + 1) / 15) ** 2.2
        y = 344 + 320 * t
        c.line([(486 - 330 * t, y), (554 + 330 * t, y)], "2b2723", 1 + 9 * t)
    for way in (-1, 1):
        c.line([(520 + way * 16, 344), (520 + way * 230, 667)], "c9b48e", 6)
    for x, y, h, coat, face in ((432, 560, 240, "d97a25", 1), (604, 520, 208, "d98b2f", -1)):
        c.disc(x, y, h * 0.25, "15120f", 0.5, 6, h * 0.03)
        person(c, x, y, h, coat, "27323d", arm=0.55, face=face, stride=0.12)
        c.line([(x - h * 0.09, y - h * 0.62), (x + h * 0.09, y - h * 0.62)], "f3ecc8", h * 0.03)
        c.line([(x - h * 0.09, y - h * 0.72), (x + h * 0.09, y - h * 0.72)], "f3ecc8", h * 0.02)
        c.disc(x + face * h * 0.01, y - h * 0.955, h * 0.078, "e8c23a", ry=h * 0.062)
        c.line([(x - h * 0.085, y - h * 0.93), (x + face * h * 0.11, y - h * 0.93)], "c9a22a", h * 0.022)
    return c.done(edge=0.42)


def bookshop() -> Image.Image:
    """Under a saw-tooth roof: an old loom in the middle, shelves round it, children reading."""
    c = Canvas(1000, 667, "bookshop")
    c.wash(((0, "6b5a4a"), (1, "a58a6a")))
    for k in range(4):
        x = -40 + k * 270
        c.poly([(x, 150), (x + 190, 20), (x + 270, 150)], "4b4038")
        c.poly([(x + 190, 20), (x + 270, 150), (x + 262, 150), (x + 186, 30)], "2f2823")
        c.poly([(x + 198, 44), (x + 252, 136), (x + 216, 136), (x + 190, 66)], "f5ecd2")
        c.poly([(x + 190, 60), (x + 256, 140), (x + 90, 560), (x - 130, 560)], "fff0c8", 0.13, 12)
    books = ("7a3a2c", "c79a45", "2f4d63", "d9cbb2", "5f7d4c", "8a5a3a", "41414a", "b5623c")
    for x0, x1, top in ((0, 300, 190), (720, 1000, 190)):
        c.box(x0, top, x1, 500, "4a3527")
        for row in range(5):
            y = top + 10 + row * 61
            c.box(x0 + 8, y, x1 - 8, y + 52, "2c201a")
            x = x0 + 10.0
            while x < x1 - 16:
                w, h = c.rng.uniform(5, 13), c.rng.uniform(34, 49)
                c.box(x, y + 52 - h, x + w, y + 52, mix(c.rng.choice(books), "1a1210", c.rng.uniform(0, 0.4)))
                x += w + (c.rng.uniform(6, 40) if c.rng.random() < 0.06 else 0.8)
    c.poly([(0, 500), (1000, 500), (1000, 667), (0, 667)], "8c6b4a")
    for k in range(12):
        c.line([(500 + (k - 6) * 60, 500), (500 + (k - 6) * 190, 667)], "6f5238", 2)
    c.poly([(330, 500), (690, 500), (760, 600), (270, 600)], "4a3322", 0.4, 12)
    for x in (350, 650):
        c.box(x, 230, x + 24, 560, "5a3d28")
        c.box(x, 230, x + 8, 560, "7d573a")
    c.box(336, 222, 690, 252, "6a4830")
    c.box(340, 470, 686, 500, "5f412b")
    c.box(330, 340, 696, 356, "7d573a")
    for k in range(54):
        x = 378 + k * 5.1
        c.line([(x, 252), (x + (k - 27) * 0.35, 352), (x, 470)], "efe6cf" if k % 3 else "c9b48e", 1.3)
    c.poly([(376, 404), (650, 404), (650, 470), (376, 470)], "b5402c")
    for k in range(12):
        c.line([(376, 410 + k * 5), (650, 410 + k * 5)], "8a2f22" if k % 2 else "d98a5a", 1.6)
    for x, y, h, coat, face in (
        (250, 618, 130, "c79a45", 1),
        (760, 612, 136, "3f5f77", -1),
        (702, 634, 120, "b5623c", -1),
    ):
        c.disc(x, y - 4, h * 0.36, "3a2a1c", 0.4, 8, h * 0.07)
        c.poly([(x - h * 0.26, y), (x - h * 0.2, y - h * 0.5), (x + h * 0.2, y - h * 0.5), (x + h * 0.3, y)], coat)
        c.poly([(x - h * 0.26, y), (x - h * 0.2, y - h * 0.5), (x, y - h * 0.5), (x - h * 0.05, y)], "000000", 0.2)
        c.disc(x, y - h * 0.66, h * 0.17, "1d1a1b", ry=h * 0.19)
        c.disc(x + face * h * 0.05, y - h * 0.61, h * 0.13, "d8b093", ry=h * 0.145)
        c.poly(
            [
                (x + face * h * 0.06, y - h * 0.3),
                (x + face * h * 0.36, y - h * 0.38),
                (x + face * h * 0.42, y - h * 0.2),
                (x + face * h * 0.1, y - h * 0.12),
            ],
            "f3ead2",
        )
    person(c, 320, 556, 190, "6b7d4a", arm=0.6, face=-1)
    return c.done(edge=0.3)


def canteen() -> Image.Image:
    """A saw-tooth hall with long tables; a queue of old people and three schoolboys at a counter."""
    c = Canvas(1000, 667, "canteen-2")
    hall(c, 400, (610, 230), "c9c2ae", "7d7a70", "a79d88")
    for k in range(5):
        t = ((k + 0.7) / 5) ** 1.8
        x, y = 610 - 70 - 540 * t, 230 - 38 - 160 * t
        c.poly(
            [(x, y), (x + 60 + 220 * t, y), (x + 60 + 190 * t, y + 18 + 84 * t), (x - 10, y + 18 + 84 * t)],
            "fbf3dc",
            0.9,
            2,
        )
    c.poly([(0, 330), (470, 262), (470, 306), (0, 470)], "e9e4d6")
    c.poly([(0, 330), (470, 262), (470, 268), (0, 344)], "9aa0a0")
    c.poly([(0, 352), (470, 272), (470, 306), (0, 470)], "b84a34")
    for k in range(8):
        t = (k / 7) ** 1.3
        x, y, r = 440 - 400 * t, 262 + 58 * t, 12 + 34 * t
        c.disc(x, y, r, "8d9496", ry=r * 0.34)
        c.disc(x, y - r * 0.06, r * 0.84, ("b5623c", "5f8a3e", "d9b04a", "c98a5a")[k % 4], ry=r * 0.25)
        for s in range(3):
            c.disc(x + (s - 1) * r * 0.4, y - r * (0.9 + s * 0.25), r * 0.34, "ffffff", 0.22, 7, r * 0.6)
    for x, y, h, coat in ((392, 330, 112, "e9e4d6"), (250, 362, 142, "e9e4d6"), (96, 400, 186, "e9e4d6")):
        c.poly(
            [
                (x - h * 0.14, y - h * 0.1),
                (x - h * 0.12, y - h * 0.5),
                (x + h * 0.12, y - h * 0.5),
                (x + h * 0.14, y - h * 0.1),
            ],
            coat,
        )
        c.disc(x, y - h * 0.6, h * 0.085, "c99f82", ry=h * 0.1)
        c.disc(x, y - h * 0.69, h * 0.1, "f6f3ea", ry=h * 0.07)
        c.line([(x + h * 0.1, y - h * 0.42), (x + h * 0.24, y - h * 0.22)], coat, h * 0.07)
    for x, y, h, coat, hair, stride in (
        (506, 336, 92, "7a4b5e", "c9c6c0", 0.1), (536, 352, 104, "41556a", "d8d6d0", 0.1),
        (566, 374, 122, "5f6b48", "bdbab4", 0.15),
        (600, 402, 146, "8a6a4a", "cfccc6", 0.1), (648, 440, 180, "3f5f77", "d8d6d0", 0.2),
    ):  # fmt: skip
        c.disc(x, y, h * 0.2, "4a4234", 0.35, 5, h * 0.03)
        person(c, x, y, h, coat, hair=hair, stride=stride, arm=0.35, face=-1)
    for x, y, h in ((716, 498, 196), (786, 520, 206), (850, 556, 228)):
        c.disc(x, y, h * 0.2, "4a4234", 0.35, 6, h * 0.03)
        person(c, x, y, h, "2f5d8a", "26405e", stride=0.12, arm=0.3, face=-1)
        c.poly(
            [
                (x + h * 0.06, y - h * 0.8),
                (x + h * 0.18, y - h * 0.78),
                (x + h * 0.19, y - h * 0.5),
                (x + h * 0.08, y - h * 0.48),
            ],
            "b5402c",
        )
        c.line([(x - h * 0.11, y - h * 0.72), (x + h * 0.1, y - h * 0.72)], "f3efe2", h * 0.03)
    return c.done(edge=0.3)


SCENES = {"market": market, "elevator": elevator, "metro": metro, "bookshop": bookshop, "canteen": canteen}
