"""Scenes indoors and at night: a street dug open under a lamp, a workshop's bench, a reading room."""

from __future__ import annotations

import math

from brush import Canvas, mix
from PIL import Image
from things import person


def trench() -> Image.Image:
    """Past midnight: a trench in an old street, a lamp on a stand, three men and the new pipe."""
    c = Canvas(1000, 640, "trench")
    c.wash([(0, "0d1220"), (0.5, "17203a"), (1, "10131c")])
    for k in range(9):
        x = -40 + k * 122
        tall = c.rng.uniform(210, 330)
        wall = mix("2a2f40", "3b3540", c.rng.random())
        c.box(x, 400 - tall, x + 118, 400, wall)
        c.poly([(x - 8, 400 - tall), (x + 59, 400 - tall - 34), (x + 126, 400 - tall)], mix(wall, "000000", 0.35))
        for row in range(3):
            for column in range(2):
                lit = c.rng.random() < 0.16
                at, up = x + 22 + column * 46, 400 - tall + 28 + row * 66
                c.box(at, up, at + 26, up + 38, "e8b76a" if lit else mix(wall, "05070c", 0.5))
    ground = c.area([(0, 392), (1000, 392), (1000, 640), (0, 640)], "2b2a2c")
    c.mottle((40, 20), "1b1a1c", "4a4744", 0.5, ground)
    earth = c.area([(180, 520), (300, 452), (420, 486), (470, 520)], "4f3b29")
    c.mottle((60, 30), "2c2016", "7d5f41", 0.7, earth)
    c.poly([(390, 500), (760, 476), (1000, 560), (1000, 640), (470, 640)], "15110f")
    c.poly([(390, 500), (470, 640), (540, 640), (430, 500)], "3c2c1e")
    for k in range(26):
        a = math.pi * k / 25
        c.line(
            [(430, 556 - 40 * math.sin(a)), (1000, 612 - 46 * math.sin(a))],
            mix("6d7984", "20272e", abs(k - 8) / 22),
            3.4,
        )
    c.line([(598, 526), (622, 606)], "c9d2d6", 7)
    c.line([(806, 548), (836, 628)], "c9d2d6", 7)
    person(c, 330, 520, 150, "d9662a", arm=0.5, hair="e7c33a")
    person(c, 556, 560, 158, "d9662a", arm=0.15, face=-1, hair="e7c33a")
    person(c, 700, 556, 164, "c85a24", arm=0.75, face=-1, hair="e7c33a")
    for x in (560, 700, 330):
        c.disc(x, 560 - 0, 2, "1b1b1d")
    c.line([(846, 500), (846, 236)], "3b3f44", 8)
    c.line([(810, 508), (846, 420), (882, 508)], "3b3f44", 5)
    c.box(816, 216, 878, 246, "50565c")
    c.box(822, 240, 872, 250, "fff4d2")
    c.glow(846, 250, 420, "ffdf9c", 0.75)
    c.glow(700, 500, 330, "ffc877", 0.45, 0.6)
    for x in (60, 118, 176):
        c.poly([(x, 560), (x + 14, 500), (x + 28, 560)], "e2612a")
        c.box(x + 6, 522, x + 22, 534, "f4efe6")
    return c.done(black=8, white=236)


def reducer() -> Image.Image:
    """A harmonic reducer on a bench: a flanged disc, its teeth, bolts, a hand's breadth of light."""
    c = Canvas(900, 600, "reducer")
    c.wash([(0, "8d979f"), (0.55, "b9c0c4"), (1, "6d757b")])
    for k in range(5):
        x = 40 + k * 190
        c.box(x, 40, x + 120, 250, "9aa5ac", 0.8, 6)
        c.disc(x + 60, 120, 40, "7b868e", 0.7, 5)
    bench = c.area([(0, 392), (900, 372), (900, 600), (0, 600)], "3d4347")
    c.mottle((50, 12), "2b3034", "59616a", 0.35, bench)
    c.disc(470, 486, 300, "14171a", 0.55, 26, ry=64)
    x, y = 450.0, 318.0
    for r, ink in ((214, "565f66"), (208, "9aa3a9"), (200, "c3cace")):
        c.disc(x + (214 - r) * 1.4, y + (214 - r) * 0.5, r, ink, ry=r * 0.86)
    for k in range(72):
        a = math.tau * k / 72
        near, far = 132, 146
        c.line(
            [
                (x + 20 + math.cos(a) * near, y + 7 + math.sin(a) * near * 0.86),
                (x + 20 + math.cos(a) * far, y + 7 + math.sin(a) * far * 0.86),
            ],
            "4b545b",
            4.2,
        )
    c.disc(x + 20, y + 7, 130, "77828a", ry=112)
    c.disc(x + 24, y + 9, 118, "adb6bb", ry=101)
    c.disc(x + 24, y + 9, 66, "5a646b", ry=57)
    c.disc(x + 27, y + 11, 52, "262b2f", ry=45)
    c.box(x + 15, y - 44, x + 39, y - 26, "262b2f")
    for k in range(12):
        a = math.tau * (k + 0.5) / 12
        px, py = x + 20 + math.cos(a) * 174, y + 7 + math.sin(a) * 174 * 0.86
        c.disc(px, py, 12, "525c63", ry=10.4)
        c.disc(px + 1.5, py + 1.5, 8, "20252a", ry=7)
    for k in range(8):
        a = math.tau * k / 8
        px, py = x + 24 + math.cos(a) * 92, y + 9 + math.sin(a) * 92 * 0.86
        c.disc(px, py, 7, "6a747b", ry=6)
        c.disc(px + 1, py + 1, 4, "2b3136", ry=3.4)
    c.disc(x - 60, y - 88, 90, "ffffff", 0.22, 30, ry=40)
    c.line([(x - 150, y - 96), (x - 96, y - 148), (x - 20, y - 176)], "ffffff", 5, 0.4, 3)
    c.poly([(668, 470), (820, 452), (838, 498), (684, 520)], "d7a63f")
    c.poly([(684, 520), (838, 498), (838, 514), (684, 538)], "8f6a20")
    c.glow(220, 60, 420, "fff6e0", 0.35)
    return c.done()


def reading() -> Image.Image:
    """A reading room at night: long tables, green lamps, readers, dark windows."""
    c = Canvas(900, 580, "reading")
    c.wash([(0, "2d2622"), (0.6, "4a382a"), (1, "33271e")])
    for k in range(5):
        x = 30 + k * 176
        c.box(x, 40, x + 132, 260, "131a2c")
        c.box(x + 62, 40, x + 68, 260, "2d2622")
        c.box(x, 146, x + 132, 152, "2d2622")
        for _ in range(9):
            at, up = c.rng.uniform(x + 6, x + 126), c.rng.uniform(160, 250)
            c.box(at, up, at + 5, up + 6, "d8a860", 0.8)
    for row, (y, wide, tall) in enumerate(((312, 130, 96), (392, 190, 128), (500, 270, 176))):
        for k in range(6):
            x = 40 + k * wide + (row % 2) * 40
            coat = c.rng.choice(["3f4f66", "6b3b3a", "50603f", "4a4458", "7a5b38", "38424a"])
            person(c, x, y + tall * 0.62, tall * 1.25, coat, arm=0.1, face=1 if k % 2 else -1)
        c.box(0, y, 900, y + 12 + row * 5, mix("8a6238", "5b3c20", row / 3))
        c.box(0, y + 12 + row * 5, 900, y + 60 + row * 14, mix("4b3018", "2a1a0d", row / 3))
        for k in range(7):
            x = k * wide + wide * 0.55 + (row % 2) * 20
            c.line([(x, y), (x, y - tall * 0.3)], "b08a3c", 3 + row)
            c.poly([(x - 20 - 6 * row, y - tall * 0.26), (x - 12 - 4 * row, y - tall * 0.42),
                    (x + 12 + 4 * row, y - tall * 0.42), (x + 20 + 6 * row, y - tall * 0.26)], "2f7a4f")  # fmt: skip
            c.glow(x, y - tall * 0.12, 60 + 30 * row, "ffd98c", 0.5, 0.5)
            c.box(x + 30, y - 4, x + 62 + 8 * row, y + 2, "f3ead6")
    c.glow(450, 150, 520, "ffcf86", 0.16)
    return c.done()


SCENES = {"trench": trench, "reducer": reducer, "reading": reading}
