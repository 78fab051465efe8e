"""Scenes of sport: a stadium at night, runners, a village court, a goalkeeper cut out of his background."""

from __future__ import annotations

import math

from brush import SCALE, Canvas, mix
from PIL import Image, ImageDraw, ImageFilter
from things import crowd, person, tree

REDS = ("b5302a", "c8402f", "a3261f", "d9523a", "e9e2d2", "b5302a", "d8d2c2")


def stadium() -> Image.Image:
    """Floodlights over a packed red stand; the scorer runs with his finger to his lips, the others after him."""
    c = Canvas(1500, 900, "stadium-2")
    c.wash(((0, "0c1424"), (1, "2a3a58")), 0, 340)
    crowd(c, 0, 1500, 250, 560, REDS, 11.5, 5.5)
    c.poly([(0, 150), (1500, 96), (1500, 190), (0, 250)], "1a2130")
    c.poly([(0, 236), (1500, 176), (1500, 190), (0, 250)], "58647a")
    for k in range(13):
        x = 40 + k * 120
        c.line([(x, 246 - x * 0.04), (x + 30, 150 - x * 0.035)], "3c475a", 4)
    for x in (210, 1290):
        c.line([(x, 340), (x, 40)], "4a566a", 8)
        for r in range(3):
            for s in range(6):
                c.disc(x - 50 + s * 20, 28 + r * 20, 8, "fffbe8")
        c.glow(x, 48, 420, "dfe9ff", 0.75)
    c.veil(230, 560, "0c1424", 0.15, 0.0)
    for k in range(7):  # flags
        x, y = 120 + k * 205 + c.rng.uniform(-30, 30), 350 + c.rng.uniform(-40, 110)
        c.line([(x, y + 60), (x + 8, y - 50)], "d9d2c2", 3)
        c.poly(
            [(x + 8, y - 50), (x + 66, y - 62), (x + 110, y - 40), (x + 104, y + 4), (x + 56, y - 16), (x + 4, y - 4)],
            ("c8302a", "e9e2d2", "b5241e")[k % 3],
        )
        c.poly([(x + 50, y - 60), (x + 66, y - 62), (x + 60, y - 16), (x + 44, y - 14)], "000000", 0.25, 3)
    c.poly([(0, 548), (1500, 532), (1500, 582), (0, 604)], "1f3a5c")
    c.poly([(0, 556), (1500, 540), (1500, 546), (0, 564)], "e9e6da", 0.8)
    ground = c.area([(0, 600), (1500, 578), (1500, 900), (0, 900)], "3f7a3c")
    for k in range(6):
        c.poly(
            [(k * 330 - 260, 900), (k * 330 - 60, 900), (k * 210 + 260, 585), (k * 210 + 120, 585)], "58964a", 0.7, 3
        )
    c.mottle((80, 50), "2c5a2c", "7db56a", 0.22, ground)
    c.line([(0, 660), (1500, 632)], "f0f0e6", 6, 0.9)
    for x, y, h, f, arm, st in (
        (1180, 742, 190, -1, 1.0, 0.9),
        (1030, 764, 204, -1, 0.8, 0.85),
        (1330, 720, 170, -1, 0.9, 0.8),
        (880, 716, 172, -1, 1.0, 0.8),
    ):
        c.disc(x, y + 2, h * 0.32, "163014", 0.55, 5, h * 0.035)
        person(c, x, y, h, "c8302a", "f0ece2", stride=st, arm=arm, face=f)
    c.disc(560, 848, 140, "122a12", 0.55, 8, 16)
    person(c, 560, 842, 390, "cf3129", "f2eee4", stride=0.95, arm=0.95, face=-1)
    c.line([(540, 560), (576, 560)], "f2eee4", 5)
    return c.done(edge=0.3)


def marathon() -> Image.Image:
    """Runners on a riverside road under golden ginkgo trees."""
    c = Canvas(1000, 667, "marathon-2")
    c.wash(((0, "a9c0cc"), (1, "f2e6c8")), 0, 320)
    c.ridge(300, 60, "a5b0ae", 330, 0.5)
    c.veil(200, 320, "f2e6c8", 0, 0.5)
    c.poly([(0, 330), (1000, 322), (1000, 667), (0, 667)], "8c8a84")
    c.poly([(430, 322), (520, 322), (760, 667), (120, 667)], "a19e96", 0.9, 4)
    for _, spots in (
        (-1, ((395, 338, 110), (330, 356, 170), (225, 392, 260), (60, 450, 400))),
        (1, ((560, 338, 110), (640, 356, 170), (760, 392, 260), (950, 450, 400))),
    ):
        for x, y, tall in spots:
            c.disc(x, y + 4, tall * 0.36, "d9ae3a", 0.8, 6, tall * 0.05)
            tree(c, x, y, tall, "e8b62c", 0.8)
    for _ in range(260):
        t = c.rng.random()
        x, y = c.rng.uniform(0, 1000), 340 + 320 * t
        c.disc(x, y, 2 + 4 * t, mix("f0c23a", "b5862a", c.rng.random()), ry=1 + 2 * t)
    tops = ("c8402f", "2f6d9a", "e9e2d2", "3f8a5a", "e8a52c", "7a4b8a", "f0ece0", "d9523a")
    runners = [(c.rng.uniform(-1, 1), t) for t in [((k + 1) / 26) ** 1.5 for k in range(26)]]
    for lane, t in runners:
        y = 346 + 300 * t
        x, h = 480 + lane * (36 + 250 * t), 34 + 210 * t
        c.disc(x, y, h * 0.25, "4a463e", 0.4, 3, h * 0.03)
        coat = tops[c.rng.randrange(len(tops))]
        person(
            c,
            x,
            y,
            h,
            coat,
            mix("26303c", "c8a58a", 0.4),
            stride=c.rng.uniform(0.75, 1),
            arm=c.rng.uniform(0.4, 0.8),
            face=c.rng.choice((-1, 1)),
        )
        c.box(x - h * 0.06, y - h * 0.72, x + h * 0.06, y - h * 0.63, "f6f4ea")
    return c.done(edge=0.26, zoom=1.1)


def village() -> Image.Image:
    """A basketball match on a threshing floor, villagers round it, terraces behind."""
    c = Canvas(1000, 667, "village-2")
    c.wash(((0, "6f93b0"), (0.7, "ecd2a4"), (1, "f3dcb0")), 0, 320)
    c.cloud(0, 220, "f6d9b4", 0.7, (3, 6))
    c.ridge(290, 150, "8a93a0", 360, 0.5)
    c.veil(180, 330, "f0d6ac", 0, 0.55)
    hill = c.ridge(330, 70, "8a7f4a", 400, 0.5, 5)
    c.mottle((60, 40), "5a5a2c", "d0a852", 0.5, hill)
    crowd(c, 0, 1000, 352, 412, ("39506b", "7a3f38", "6b7d4a", "c79a45", "8a8f94", "d9cbb2"), 9, 6)
    c.poly([(0, 408), (1000, 408), (1000, 667), (0, 667)], "b5a68a")
    c.poly([(90, 430), (910, 430), (1080, 667), (-80, 667)], "c2b394")
    c.line([(90, 430), (910, 430), (1090, 680)], "f6f2e4", 4)
    c.line([(90, 430), (-90, 680)], "f6f2e4", 4)
    c.line([(560, 470), (1000, 470)], "f6f2e4", 3, 0.8)
    c.line([(560, 470), (470, 600), (1060, 600)], "f6f2e4", 4, 0.8)
    c.line([(872, 520), (872, 190)], "5a4a3a", 12)
    c.line([(872, 220), (806, 236)], "5a4a3a", 7)
    c.poly([(788, 150), (824, 136), (824, 268), (788, 280)], "eee8d8")
    c.poly([(794, 208), (814, 202), (814, 240), (794, 246)], "c8402f")
    c.poly([(797, 212), (811, 208), (811, 236), (797, 241)], "eee8d8")
    c.disc(764, 262, 26, "c8402f", ry=7)
    c.disc(764, 261, 20, "d9cdb4", ry=5)
    for k in range(7):
        c.line([(741 + k * 7.6, 264), (750 + k * 4.6, 306)], "f6f2e4", 1.4)
    players = (
        (300, 560, 168, "2f6d9a", 1, 0.5, 0.6),
        (430, 520, 150, "c8402f", 1, 0.4, 0.4),
        (560, 590, 186, "c8402f", 1, 0.95, 0.55),
        (668, 560, 178, "2f6d9a", -1, 1.0, 0.3),
        (720, 606, 196, "c8402f", 1, 1.0, 0.5),
        (820, 560, 172, "2f6d9a", -1, 1.0, 0.4),
    )
    for x, y, h, coat, f, arm, st in players:
        c.disc(x, y, h * 0.3, "4a3f2c", 0.45, 5, h * 0.035)
        person(c, x, y - (26 if x == 720 else 0), h, coat, mix(coat, "20242c", 0.5), stride=st, arm=arm, face=f)
    c.disc(766, 224, 15, "d9762c")
    c.line([(752, 222), (780, 226)], "5a2c12", 1.6)
    c.line([(766, 209), (764, 239)], "5a2c12", 1.6)
    for k in range(5):
        x = 30 + k * 46
        c.line([(x, 640), (x + 34, 640)], "2c2b2b", 4)
        for w in (x, x + 34):
            c.disc(w, 646, 13, "2c2b2b")
            c.disc(w, 646, 7, "9a9a94")
        c.poly(
            [(x + 4, 634), (x + 30, 620), (x + 34, 632), (x + 10, 640)],
            ("b5402c", "39506b", "5f7d3c", "8a8f94", "b5402c")[k],
        )
    return c.done(edge=0.26)


def dusk_court() -> Image.Image:
    """The same threshing floor seen at dusk: long shadows, a lamp, the ball in the air."""
    c = Canvas(1000, 667, "p5")
    c.wash(((0, "3d4f75"), (0.5, "b5808a"), (0.8, "f0a868"), (1, "f6c98a")), 0, 380)
    c.cloud(20, 260, "f0a07a", 0.7, (3, 6))
    c.glow(300, 350, 420, "ffae5a", 0.8, 0.6)
    c.ridge(360, 120, "5d5a74", 420, 0.5)
    c.ridge(384, 50, "3f4456", 430, 0.55, 7)
    c.poly([(0, 400), (1000, 400), (1000, 667), (0, 667)], "8a6a5a")
    c.veil(400, 667, "f0a868", 0.35, 0.0)
    c.line([(100, 440), (900, 440), (1060, 667)], "f3d2aa", 4, 0.8)
    c.line([(100, 440), (-60, 667)], "f3d2aa", 4, 0.8)
    c.line([(760, 520), (760, 190)], "2c2a34", 10)
    c.poly([(690, 150), (770, 150), (770, 240), (690, 240)], "3a3844")
    c.poly([(696, 156), (764, 156), (764, 234), (696, 234)], "c9a08a")
    c.disc(690, 238, 26, "c8402f", ry=7)
    for x, y, h, f, arm, st in (
        (300, 560, 190, 1, 0.6, 0.6),
        (440, 540, 176, 1, 0.9, 0.5),
        (610, 576, 200, 1, 1.0, 0.35),
        (850, 560, 180, -1, 1.0, 0.4),
        (170, 520, 150, 1, 0.3, 0.2),
    ):
        c.poly([(x - 10, y), (x + 16, y), (x + 170, y + 74), (x + 120, y + 78)], "33262a", 0.5, 4)
        person(c, x, y, h, "2c2a38", "22212c", skin="6b4a44", hair="1c1a22", arm=arm, stride=st, face=f)
        c.line([(x - h * 0.1, y - h * 0.8), (x - h * 0.1, y - h * 0.5)], "f0a868", 2.4, 0.8)
    c.disc(640, 210, 14, "c8682c")
    c.disc(636, 206, 8, "f0a860", 0.7, 2)
    return c.done(edge=0.3, zoom=1.1)


def keeper() -> Image.Image:
    """A goalkeeper diving for the ball, cut out: everything round him is clear."""
    w, h = 760, 900
    c = Canvas(w, h, "keeper")
    c.box(0, 0, w, h, "3f7a5a")
    cut = Image.new("L", c.big)
    pen = ImageDraw.Draw(cut)

    def limb(points: list[tuple[float, float]], ink: str, width: float) -> None:
        c.line(points, mix(ink, "000000", 0.28), width)
        c.line([(x - width * 0.12, y - width * 0.06) for x, y in points], ink, width * 0.7)
        pen.line([(x * SCALE, y * SCALE) for x, y in points], fill=255, width=round(width * SCALE), joint="curve")
        for x, y in points:
            r = width / 2
            c.disc(x, y, r * 0.98, mix(ink, "000000", 0.05))
            pen.ellipse([v * SCALE for v in (x - r, y - r, x + r, y + r)], fill=255)

    def shape(points: list[tuple[float, float]], ink: str) -> None:
        c.poly(points, ink)
        pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=255)

    limb([(330, 560), (236, 660), (150, 612)], "2b2f3a", 66)
    limb([(150, 612), (86, 566)], "e8c23a", 54)
    limb([(86, 566), (48, 598)], "1d1d20", 44)
    limb([(396, 580), (330, 730), (214, 810)], "2b2f3a", 70)
    limb([(214, 810), (150, 842)], "e8c23a", 54)
    limb([(150, 842), (104, 822)], "1d1d20", 46)
    limb([(470, 350), (580, 300), (640, 200)], "d9a81f", 58)
    shape(
        [(300, 520), (330, 430), (400, 330), (480, 290), (540, 330), (520, 440), (470, 560), (420, 630), (310, 610)],
        "e8b92c",
    )
    c.poly([(300, 520), (330, 430), (400, 330), (420, 340), (370, 480), (350, 610), (310, 610)], "8a640f", 0.55, 10)
    c.poly([(440, 330), (500, 310), (510, 400), (470, 520), (440, 500)], "ffe08a", 0.5, 12)
    c.poly([(372, 400), (410, 350), (520, 440), (506, 480)], "3a3d46", 0.9)
    limb([(500, 330), (604, 236), (664, 132)], "e8b92c", 62)
    limb([(664, 132), (676, 96)], "f0f0e8", 58)
    limb([(640, 200), (668, 150)], "f0f0e8", 54)
    c.disc(470, 236, 62, "1d1a1b", ry=74)
    pen.ellipse([v * SCALE for v in (408, 162, 532, 310)], fill=255)
    c.disc(486, 246, 50, "c99f82", ry=60)
    c.poly([(486, 190), (536, 246), (520, 296), (486, 304)], "e2b794", 0.6, 10)
    c.line([(476, 232), (498, 226)], "2a1d17", 5)
    c.line([(512, 228), (528, 226)], "2a1d17", 5)
    c.disc(490, 242, 5, "1d1512")
    c.disc(519, 240, 5, "1d1512")
    c.line([(506, 246), (512, 264), (503, 266)], "8a5f48", 3)
    c.line([(492, 284), (514, 280)], "7a3f30", 5)
    c.disc(430, 250, 12, "b98a6a", ry=18)
    c.poly([(420, 190), (470, 158), (530, 186), (520, 204), (470, 196), (424, 236)], "1d1a1b")
    c.disc(690, 56, 54, "f4f2ea")
    pen.ellipse([v * SCALE for v in (636, 2, 744, 110)], fill=255)
    c.disc(704, 70, 40, "b8b4aa", 0.5, 10)
    for a in range(5):
        t = a * math.tau / 5 + 0.3
        c.disc(690 + math.cos(t) * 40, 56 + math.sin(t) * 40, 11, "26262a")
    c.disc(690, 56, 13, "26262a")
    image = c.done(edge=0.0, grain=1.0).convert("RGBA")
    image.putalpha(cut.resize(image.size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.6)))
    return image


SCENES = {"stadium": stadium, "marathon": marathon, "village": village, "keeper": keeper, "p5": dusk_court}
