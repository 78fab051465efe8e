"""Scenes of the river and its bridges."""

from __future__ import annotations

from brush import Canvas, mix
from PIL import Image
from things import bird, person, reeds, stayed_bridge, tower_block, tree


def bridge_dawn() -> Image.Image:
    """Before sunrise: the last segment hangs under the gantries over the middle of the river."""
    c = Canvas(1500, 900, "bridge-dawn")
    c.wash(((0, "33445f"), (0.3, "6d7690"), (0.5, "c29a90"), (0.62, "f2c08a"), (1, "f6d9a4")), 0, 640)
    c.cloud(30, 430, "f0b48e", 0.55, (3, 10))
    c.cloud(0, 260, "566079", 0.5, (3, 8))
    c.glow(905, 575, 520, "ffb25c", 0.85, 0.6)
    c.ridge(600, 120, "8d8296", 660, 0.5)
    c.veil(470, 640, "f3c79a", 0.0, 0.55)
    for k in range(58):
        x = c.rng.uniform(-20, 1490)
        tall = 20 + 92 * c.rng.random() ** 2 * (1.25 - abs(x - 1050) / 1100)
        tower_block(c, x, 628, c.rng.uniform(16, 38), tall, "6f6c80" if k % 2 else "837a86", "ffd890", 0.1)
    c.veil(520, 632, "eebf96", 0.1, 0.75)
    c.ridge(634, 14, "4b4a58", 650, 0.6, 9)
    deck = 470
    stayed_bridge(c, deck, (330, 1170), 350, 392, "2c3448", "e8b183", 668, 15, (727, 775))
    for x in (718, 784):  # gantries at both edges of the gap
        c.poly([(x - 34, deck - 6), (x - 24, deck - 52), (x + 24, deck - 52), (x + 34, deck - 6)], "b5402c")
        c.poly([(x - 24, deck - 10), (x - 17, deck - 44), (x + 17, deck - 44), (x + 24, deck - 10)], "e2ad8c")
        c.line([(x - 34, deck - 6), (x + 24, deck - 52)], "8c2f22", 3)
        c.line([(x + 34, deck - 6), (x - 24, deck - 52)], "8c2f22", 3)
    c.line([(700, deck - 50), (802, deck - 50)], "8c2f22", 6)
    for x in (736, 766):
        c.line([(x, deck - 48), (x, deck + 16)], "28303f", 1.6)
    c.box(730, deck + 14, 772, deck + 30, "3a4258")
    c.box(730, deck + 13, 772, deck + 17, "f0c090")
    c.mirror(648, "55607a", 0.24)
    c.veil(648, 900, "2c3a55", 0.0, 0.42)
    c.glow(905, 700, 300, "ffc27a", 0.55, 1.1)
    c.ripples(655, 900, "ffdcae", 260, 0.5)
    c.ripples(655, 900, "2b3750", 220, 0.5)
    c.veil(618, 668, "f5d2ac", 0.0, 0.55)
    c.veil(668, 710, "e8c4a8", 0.5, 0.0)
    for x, y, w in ((470, 742, 62), (1010, 702, 38)):  # launches standing by
        c.poly([(x - w, y), (x + w, y), (x + w * 0.8, y + w * 0.2), (x - w * 0.85, y + w * 0.2)], "1d2534")
        c.box(x - w * 0.35, y - w * 0.34, x + w * 0.3, y, "39455c")
        c.box(x - w * 0.28, y - w * 0.25, x + w * 0.22, y - w * 0.12, "f3c98e")
        c.line([(x - w * 0.05, y - w * 0.34), (x - w * 0.05, y - w * 0.8)], "1d2534", 2)
    for x, y, s in ((560, 250, 26), (615, 226, 22), (668, 262, 18), (1010, 180, 20)):
        bird(c, x, y, s, "2f3648", c.rng.uniform(0.2, 1))
    return c.done(edge=0.28)


def river_wide() -> Image.Image:
    """Evening over a river bend: wetland in front, the new bridge far off, the city on both banks."""
    c = Canvas(2600, 1000, "river-wide-2")
    c.wash(((0, "52708f"), (0.35, "93a6b4"), (0.6, "e9c99c"), (1, "f4d8a8")), 0, 470)
    c.cloud(20, 330, "f6d9b4", 0.75, (3, 15))
    c.cloud(0, 210, "71869c", 0.5, (3, 12))
    c.glow(1740, 400, 640, "ffbe6a", 0.8, 0.5)
    c.ridge(440, 170, "8a93a2", 520, 0.5, 7)
    c.ridge(452, 95, "7a8590", 520, 0.52, 9)
    c.veil(330, 470, "f0cfa0", 0.0, 0.5)
    for lo, hi, n in ((120, 980, 46), (1300, 2560, 60)):
        for _ in range(n):
            x = c.rng.uniform(lo, hi)
            middle = 1 - abs(x - (lo + hi) / 2) / (hi - lo) * 1.3
            tower_block(
                c, x, 470, c.rng.uniform(18, 40), 24 + 118 * c.rng.random() ** 2 * middle, "8b8a92", "ffe0a0", 0.12
            )
    c.veil(380, 474, "f1cd9e", 0.05, 0.6)
    stayed_bridge(c, 430, (1080, 1330), 118, 118, "4a5364", "f1c795", 474, 5, (1198, 1212), (880, 1530))
    c.mirror(474, "6f8496", 0.22)
    c.veil(474, 1000, "35506a", 0.0, 0.45)
    c.glow(1740, 560, 420, "ffd08a", 0.5, 1.2)
    c.ripples(480, 1000, "ffe3b8", 420, 0.5)
    c.ripples(480, 1000, "36495c", 360, 0.5)
    bank = [
        (0, 560),
        (300, 548),
        (640, 585),
        (900, 640),
        (760, 690),
        (420, 700),
        (820, 742),
        (1180, 800),
        (900, 860),
        (0, 880),
    ]
    c.poly(bank, "6e6a42", soft=2)
    c.poly([(0, 585), (320, 572), (600, 606), (800, 645), (600, 668), (0, 690)], "a58f52", 0.8, 6)
    c.poly([(0, 720), (500, 735), (1000, 805), (700, 838), (0, 860)], "94824a", 0.8, 8)
    c.poly([(1500, 1000), (1900, 880), (2300, 820), (2600, 800), (2600, 1000)], "51532f", soft=3)
    c.poly([(1720, 1000), (2050, 915), (2600, 850), (2600, 900), (2000, 1000)], "93844a", 0.7, 8)
    for _ in range(34):
        x = c.rng.uniform(0, 760)
        tree(
            c,
            x,
            566 + x * 0.05 + c.rng.uniform(-6, 6),
            c.rng.uniform(34, 70),
            c.rng.choice(["5f7040", "8c7a3a", "a0652e"]),
        )
    reeds(c, 900, 210, 150, "7a6838", "e6cf96")
    reeds(c, 1010, 420, 190, "5c4f2c", "f0d9a2")
    for k in range(19):
        bird(
            c,
            1180 + k * 34 + c.rng.uniform(-10, 10),
            250 + abs(k - 7) * 11 + c.rng.uniform(-4, 4),
            30,
            "39434f",
            c.rng.uniform(-0.3, 1),
        )
    for k in range(9):
        bird(c, 1300 + k * 66, 620 + c.rng.uniform(-14, 14), 40, "e9e4d8", c.rng.uniform(-0.2, 1))
    return c.done(edge=0.24, zoom=1.2)


def wetland() -> Image.Image:
    """Reeds round open water, ducks on it."""
    c = Canvas(1000, 667, "wetland")
    c.wash(((0, "a5b9c2"), (0.6, "dcd9c4"), (1, "ece1bd")), 0, 300)
    c.cloud(0, 220, "f6f2e4", 0.6, (3, 7))
    c.ridge(285, 80, "93a3a5", 320, 0.5)
    c.veil(210, 305, "ece4cb", 0, 0.6)
    far = c.ridge(306, 26, "9a8a52", 330, 0.65, 12)
    c.mottle((60, 20), "6b5f36", "d8c383", 0.5, far)
    c.mirror(322, "8fa5ab", 0.2)
    c.veil(322, 667, "3f5b66", 0, 0.4)
    c.ripples(330, 667, "f2ead2", 150, 0.5)
    for x, y, s in (
        (300, 395, 1.0),
        (370, 412, 1.1),
        (432, 398, 1),
        (560, 452, 1.35),
        (655, 428, 1.2),
        (745, 470, 1.5),
    ):
        c.disc(x, y, 15 * s, "4d4436", ry=6.5 * s)
        c.disc(x - 2 * s, y + 1 * s, 10 * s, "b7ab92", ry=4 * s)
        c.line([(x + 12 * s, y - 2 * s), (x + 16 * s, y - 11 * s)], "22483a", 5 * s)
        c.disc(x + 17 * s, y - 12 * s, 4.6 * s, "1f5140")
        c.line([(x + 20 * s, y - 12 * s), (x + 26 * s, y - 11 * s)], "d8a93a", 2.4 * s)
        c.disc(x, y + 10 * s, 16 * s, "2c3a40", 0.35, 3, 4 * s)
    reeds(c, 640, 150, 190, "86733c", "ead6a0")
    reeds(c, 690, 210, 250, "5f5029", "f0dfae")
    return c.done(zoom=1.1)


def path() -> Image.Image:
    """A river promenade in the morning: a runner, walkers, willows and the water beside."""
    c = Canvas(1000, 667, "path-3")
    c.wash(((0, "b9cbd2"), (1, "f1e6cd")), 0, 330)
    c.ridge(300, 60, "9fb0b3", 340, 0.5)
    for _ in range(20):
        tower_block(
            c, c.rng.uniform(0, 460), 318, c.rng.uniform(14, 30), c.rng.uniform(20, 90), "a6adaf", "f6e3b8", 0.1
        )
    c.veil(220, 322, "eee4cf", 0, 0.5)
    c.mirror(320, "93abb2", 0.3)
    c.ripples(325, 667, "fbf4e2", 120, 0.5)
    c.poly([(560, 330), (600, 330), (1000, 667), (180, 667)], "b5a58d")
    c.poly([(574, 330), (588, 330), (700, 667), (430, 667)], "cdbfa6", 0.7, 4)
    c.mottle((40, 30), "46552c", "a5b070", 0.5, c.area([(600, 330), (1000, 340), (1000, 667)], "6e7d45"))
    for k in range(9):
        t = (k / 8) ** 2
        x, y = 552 - 372 * t, 332 + 330 * t
        c.line([(x, y), (x, y - 14 - 80 * t)], "5a5b58", 1.5 + 5 * t)
    c.line([(552, 318), (190, 582)], "5a5b58", 4)
    for x, y, t in ((640, 352, 70), (690, 372, 110), (770, 410, 180), (910, 470, 300)):
        tree(c, x + 20, y, t, "7f9a48", 0.8)
    c.poly([(430, 640), (640, 630), (620, 667), (380, 667)], "2e2a24", 0.25, 8)
    person(c, 520, 622, 190, "c8492e", "22304a", stride=0.95, arm=0.7, face=-1)
    person(c, 604, 430, 78, "3f5f77", "2d2d33", stride=0.35, face=1)
    person(c, 630, 430, 74, "8a8f94", "33302c", stride=0.3, face=1)
    person(c, 572, 382, 44, "e2d9c8", "e2d9c8", stride=0.3, arm=0.9, face=-1)
    return c.done(zoom=1.1)


def portrait() -> Image.Image:
    """A man past sixty at the river, in a work jacket, seen from the chest up."""
    c = Canvas(640, 760, "portrait-2")
    c.wash(((0, "8fa3ab"), (0.6, "c9cbbd"), (1, "7f9198")), 0, 760)
    c.ridge(380, 70, "76898f", 440, 0.5)
    c.box(0, 430, 640, 760, "7b9097", 1, 12)
    c.ripples(440, 760, "dfe3da", 130, 0.5)
    c.veil(0, 760, "dcd8c8", 0.3, 0.1)
    skin, dark, light = "b98a6a", "6d4a38", "e2b794"
    c.poly([(60, 760), (90, 640), (210, 570), (430, 570), (550, 640), (600, 760)], "2f4557", soft=1)
    c.poly([(60, 760), (90, 640), (210, 570), (250, 600), (230, 760)], "1d2d3b", 0.75, 8)
    c.poly([(250, 560), (320, 640), (390, 560), (372, 520), (268, 520)], "8a6049", soft=2)
    c.poly([(215, 566), (262, 540), (318, 650), (286, 700)], "41596c", soft=1)
    c.poly([(425, 566), (378, 540), (322, 650), (354, 700)], "4b657a", soft=1)
    c.line([(320, 650), (320, 760)], "18242e", 3)
    c.disc(222, 372, 24, mix(skin, dark, 0.3), soft=2, ry=40)
    c.disc(420, 372, 24, skin, soft=2, ry=40)
    c.poly(
        [
            (228, 300),
            (226, 390),
            (246, 474),
            (292, 528),
            (320, 536),
            (350, 528),
            (396, 474),
            (416, 390),
            (414, 300),
            (380, 236),
            (262, 236),
        ],
        skin,
        soft=3,
    )
    c.poly(
        [(226, 300), (226, 390), (246, 474), (292, 528), (320, 536), (300, 470), (286, 390), (290, 250)], dark, 0.42, 18
    )
    c.poly([(345, 300), (404, 300), (408, 384), (388, 458), (352, 440)], light, 0.4, 16)
    c.disc(320, 280, 70, light, 0.3, 20, 30)
    c.poly(
        [
            (216, 330),
            (212, 250),
            (250, 186),
            (320, 166),
            (392, 184),
            (430, 250),
            (426, 330),
            (408, 276),
            (372, 250),
            (268, 250),
            (236, 280),
        ],
        "57575a",
        soft=4,
    )
    c.poly([(250, 200), (320, 172), (392, 188), (416, 250), (372, 236), (280, 236)], "8d8d8d", 0.6, 9)
    for _ in range(60):
        x = c.rng.uniform(226, 418)
        c.line([(x, 250 - abs(x - 322) * 0.05), (x + (x - 322) * 0.2, 190 + abs(x - 322) * 0.4)], "c9c8c4", 0.8, 0.5)
    for x in (276, 366):
        c.line([(x - 32, 338), (x - 6, 328), (x + 28, 336)], "4a4440", 7, 0.9, 1.2)
        c.disc(x, 368, 24, "7b5540", 0.5, 6, 13)
        c.poly([(x - 22, 370), (x - 6, 360), (x + 12, 361), (x + 24, 371), (x + 4, 377)], "ece3d8", soft=1)
        c.disc(x + 2, 368, 8.5, "2a1d17", soft=0.6)
        c.disc(x + 5, 365, 2, "ffffff")
        c.line([(x - 25, 370), (x - 7, 358), (x + 13, 359), (x + 27, 371)], "33231b", 3, 0.9, 0.7)
        c.line([(x - 18, 386), (x + 4, 391), (x + 22, 385)], dark, 2, 0.5, 1.2)
        out = -1 if x < 320 else 1
        for k in range(3):
            c.line([(x + out * 30, 366 + k * 4), (x + out * 44, 358 + k * 10)], dark, 1.4, 0.55, 0.8)
    c.poly([(310, 360), (302, 430), (296, 444), (320, 452), (330, 446), (322, 430), (326, 360)], dark, 0.3, 7)
    c.line([(298, 444), (312, 452), (330, 452), (344, 443)], "5a392b", 3, 0.8, 1.5)
    c.disc(328, 434, 9, light, 0.55, 5)
    c.line([(276, 478), (300, 485), (322, 487), (346, 485), (372, 477)], "6a3c30", 4.5, 0.9, 1)
    c.line([(290, 492), (322, 501), (356, 491)], "a06a55", 5, 0.6, 3)
    for way in (-1, 1):
        c.line([(320 + way * 34, 438), (320 + way * 58, 478), (320 + way * 54, 500)], dark, 2.4, 0.6, 2)
    for y in (286, 300, 313):
        c.line([(272, y + 3), (322, y), (374, y + 3)], dark, 1.6, 0.35, 1.2)
    return c.done(edge=0.3)


def stork() -> Image.Image:
    """Three black storks on a shallow beach, a tower crane far behind."""
    c = Canvas(1000, 667, "stork-2")
    c.wash(((0, "c3cdd0"), (1, "efe8d6")), 0, 330)
    c.ridge(300, 60, "a9b4b5", 340, 0.5)
    c.line([(760, 310), (760, 90)], "7d868b", 5, 0.8)
    c.line([(690, 108), (960, 92)], "7d868b", 4, 0.8)
    c.line([(760, 70), (700, 106)], "7d868b", 2, 0.8)
    c.line([(760, 70), (930, 94)], "7d868b", 2, 0.8)
    c.veil(200, 330, "efe8d8", 0.1, 0.6)
    c.mirror(322, "a3b0b2", 0.35, 470)
    beach = c.area([(0, 440), (300, 420), (1000, 452), (1000, 667), (0, 667)], "9c8f73", 4)
    c.mottle((40, 60), "6c6250", "cbbf9f", 0.3, beach)
    c.poly([(0, 520), (420, 500), (760, 535), (300, 560), (0, 556)], "b3babb", 0.85, 4)
    for x, y, s, bent in ((300, 548, 1.25, 1), (560, 510, 1.0, 0), (742, 528, 1.05, 0)):
        c.disc(x, y + 4, 70 * s, "4b4638", 0.35, 6, 8 * s)
        for k in (-1, 1):
            c.line([(x + k * 8 * s, y - 92 * s), (x + k * 12 * s, y - 48 * s), (x + k * 9 * s, y)], "b5392a", 4 * s)
        c.poly(
            [
                (x - 92 * s, y - 106 * s),
                (x - 40 * s, y - 148 * s),
                (x + 30 * s, y - 150 * s),
                (x + 52 * s, y - 122 * s),
                (x + 26 * s, y - 88 * s),
                (x - 40 * s, y - 86 * s),
            ],
            "1e1f24",
        )
        c.poly([(x - 20 * s, y - 92 * s), (x + 40 * s, y - 116 * s), (x + 24 * s, y - 86 * s)], "e9e4da")
        c.poly(
            [
                (x - 86 * s, y - 108 * s),
                (x - 30 * s, y - 144 * s),
                (x + 20 * s, y - 140 * s),
                (x - 20 * s, y - 112 * s),
            ],
            "3b4a52",
            0.8,
            3,
        )
        head = (x + 92 * s, y - 96 * s) if bent else (x + 66 * s, y - 208 * s)
        c.line([(x + 40 * s, y - 132 * s), (x + 74 * s, y - (150 if bent else 172) * s), head], "1e1f24", 13 * s)
        c.disc(head[0], head[1], 11 * s, "1e1f24")
        tip = (head[0] + 16 * s, head[1] + 46 * s) if bent else (head[0] + 50 * s, head[1] + 10 * s)
        c.poly([(head[0] + 6 * s, head[1] - 5 * s), tip, (head[0] + 2 * s, head[1] + 8 * s)], "c23a28")
        c.disc(head[0] + 3 * s, head[1] - 2 * s, 3.4 * s, "c23a28")
    return c.done()


SCENES = {
    "bridge-dawn": bridge_dawn, "river-wide": river_wide, "wetland": wetland, "path": path,
    "portrait-yu": portrait, "stork": stork,
}  # fmt: skip
