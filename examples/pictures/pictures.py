"""Draw the pictures of this example: scenes of a lane by the water, in flat colours, small enough to keep.

Run as ``python examples/pictures/pictures.py``; the same script draws the same pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).parent / "pictures"
FINE = 2
"""Everything is drawn this many times too large and shrunk: smooth edges."""
Colour = tuple[int, int, int]
Draw = ImageDraw.ImageDraw
NIGHT, DUSK, GOLD, ROSE = (28, 44, 74), (74, 92, 128), (240, 186, 104), (214, 108, 84)
WALL, SHADE, TILE, WOOD, LEAF, STONE = (
    (236, 230, 218), (206, 198, 184), (58, 62, 70), (122, 76, 50), (84, 116, 80), (150, 148, 142)
)  # fmt: skip


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """A colour between two."""
    r, g, b = (round(a + (z - a) * part) for a, z in zip(one, other, strict=True))
    return r, g, b


def canvas(width: int, height: int, top: Colour, bottom: Colour) -> tuple[Image.Image, Draw]:
    """A sky: colours from top to bottom."""
    image = Image.new("RGB", (width * FINE, height * FINE))
    draw = ImageDraw.Draw(image)
    for y in range(image.height):
        draw.line((0, y, image.width, y), fill=mixed(top, bottom, y / image.height))
    return image, draw


def hills(image: Image.Image, draw: Draw, base: float, colour: Colour, seed: int, high: float) -> None:
    """A line of hills on the height ``base`` (a part of the picture's)."""
    rand, width = Random(seed), image.width
    knots = [base - high * rand.random() for _ in range(9)]
    points = []
    for x in range(0, width + 1, 8):
        at = x / width * 7
        n, t = int(at), at - int(at)
        t = t * t * (3 - 2 * t)
        points.append((x, (knots[n] * (1 - t) + knots[n + 1] * t) * image.height))
    draw.polygon([(0, image.height), *points, (width, image.height)], fill=colour)


def house(draw: Draw, x: float, y: float, wide: float, high: float, lit: bool, far: float = 0) -> None:
    """A white house under a tiled roof, its foot at ``y``."""
    wall, tile = mixed(WALL, DUSK, far), mixed(TILE, DUSK, far)
    draw.rectangle((x, y - high, x + wide, y), fill=wall)
    draw.rectangle((x + wide * 0.8, y - high, x + wide, y), fill=mixed(wall, SHADE, 0.8))
    eave, ridge = wide * 0.1, high * 0.3
    draw.polygon(
        [(x - eave, y - high), (x + wide * 0.06, y - high - ridge), (x + wide * 0.94, y - high - ridge),
         (x + wide + eave, y - high)], fill=tile,
    )  # fmt: skip
    draw.polygon(
        [(x - eave, y - high), (x - eave * 1.5, y - high - ridge * 0.3), (x + eave, y - high - ridge * 0.2)], fill=tile
    )
    draw.rectangle((x - eave, y - high, x + wide + eave, y - high + high * 0.03), fill=mixed(tile, (0, 0, 0), 0.3))
    pane = mixed(GOLD, wall, far) if lit else mixed(WOOD, DUSK, far + 0.2)
    for n in range(2):
        left = x + wide * (0.14 + 0.36 * n)
        box = (left, y - high * 0.72, left + wide * 0.2, y - high * 0.4)
        draw.rectangle(box, fill=pane, outline=mixed(WOOD, DUSK, far), width=max(1, int(wide * 0.02)))
        middle = (box[0] + box[2]) / 2
        draw.line((middle, box[1], middle, box[3]), fill=mixed(WOOD, DUSK, far), width=max(1, int(wide * 0.015)))


def water(image: Image.Image, top: float, seed: int) -> None:
    """The lower part becomes water that mirrors what stands above it."""
    line = int(image.height * top)
    deep = image.height - line
    part = image.crop((0, max(0, line - deep), image.width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    part = part.resize((image.width, deep)).filter(ImageFilter.GaussianBlur(4 * FINE))
    part = Image.blend(part, Image.new("RGB", part.size, DUSK), 0.35)
    image.paste(part, (0, line))
    draw, rand = ImageDraw.Draw(image), Random(seed)
    for _ in range(deep // 5):
        y = line + rand.randrange(4, max(5, deep - 4))
        x, wide = rand.randrange(image.width), rand.randrange(40, 260)
        draw.line((x, y, x + wide, y), fill=mixed(DUSK, WALL, rand.random() * 0.5), width=FINE)


def lantern(draw: Draw, x: float, y: float, size: float) -> None:
    """A red lantern on its string."""
    draw.line((x, y - size * 1.6, x, y - size * 0.6), fill=WOOD, width=FINE)
    draw.ellipse((x - size * 0.62, y - size * 0.6, x + size * 0.62, y + size * 0.6), fill=(196, 48, 40))
    draw.ellipse((x - size * 0.25, y - size * 0.6, x + size * 0.25, y + size * 0.6), fill=(226, 92, 62))
    for edge in (-0.62, 0.5):
        draw.rectangle((x - size * 0.28, y + size * edge, x + size * 0.28, y + size * (edge + 0.12)), fill=GOLD)
    for n in (-1, 0, 1):
        foot = x + n * size * 0.12
        draw.line((foot, y + size * 0.6, foot, y + size * 1.05), fill=GOLD, width=FINE)


def boat(draw: Draw, x: float, y: float, size: float) -> None:
    """A boat with a mat roof and its man."""
    draw.polygon([(x - size, y - size * 0.14), (x + size, y - size * 0.14), (x + size * 0.72, y + size * 0.14),
                  (x - size * 0.76, y + size * 0.14)], fill=(66, 46, 38))  # fmt: skip
    draw.pieslice((x - size * 0.5, y - size * 0.5, x + size * 0.34, y + size * 0.24), 180, 360, fill=(92, 74, 56))
    draw.line((x + size * 0.62, y - size * 0.9, x + size * 0.9, y + size * 0.4), fill=WOOD, width=int(size * 0.03) + 1)
    draw.rectangle((x + size * 0.56, y - size * 0.52, x + size * 0.7, y - size * 0.14), fill=NIGHT)
    draw.ellipse((x + size * 0.57, y - size * 0.66, x + size * 0.69, y - size * 0.52), fill=(210, 170, 136))
    hat = [(x + size * 0.47, y - size * 0.6), (x + size * 0.63, y - size * 0.76), (x + size * 0.79, y - size * 0.6)]
    draw.polygon(hat, fill=(206, 178, 120))


def lane(image: Image.Image, draw: Draw, foot: float, seed: int, lit: bool) -> None:
    """A row of houses along the whole picture."""
    rand, x = Random(seed), -0.02 * image.width
    while x < image.width:
        wide = image.height * (0.3 + 0.16 * rand.random())
        house(
            draw,
            x,
            foot * image.height,
            wide,
            image.height * (0.24 + 0.14 * rand.random()),
            lit and rand.random() < 0.7,
        )
        x += wide * 1.06


def cover(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (104, 140, 176), (250, 214, 160))
    sun = image.height * 0.09
    x, y = image.width * 0.72, image.height * 0.3
    draw.ellipse((x - sun, y - sun, x + sun, y + sun), fill=(255, 244, 214))
    for n, colour in enumerate(((172, 178, 186), (132, 146, 158), (98, 116, 126))):
        hills(image, draw, 0.56 + 0.06 * n, colour, n + 3, 0.22 - 0.04 * n)
    lane(image, draw, 0.74, 5, True)
    water(image, 0.74, 2)
    boat(ImageDraw.Draw(image), image.width * 0.3, image.height * 0.88, image.height * 0.13)
    return image


def lanterns(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, NIGHT, (120, 92, 98))
    lane(image, draw, 0.98, 11, True)
    for n in range(5):
        lantern(draw, image.width * (0.1 + 0.2 * n), image.height * (0.24 + 0.1 * (n % 2)), image.height * 0.13)
    return image


def bridge(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (150, 184, 196), (232, 226, 206))
    hills(image, draw, 0.5, (126, 152, 138), 8, 0.2)
    left, right, y = image.width * 0.06, image.width * 0.94, image.height * 0.72
    draw.pieslice((left, y - image.height * 0.42, right, y + image.height * 0.42), 180, 360, fill=STONE)
    hole = image.width * 0.2
    middle = image.width / 2
    draw.pieslice((middle - hole, y - hole, middle + hole, y + hole), 180, 360, fill=(206, 214, 204))
    for n in range(11):
        at = left + (right - left) * (n + 0.5) / 11
        arc = (1 - ((at - middle) / ((right - left) / 2)) ** 2) ** 0.5
        top = y - image.height * 0.42 * arc
        draw.rectangle((at - 5 * FINE, top - 14 * FINE, at + 5 * FINE, top + 4 * FINE), fill=(176, 172, 164))
    water(image, 0.72, 4)
    return image


def ferry(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (212, 196, 176), (244, 226, 190))
    hills(image, draw, 0.44, (150, 158, 150), 21, 0.16)
    water(image, 0.5, 9)
    boat(ImageDraw.Draw(image), image.width * 0.48, image.height * 0.74, image.height * 0.26)
    return image


def doorway(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, WALL, SHADE)
    w, h = image.size
    draw.rectangle((w * 0.24, h * 0.2, w * 0.76, h * 0.92), fill=WOOD)
    draw.rectangle((w * 0.29, h * 0.25, w * 0.71, h * 0.92), fill=(74, 48, 36))
    for side in (0.3, 0.51):
        draw.rectangle((w * side, h * 0.27, w * (side + 0.19), h * 0.92), fill=(150, 44, 36))
        draw.rectangle(
            (w * (side + 0.03), h * 0.36, w * (side + 0.16), h * 0.56), fill=(196, 60, 46), outline=GOLD, width=2 * FINE
        )
        ring = w * (side + (0.15 if side < 0.5 else 0.04))
        draw.ellipse((ring - 6 * FINE, h * 0.63, ring + 6 * FINE, h * 0.63 + 12 * FINE), outline=GOLD, width=2 * FINE)
    draw.polygon([(w * 0.1, h * 0.2), (w * 0.2, h * 0.08), (w * 0.8, h * 0.08), (w * 0.9, h * 0.2)], fill=TILE)
    for x in (0.17, 0.83):
        lantern(draw, w * x, h * 0.42, h * 0.09)
    draw.rectangle((0, h * 0.92, w, h), fill=STONE)
    return image


def kettle(draw: Draw, x: float, y: float, size: float, body: Colour) -> None:
    """A teapot, its foot at ``y``."""
    draw.ellipse(
        (x - size * 1.28, y - size * 1.02, x - size * 0.5, y - size * 0.26), outline=body, width=int(size * 0.15)
    )
    spout = [(0.6, -0.48), (1.3, -1.12), (1.46, -1.04), (0.66, -0.12)]
    draw.polygon([(x + size * across, y + size * down) for across, down in spout], fill=body)
    draw.ellipse((x - size * 0.9, y - size * 1.25, x + size * 0.9, y), fill=body)
    draw.ellipse((x - size * 0.62, y - size * 1.12, x - size * 0.1, y - size * 0.5), fill=mixed(body, WALL, 0.22))
    draw.rectangle(
        (x - size * 0.52, y - size * 0.05, x + size * 0.52, y + size * 0.04), fill=mixed(body, (0, 0, 0), 0.3)
    )
    draw.pieslice(
        (x - size * 0.5, y - size * 1.48, x + size * 0.5, y - size * 0.94), 180, 360, fill=mixed(body, (0, 0, 0), 0.2)
    )
    draw.ellipse((x - size * 0.13, y - size * 1.64, x + size * 0.13, y - size * 1.4), fill=body)


def teahouse(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (92, 64, 52), (138, 92, 62))
    w, h = image.size
    for n in range(6):
        x = w * n / 6
        draw.rectangle(
            (x + 8 * FINE, h * 0.08, x + w / 6 - 8 * FINE, h * 0.6),
            fill=(238, 214, 164),
            outline=(70, 46, 36),
            width=4 * FINE,
        )
        for k in range(1, 4):
            draw.line((x + w / 24 * k, h * 0.08, x + w / 24 * k, h * 0.6), fill=(70, 46, 36), width=2 * FINE)
        for k in range(1, 5):
            y = h * (0.08 + 0.104 * k)
            draw.line((x + 8 * FINE, y, x + w / 6 - 8 * FINE, y), fill=(70, 46, 36), width=2 * FINE)
    draw.rectangle((0, h * 0.82, w, h), fill=(84, 52, 38))
    draw.rectangle((0, h * 0.82, w, h * 0.845), fill=(160, 106, 70))
    kettle(draw, w * 0.4, h * 0.82, h * 0.17, (60, 66, 70))
    for n in range(3):
        x = w * (0.6 + 0.1 * n)
        draw.pieslice((x - h * 0.06, h * 0.7, x + h * 0.06, h * 0.94), 0, 180, fill=(232, 232, 226))
        draw.rectangle((x - h * 0.06, h * 0.79, x + h * 0.06, h * 0.82), fill=(232, 232, 226))
        draw.rectangle((0, h * 0.845, w, h), fill=(84, 52, 38))
    return image


def umbrellas(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (198, 206, 206), (224, 220, 208))
    w, h = image.size
    lane(image, draw, 0.62, 17, False)
    draw.rectangle((0, h * 0.62, w, h), fill=(142, 144, 142))
    rand = Random(31)
    for _ in range(60):
        x, y = rand.randrange(w), h * (0.64 + 0.34 * rand.random())
        draw.line((x, y, x + 50 * FINE, y), fill=(170, 172, 168), width=FINE)
    for x, y, size, colour in (
        (0.3, 0.56, 0.2, ROSE),
        (0.62, 0.5, 0.17, (226, 176, 74)),
        (0.84, 0.6, 0.21, (84, 124, 140)),
    ):
        cx, cy, r = w * x, h * y, h * size
        draw.line((cx, cy - r * 0.4, cx, cy + r * 1.1), fill=WOOD, width=3 * FINE)
        draw.rounded_rectangle(
            (cx - r * 0.32, cy + r * 0.25, cx + r * 0.32, cy + r * 1.5), r * 0.24, fill=mixed(NIGHT, colour, 0.25)
        )
        draw.pieslice((cx - r, cy - r * 0.8, cx + r, cy + r * 0.8), 180, 360, fill=colour)
        for n in range(1, 5):
            draw.line((cx, cy - r * 0.8, cx - r + r * 0.4 * n, cy), fill=mixed(colour, WOOD, 0.35), width=FINE)
    for _ in range(130):
        x, y = rand.randrange(w), rand.randrange(h)
        draw.line((x, y, x - 5 * FINE, y + 16 * FINE), fill=(240, 242, 242), width=1)
    return image


def craftsman(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (184, 148, 108), (140, 104, 76))
    w, h = image.size
    for n in range(7):
        draw.line((w * n / 6.5, 0, w * n / 6.5, h), fill=(128, 94, 68), width=3 * FINE)
    draw.rounded_rectangle((w * 0.14, h * 0.66, w * 0.86, h * 1.3), w * 0.2, fill=(58, 76, 104))
    draw.polygon([(w * 0.4, h * 0.64), (w * 0.6, h * 0.64), (w * 0.5, h * 0.84)], fill=WALL)
    draw.rectangle((w * 0.43, h * 0.54, w * 0.57, h * 0.68), fill=(186, 138, 104))
    draw.ellipse((w * 0.32, h * 0.2, w * 0.68, h * 0.62), fill=(214, 168, 132))
    draw.pieslice((w * 0.3, h * 0.14, w * 0.7, h * 0.56), 180, 360, fill=(226, 226, 222))
    draw.rectangle((w * 0.33, h * 0.33, w * 0.67, h * 0.35), fill=(214, 168, 132))
    for x in (0.42, 0.58):
        draw.ellipse(
            (w * x - w * 0.055, h * 0.38, w * x + w * 0.055, h * 0.38 + w * 0.11), outline=(52, 44, 40), width=3 * FINE
        )
        draw.ellipse((w * x - w * 0.012, h * 0.41, w * x + w * 0.012, h * 0.41 + w * 0.024), fill=(40, 34, 32))
    draw.line((w * 0.475, h * 0.42, w * 0.525, h * 0.42), fill=(52, 44, 40), width=3 * FINE)
    draw.arc((w * 0.43, h * 0.44, w * 0.57, h * 0.55), 20, 160, fill=(140, 72, 60), width=3 * FINE)
    return image


def plan(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (244, 240, 230), (244, 240, 230))
    w, h = image.size
    draw.line((0, h * 0.7, w * 0.4, h * 0.6, w * 0.7, h * 0.75, w, h * 0.6), fill=(150, 190, 206), width=int(h * 0.16))
    for points in (((0.1, 0), (0.22, 1)), ((0.5, 0), (0.56, 1)), ((0.86, 0), (0.8, 1)), ((0, 0.25), (1, 0.3))):
        draw.line([(w * x, h * y) for x, y in points], fill=(214, 204, 184), width=int(h * 0.05))
    draw.line((w * 0.2, h * 0.28, w * 0.82, h * 0.29), fill=(196, 48, 40), width=int(h * 0.05))
    draw.ellipse((w * 0.47, h * 0.18, w * 0.61, h * 0.18 + w * 0.14), fill=(196, 48, 40))
    draw.rectangle((0, 0, w - 1, h - 1), outline=TILE, width=2 * FINE)
    return image


def teapot(width: int, height: int) -> Image.Image:
    """A cut-out: what is not teapot is transparent."""
    image = Image.new("RGBA", (width * FINE, height * FINE), (0, 0, 0, 0))
    kettle(ImageDraw.Draw(image), image.width * 0.455, image.height * 0.95, image.height * 0.55, (146, 82, 56))
    return image


def night(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (18, 28, 52), (66, 76, 110))
    w, h = image.size
    draw.ellipse((w * 0.16, h * 0.08, w * 0.16 + h * 0.16, h * 0.24), fill=(246, 238, 208))
    lane(image, draw, 0.66, 23, True)
    water(image, 0.66, 12)
    return image


def market(width: int, height: int) -> Image.Image:
    image, draw = canvas(width, height, (190, 206, 208), (238, 230, 210))
    w, h = image.size
    lane(image, draw, 0.7, 41, False)
    draw.rectangle((0, h * 0.7, w, h), fill=(176, 168, 156))
    fruit = ((206, 72, 48), (232, 160, 62), (104, 142, 70))
    for n, colour in enumerate((ROSE, (88, 128, 132), (222, 172, 84))):
        x = w * (0.04 + 0.33 * n)
        for k in range(6):
            stripe = colour if k % 2 else WALL
            draw.rectangle((x + w * 0.046 * k, h * 0.42, x + w * 0.046 * (k + 1), h * 0.54), fill=stripe)
        draw.line((x, h * 0.42, x, h * 0.86), fill=WOOD, width=3 * FINE)
        draw.line((x + w * 0.276, h * 0.42, x + w * 0.276, h * 0.86), fill=WOOD, width=3 * FINE)
        draw.rectangle((x - w * 0.01, h * 0.76, x + w * 0.286, h * 0.88), fill=WOOD)
        for k in range(9):
            left = x + w * 0.03 * k
            draw.ellipse((left, h * 0.71, left + w * 0.032, h * 0.71 + w * 0.032), fill=fruit[(n + k // 3) % 3])
    return image


SCENES: dict[str, tuple[Callable[[int, int], Image.Image], int, int]] = {
    "cover.jpg": (cover, 1800, 760), "lanterns.jpg": (lanterns, 720, 480), "bridge.jpg": (bridge, 720, 480),
    "ferry.jpg": (ferry, 640, 480), "doorway.jpg": (doorway, 540, 720), "teahouse.jpg": (teahouse, 900, 640),
    "umbrellas.jpg": (umbrellas, 720, 480), "craftsman.jpg": (craftsman, 600, 640), "plan.png": (plan, 420, 300),
    "teapot.png": (teapot, 620, 370), "night.jpg": (night, 720, 480), "market.jpg": (market, 720, 480),
}  # fmt: skip


def main() -> None:
    HERE.mkdir(exist_ok=True)
    for name, (scene, width, height) in SCENES.items():
        image = scene(width, height).resize((width, height), Image.Resampling.LANCZOS)
        if name.endswith(".jpg"):
            image.save(HERE / name, quality=82, dpi=(200, 200))
        elif image.mode == "RGB":
            image.quantize(64, dither=Image.Dither.NONE).save(HERE / name, optimize=True)
        else:
            image.save(HERE / name, optimize=True)


if __name__ == "__main__":
    main()
