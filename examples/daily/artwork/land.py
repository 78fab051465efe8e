"""Scenes of the counties: orchards, rice, mountain roads."""

from __future__ import annotations

import math

from brush import Canvas, mix
from PIL import Image
from things import person, tree


def field(c: Canvas, top: float, colour: str, dark: str, light: str, cells: tuple[int, int] = (50, 26)) -> Image.Image:
    """Ground from ``top`` to the lower edge, mottled."""
    ground = c.area([(0, top), (c.width, top), (c.width, c.height), (0, c.height)], colour)
    c.mottle(cells, dark, light, 0.4, ground)
    return ground


def orchard() -> Image.Image:
    """Terraced orange trees in rows, pickers among them, hills behind."""
    c = Canvas(1500, 900, "orchard-2")
    c.wash(((0, "8fb2c4"), (0.6, "d9dfd2"), (1, "f0e6c6")), 0, 380)
    c.cloud(0, 260, "f8f3e4", 0.75, (3, 8))
    c.ridge(360, 190, "8fa3a6", 460, 0.5, 6)
    c.veil(180, 400, "e9e2c8", 0.0, 0.55)
    hill = c.ridge(420, 120, "75854f", 560, 0.5, 6)
    c.mottle((90, 60), "46592f", "b5b56a", 0.5, hill)
    for _ in range(150):
        y = 360 + 110 * c.rng.random()
        c.disc(c.rng.uniform(0, 1500), y, 7 + (y - 360) * 0.05, mix("4c6232", "2f3f20", c.rng.random()), ry=6)
    field(c, 470, "9a8a52", "6b6238", "c9b878", (60, 40))
    rows = ((492, 62, 88), (546, 96, 126), (626, 150, 190), (748, 236, 300))
    for k, (y, tall, step) in enumerate(rows):
        c.poly([(0, y - 4), (1500, y - 16), (1500, y + 10 + k * 4), (0, y + 16 + k * 6)], "6b5a36", 0.5, 3 + k)
        x = -40 + k * 31.0
        while x < 1560:
            if not (k == 3 and 520 < x < 1010):
                tree(c, x, y + c.rng.uniform(-6, 6), tall * c.rng.uniform(0.9, 1.1), "4d7034", 0.95, "f08a24")
            x += step * c.rng.uniform(0.92, 1.1)
        if k == 1:
            for px, h, coat in ((310, 62, "b5402c"), (930, 60, "d9cbb2"), (1260, 64, "3f5f77")):
                person(c, px, y + 22, h, coat, arm=1.0, face=1 if px < 600 else -1)
        if k == 2:
            for px, h, coat, f in ((452, 120, "3f5f77", 1), (1130, 116, "c79a45", -1)):
                person(c, px, y + 40, h, coat, arm=1.0, face=f)
    person(c, 690, 838, 300, "a8452e", "3a3d45", hair="2a2522", arm=0.75, face=1)
    c.poly([(606, 566), (690, 520), (776, 566)], "d9bd7c")
    c.poly([(640, 560), (690, 520), (742, 560)], "c2a25e")
    for bx in (800, 902):
        c.poly([(bx, 786), (bx + 86, 780), (bx + 82, 850), (bx + 4, 856)], "4f7088")
        c.poly([(bx, 786), (bx + 86, 780), (bx + 88, 792), (bx - 2, 798)], "7d9db0")
        for s in range(22):
            c.disc(
                bx + 8 + (s % 6) * 14 + c.rng.uniform(-3, 3),
                782 - (s // 6) * 8 + c.rng.uniform(-2, 2),
                9,
                mix("f08a24", "b5561a", c.rng.random() * 0.5),
            )
    tree(c, 1230, 900, 520, "4d7034", 1.0, "f59a2c")
    tree(c, 190, 930, 560, "456630", 1.0, "f08a24")
    return c.done(edge=0.26)


def sorting() -> Image.Image:
    """A sorting line: oranges in lanes under a row of lamps, women in white caps beside it."""
    c = Canvas(1000, 667, "sorting")
    c.wash(((0, "6d7a80"), (0.5, "a7afab"), (1, "7d807a")))
    for k in range(8):
        x = k * 140 - 30
        c.poly([(x, 0), (x + 60, 0), (x + 40, 170), (x + 20, 170)], "c9d2d0", 0.35, 8)
        c.box(x + 8, 96, x + 54, 104, "f6f3e2")
        c.glow(x + 30, 104, 100, "fff3d0", 0.5)
    c.box(0, 168, 1000, 190, "4a5458")
    for k in range(24):
        x = 20 + k * 41
        c.box(x, 184, x + 24, 216, "2c3438")
        c.disc(x + 12, 212, 8, "5f87a5")
        c.poly([(x + 12, 216), (x - 16, 330), (x + 40, 330)], "d9e9f0", 0.16, 2)
    c.poly([(0, 316), (1000, 316), (1000, 470), (0, 520)], "39424a")
    for lane in range(5):
        y0 = 330 + lane * 33
        c.line([(0, y0 + 14 + lane * 5), (1000, y0 + 6)], "566069", 3)
        x = -10.0
        while x < 1010:
            r = 11 + lane * 2.2
            y = y0 + (1000 - x) / 1000 * lane * 4 - 4
            c.disc(x + 3, y + 4, r, "20262b", 1, 0, r * 0.8)
            c.disc(x, y, r, mix("e8812a", "9a4a14", 0.3))
            c.disc(x - r * 0.15, y - r * 0.18, r * 0.82, "f0902f")
            c.disc(x - r * 0.3, y - r * 0.38, r * 0.36, "ffc98a", 0.8, 1)
            x += r * 2.3 + c.rng.uniform(0, 8)
    c.poly([(0, 520), (1000, 470), (1000, 500), (0, 556)], "8a9499")
    for x, h, f in ((180, 330, 1), (500, 318, -1), (800, 306, 1)):
        person(c, x, 760, h, "dfe3e0", "39506b", arm=0.6, face=f)
        c.disc(x, 760 - h * 0.96, h * 0.085, "f4f5f0", ry=h * 0.06)
        c.disc(x + f * h * 0.02, 760 - h * 0.88, h * 0.05, "bcd0dc", ry=h * 0.03)
    return c.done(edge=0.3)


def morning() -> Image.Image:
    """Mist over stubble fields at half past six, hills behind, a man on the dyke."""
    c = Canvas(1500, 900, "p1-2")
    c.wash(((0, "6f86a0"), (0.45, "c9b9ae"), (0.7, "f4d2a2"), (1, "f7e2b8")), 0, 480)
    c.cloud(10, 300, "f2c9a4", 0.5, (3, 8))
    c.glow(1060, 430, 560, "ffc27a", 0.8, 0.6)
    for base, rise, ink in ((450, 210, "8d93a6"), (470, 130, "74808a"), (492, 70, "5d6e66")):
        c.ridge(base, rise, ink, 560, 0.5, 6)
        c.veil(base - 90, base + 40, "f3d6b0", 0.0, 0.6)
    field(c, 500, "b59a5a", "7d6a3a", "e2c98c", (60, 30))
    for k in range(9):
        y0 = 505 + (k / 9) ** 1.7 * 400
        c.poly([(0, y0), (1500, y0 + 12 + k * 5), (1500, y0 + 16 + k * 7), (0, y0 + 5 + k * 3)], "5a5a34", 0.75, 1.5)
    for k in range(15):
        x = 750 + (k - 7) * 60
        c.line([(x, 500), (750 + (k - 7) * 330, 905)], "8d7646", 2.5, 0.35, 2)
    for _ in range(1500):
        t = c.rng.random() ** 1.3
        y = 505 + t * 390
        x = c.rng.uniform(0, 1500)
        c.line([(x, y), (x + c.rng.uniform(-2, 2), y - 3 - 12 * t)], mix("d9bd78", "6e5a30", c.rng.random()), 1 + t)
    for y in (500, 540, 600):
        c.cloud(y - 60, y + 70, "f7e6cb", 0.9, (3, 2))
    c.veil(440, 560, "f7e2bd", 0.0, 0.6)
    c.veil(560, 700, "f7e2bd", 0.55, 0.0)
    person(c, 905, 760, 150, "39506b", "2d2f36", stride=0.3, face=-1)
    c.disc(905, 612, 26, "c9a860", ry=8)
    c.poly([(884, 611), (905, 594), (926, 611)], "d9bd7c")
    tree(c, 250, 640, 240, "5d6a3a", 0.8)
    tree(c, 330, 610, 160, "8a7a3a", 0.7)
    return c.done(edge=0.26, zoom=1.4)


def harvester() -> Image.Image:
    """A combine on a gold field, straw flying."""
    c = Canvas(1000, 667, "p2-3")
    c.wash(((0, "86b0c6"), (1, "e9e4cc")), 0, 300)
    c.cloud(0, 220, "fbf6e8", 0.9, (3, 6))
    c.ridge(290, 110, "8b9d94", 340, 0.5)
    c.veil(200, 310, "e9e4cc", 0, 0.5)
    field(c, 300, "d0ab55", "9a7a34", "f0d488", (80, 40))
    c.poly([(0, 420), (430, 330), (560, 330), (300, 667), (0, 667)], "b0985c", 0.9, 4)
    for k in range(12):
        c.line([(470 - k * 6, 332), (300 - k * 70, 667)], "85713e", 3, 0.6, 1)
    for _ in range(900):
        t = c.rng.random() ** 1.4
        y, x = 320 + 340 * t, c.rng.uniform(480 - 150 * t, 1010)
        c.line([(x, y), (x + 3 * t, y - 8 - 26 * t)], mix("f4dc96", "a5802f", c.rng.random()), 1 + 1.4 * t)
    c.disc(560, 520, 230, "3b3018", 0.45, 12, 24)
    c.poly([(430, 340), (640, 330), (660, 470), (430, 480)], "b8402c")
    c.poly([(430, 340), (640, 330), (644, 356), (430, 366)], "d9694a")
    c.poly([(440, 300), (530, 296), (530, 342), (440, 344)], "8c2f22")
    c.poly([(600, 262), (704, 262), (724, 372), (604, 372)], "f0ece0")
    c.poly([(612, 274), (696, 274), (710, 346), (614, 346)], "4c6a7c")
    c.poly([(612, 274), (660, 274), (630, 346), (614, 346)], "a9c3cd", 0.7)
    c.disc(664, 318, 14, "2b2522")
    c.poly([(660, 400), (760, 440), (800, 520), (640, 520)], "c9b24a")
    c.disc(786, 476, 52, "b8402c")
    c.disc(786, 476, 44, "d0ab55")
    for k in range(8):
        a = k * math.tau / 8
        c.line([(786, 476), (786 + math.cos(a) * 50, 476 + math.sin(a) * 50)], "8c2f22", 4)
    c.poly([(420, 470), (640, 470), (620, 536), (440, 536)], "2c2b2b")
    for k in range(6):
        c.disc(452 + k * 33, 514, 16, "58595a")
        c.disc(452 + k * 33, 514, 6, "2c2b2b")
    for _ in range(120):
        x, y = c.rng.gauss(400, 42), c.rng.gauss(420, 46)
        c.line([(x, y), (x - c.rng.uniform(4, 16), y + c.rng.uniform(-6, 8))], "f0dca0", 1.3)
    c.disc(390, 470, 90, "e6d29a", 0.4, 26, 60)
    return c.done(zoom=2.1)


def bus() -> Image.Image:
    """A small bus on a mountain road with many bends."""
    c = Canvas(1000, 667, "p4-2")
    c.wash(((0, "8fb0c2"), (1, "e9e4cf")), 0, 300)
    c.cloud(0, 200, "fbf6ea", 0.7, (3, 6))
    c.ridge(250, 200, "93a5ab", 400, 0.52)
    c.veil(120, 330, "e4e2d2", 0, 0.5)
    hill = c.ridge(330, 130, "7d8650", 667, 0.5, 4)
    c.mottle((70, 50), "46592f", "c98a3a", 0.6, hill)
    bends = [
        (470, 300),
        (700, 330),
        (760, 352),
        (560, 384),
        (330, 410),
        (300, 440),
        (620, 482),
        (900, 520),
        (860, 570),
        (420, 610),
        (60, 690),
    ]
    for k in range(len(bends) - 1):
        w = 6 + k * 6.5
        c.line([bends[k], bends[k + 1]], "5d5a44", w + 5)
    for k in range(len(bends) - 1):
        w = 6 + k * 6.5
        c.line([bends[k], bends[k + 1]], "b8b2a2", w)
        c.disc(bends[k + 1][0], bends[k + 1][1], w / 2, "b8b2a2")
    for _ in range(70):
        x, y = c.rng.uniform(0, 1000), c.rng.uniform(330, 600)
        tree(c, x, y, 26 + (y - 330) * 0.22, c.rng.choice(["5f7d3c", "c9862c", "b5482c", "8a8a3a"]), 0.8)
    for k in (5, 6, 7, 8):
        w = 6 + k * 6.5
        c.line([bends[k], bends[k + 1]], "b8b2a2", w)
        c.disc(bends[k][0], bends[k][1], w / 2, "b8b2a2")
        for s in range(14):
            t = s / 14
            x = bends[k][0] + (bends[k + 1][0] - bends[k][0]) * t
            y = bends[k][1] + (bends[k + 1][1] - bends[k][1]) * t
            c.line([(x, y + w * 0.5), (x, y + w * 0.5 - 9)], "f0ece0", 2.5)
    c.disc(560, 506, 110, "2b2a20", 0.5, 8, 10)
    c.poly([(452, 404), (640, 416), (664, 440), (666, 500), (452, 484)], "2f7a6a")
    c.poly([(452, 404), (640, 416), (644, 424), (452, 412)], "5fae98")
    c.poly([(462, 420), (606, 429), (606, 456), (462, 446)], "c9dbdc")
    for x in (496, 532, 568):
        c.line([(x, 420 + (x - 462) * 0.06), (x, 450 + (x - 462) * 0.06)], "2f7a6a", 5)
    c.poly([(616, 430), (648, 434), (660, 458), (616, 456)], "dbe9ea")
    c.box(452, 470, 664, 478, "f0ece0", 0.8)
    for x, y in ((492, 488), (622, 500)):
        c.disc(x, y, 19, "232323")
        c.disc(x, y, 8, "a9a9a4")
    c.disc(658, 478, 7, "fff3c8")
    c.glow(668, 480, 50, "fff0b8", 0.6)
    return c.done(edge=0.24)


def dryer() -> Image.Image:
    """Night: a lit drying house under a dark hill, grain towers and stars."""
    c = Canvas(1000, 667, "p6")
    c.wash(((0, "0d1626"), (0.7, "22324a"), (1, "3d4a5c")), 0, 420)
    for _ in range(150):
        c.disc(c.rng.uniform(0, 1000), c.rng.uniform(0, 330), c.rng.uniform(0.6, 1.5), "e9e6d8", c.rng.uniform(0.4, 1))
    c.ridge(400, 190, "0f1824", 480, 0.5, 5)
    c.box(0, 410, 1000, 667, "161a1a")
    c.glow(540, 430, 420, "ff9a3a", 0.55, 0.5)
    c.poly([(280, 250), (560, 190), (800, 250), (800, 480), (280, 480)], "2a2f36")
    c.poly([(270, 254), (560, 186), (810, 254), (810, 264), (560, 198), (270, 264)], "49525c")
    for k in range(5):
        x = 310 + k * 98
        c.box(x, 300, x + 74, 480, "ffcf7a")
        c.box(x, 300, x + 74, 372, "ffe2a8")
        c.poly(
            [(x, 480), (x + 74, 480), (x + 74 + (k - 2) * 70 + 40, 667), (x + (k - 2) * 70 - 40, 667)],
            "ffb85a",
            0.28,
            12,
        )
        c.box(x + 12, 396, x + 62, 480, "8a5a24")
        c.poly([(x + 6, 480), (x + 37, 408), (x + 68, 480)], "d9a03a")
    for x in (150, 210, 850):
        c.box(x, 220, x + 50, 480, "39424d")
        c.box(x, 220, x + 16, 480, "566270")
        c.poly([(x - 4, 222), (x + 25, 186), (x + 54, 222)], "4a5560")
    for x in (420, 560):
        for k in range(5):
            c.disc(x + k * 26, 180 - k * 30, 22 + k * 12, "d9d2c4", 0.16, 16)
    person(c, 470, 560, 120, "3f5f77", arm=0.5)
    person(c, 660, 590, 136, "7a3f38", stride=0.3, face=-1)
    c.glow(540, 400, 300, "ffb45a", 0.35)
    return c.done(edge=0.34, zoom=1.1)


SCENES = {
    "orchard": orchard, "sorting": sorting,
    "p1": morning, "p2": harvester, "p4": bus, "p6": dryer,
}  # fmt: skip
