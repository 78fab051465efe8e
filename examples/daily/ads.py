"""Make the ads of this example: ``python examples/daily/ads.py``. They come from outside, as ads do, so they are made
with reportlab alone; from printlayout they take nothing but the place of its fonts.

Each is exactly as large as its slot (points; a 字 is 9 pt; n lines are 12 n − 3 pt, for the last one has no space under
it), in CMYK, its fonts embedded, black text in black ink alone and overprinting, no transparency. The same script
writes the same bytes.
"""

from __future__ import annotations

import math
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from printlayout.base.diagnostics import Collector
from printlayout.fonts.catalogue import load_catalogue
from printlayout.model.style import Face

HERE = Path(__file__).parent / "ads"
Ink = tuple[float, float, float, float]
BLACK: Ink = (0, 0, 0, 1)
WHITE: Ink = (0, 0, 0, 0)
RED: Ink = (0, 1, 0.95, 0.1)
NIGHT: Ink = (1, 0.75, 0, 0.3)
GOLD: Ink = (0, 0.25, 0.85, 0.05)
LEAF: Ink = (0.75, 0.1, 1, 0.1)
PALE: Ink = (0.1, 0, 0.25, 0)
WATER: Ink = (0.9, 0.25, 0.1, 0)
SAND: Ink = (0, 0.06, 0.18, 0.02)


class Ad:
    """One page, measured from its upper left corner."""

    def __init__(self, name: str, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.path = HERE / f"{name}.pdf"
        self.pdf = Canvas(
            str(self.path), pagesize=(width, height), invariant=1, pageCompression=1, initialFontName="hei"
        )
        self.pdf.setTrimBox((0, 0, width, height))
        self.pdf.setTitle(name)
        self.pdf.setOverprintMask(True)

    def ink(self, ink: Ink) -> None:
        self.pdf.setFillOverprint(ink == BLACK)
        self.pdf.setFillColorCMYK(*ink)

    def box(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        self.ink(ink)
        self.pdf.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def shape(self, points: list[tuple[float, float]], ink: Ink) -> None:
        self.ink(ink)
        path = self.pdf.beginPath()
        for k, (x, y) in enumerate(points):
            (path.lineTo if k else path.moveTo)(x, self.height - y)
        path.close()
        self.pdf.drawPath(path, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        self.ink(ink)
        self.pdf.circle(x, self.height - y, radius, stroke=0, fill=1)

    def frame(self, inset: float, width: float, ink: Ink) -> None:
        self.pdf.setStrokeColorCMYK(*ink)
        self.pdf.setLineWidth(width)
        self.pdf.rect(inset, inset, self.width - 2 * inset, self.height - 2 * inset, stroke=1, fill=0)

    def text(self, x: float, y: float, words: str, size: float, face: str = "hei", ink: Ink = BLACK, *,
             align: str = "left", space: float = 0) -> None:  # fmt: skip
        """A line with its baseline at ``y``; ``space`` is added after every character."""
        wide = pdfmetrics.stringWidth(words, face, size) + space * (len(words) - 1)
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[align]
        self.ink(ink)
        line = self.pdf.beginText(x, self.height - y)
        line.setFont(face, size)
        line.setCharSpace(space)
        line.textOut(words)
        self.pdf.drawText(line)

    def done(self) -> None:
        self.pdf.showPage()
        self.pdf.save()


def opera() -> None:
    """The ear of the front page: 35.8 字 × 10 lines."""
    ad = Ad("opera", 322.2, 117)
    ad.box(0, 0, 322.2, 117, NIGHT)
    ad.box(0, 0, 84, 120, RED)
    for k in range(7):  # a curtain
        ad.shape([(k * 12, 0), (k * 12 + 6, 0), (k * 12 + 4 - k * 0.6, 120), (k * 12 - k * 0.6, 120)], (0.1, 1, 1, 0.3))
    ad.box(0, 0, 84, 9, GOLD)
    for k in range(14):
        ad.disc(3 + k * 6, 10, 3, GOLD)
    ad.text(98, 27, "澄川大剧院　年末演出季", 12, "hei", GOLD, space=1)
    ad.text(98, 62, "渡口一九七四", 33, "song", WHITE, space=2)
    ad.text(98, 83, "原创话剧　首轮十二场", 13, "hei", WHITE, space=1)
    ad.text(98, 106, "11月27日至12月8日 19:30　订票 5577300", 10.5, "hei", GOLD)
    ad.done()


def rice() -> None:
    """Page 3: 35.8 字 × 18 lines."""
    w, h = 322.2, 213.0
    ad = Ad("rice", w, h)
    ad.box(0, 0, w, h, PALE)
    for k in range(5):
        y = 150 + k * 14
        ink: Ink = ((0.2 + k * 0.12), 0.05, 0.75, 0.0) if k % 2 == 0 else (0.05, 0.15, 0.7, 0.0)
        ad.shape([(0, y)] + [(x, y + 7 * math.sin(x / 46 + k * 1.4)) for x in range(0, 323, 6)] + [(w, h), (0, h)], ink)
    for k in range(46):  # ears of rice
        x = 6 + k * 6.9
        top = 146 + 10 * math.sin(k * 1.9)
        ad.shape([(x, 196), (x + 1, 196), (x + 5, top), (x + 4, top)], LEAF)
        for s in range(5):
            ad.disc(x + 4.6 + s * 0.9, top + 2 + s * 3.4, 1.5, GOLD)
    ad.text(w / 2, 32, "麻坪坝子　一季种　两季收", 14, "hei", LEAF, align="center", space=2)
    ad.text(w / 2, 84, "青禾再生稻米", 42, "song", BLACK, align="center", space=3)
    ad.text(w / 2, 112, "当季新碾　五公斤49元　十公斤92元", 14, "hei", RED, align="center")
    ad.text(w / 2, 132, "青禾农机合作社　订购 5597702　满两袋送到家", 11, "hei", BLACK, align="center")
    ad.done()


def furniture() -> None:
    """Page 8, left: 55 字 × 56 lines."""
    w, h = 495.0, 669.0
    ad = Ad("furniture", w, h)
    ad.box(0, 0, w, h, SAND)
    ad.box(0, 0, w, 178, RED)
    ad.text(w / 2, 52, "第六届澄川家居节", 24, "hei", WHITE, align="center", space=5)
    ad.text(w / 2, 136, "把家安顿好", 76, "song", WHITE, align="center", space=8)
    ad.text(w / 2, 165, "11月27日至12月6日　市体育中心北广场展馆", 15, "hei", WHITE, align="center")
    ad.box(0, 178, w, 6, GOLD)
    ad.box(30, 214, w - 60, 214, (0.04, 0.08, 0.2, 0.04))  # a room
    ad.shape([(30, 372), (w - 30, 372), (w - 30, 428), (30, 428)], (0.1, 0.3, 0.5, 0.15))
    ad.box(58, 238, 96, 92, (0.35, 0.05, 0.08, 0))
    ad.box(58, 282, 96, 3, WHITE)
    ad.box(104, 238, 3, 92, WHITE)
    ad.shape([(66, 330), (96, 290), (112, 312), (128, 284), (146, 330)], (0.55, 0.1, 0.6, 0.1))
    ad.box(188, 300, 190, 62, (0.75, 0.3, 0.2, 0.1))
    ad.box(176, 324, 24, 56, (0.85, 0.4, 0.2, 0.2))
    ad.box(366, 324, 24, 56, (0.85, 0.4, 0.2, 0.2))
    ad.box(198, 346, 170, 30, (0.65, 0.2, 0.15, 0.05))
    for x in (206, 352):
        ad.box(x, 380, 7, 16, (0.2, 0.5, 0.7, 0.4))
    ad.box(226, 312, 42, 34, GOLD)
    ad.box(300, 312, 42, 34, RED)
    ad.box(424, 268, 3, 128, (0.2, 0.5, 0.7, 0.4))
    ad.shape([(406, 268), (445, 268), (436, 236), (415, 236)], GOLD)
    ad.shape([(410, 396), (441, 396), (426, 388)], (0.2, 0.5, 0.7, 0.4))
    ad.box(214, 236, 74, 46, WHITE)
    ad.box(219, 241, 64, 36, WATER)
    ad.shape([(219, 277), (240, 254), (256, 268), (268, 250), (283, 277)], (0.95, 0.5, 0.2, 0.2))
    offers = (
        ("旧床垫换新", "抵 300 元，送货时拉走"),
        ("实木餐桌椅", "六件套 2680 元起"),
        ("整屋窗帘", "量、做、装一口价 1980 元"),
        ("老房翻新", "免费上门量尺，厨卫七天完工"),
    )
    for k, (what, how) in enumerate(offers):
        x, y = 34 + (k % 2) * 218, 472 + (k // 2) * 62
        ad.box(x, y - 18, 5, 44, RED)
        ad.text(x + 14, y, what, 19, "hei", BLACK, space=1)
        ad.text(x + 14, y + 22, how, 12.5, "hei", BLACK)
    ad.box(0, 586, w, h - 586, NIGHT)
    ad.text(30, 624, "二百一十家品牌　家家明码", 22, "song", WHITE, space=2)
    ad.text(30, 652, "公交夜2路、7路、22路体育中心站　咨询 5566200", 12.5, "hei", WHITE)
    ad.disc(w - 62, 629, 34, GOLD)
    ad.text(w - 62, 626, "入场", 15, "hei", BLACK, align="center")
    ad.text(w - 62, 646, "免票", 15, "hei", BLACK, align="center")
    ad.done()


def school() -> None:
    """Page 8, upper right: 55 字 × 27 lines."""
    w, h = 495.0, 321.0
    ad = Ad("school", w, h)
    ad.box(0, 0, w, h, WHITE)
    ad.box(0, 0, w, 64, WATER)
    ad.text(24, 43, "澄川市技师学院", 28, "song", WHITE, space=3)
    ad.text(w - 24, 42, "2027年春季招生", 16, "hei", WHITE, align="right")
    ad.text(w / 2, 118, "学一门手艺　走到哪儿都有人请", 26, "song", BLACK, align="center", space=1)
    courses = (
        ("焊接加工", "60人"),
        ("数控精密", "80人"),
        ("新能源检修", "80人"),
        ("轨道供电", "40人"),
        ("护理康养", "90人"),
        ("烹饪面点", "50人"),
    )
    for k, (what, many) in enumerate(courses):
        x, y = 24 + (k % 3) * 152, 142 + (k // 3) * 56
        ad.box(x, y, 143, 46, (0.14, 0.03, 0, 0))
        ad.box(x, y, 4, 46, WATER)
        ad.text(x + 14, y + 29, what, 17, "hei", BLACK)
        ad.text(x + 135, y + 28, many, 11, "hei", BLACK, align="right")
    ad.text(24, 278, "初中起点三年制、高中起点两年制　岚锋精工、地铁运营公司定向培养", 12.5, "hei", BLACK)
    ad.text(24, 298, "报名：12月1日至2027年1月10日　高新区创业路99号　电话 5595600", 12.5, "hei", BLACK)
    ad.frame(0.5, 1, WATER)
    ad.done()


def camp() -> None:
    """Page 8, lower right: 55 字 × 27 lines."""
    w, h = 495.0, 321.0
    ad = Ad("camp", w, h)
    ad.box(0, 0, w, h, (1, 0.6, 0, 0.1))
    for k in range(9):
        y = 40 + k * 34
        ad.shape(
            [(0, y)] + [(x, y + 9 * math.sin(x / 40 + k)) for x in range(0, 496, 8)]
            + [(w - x, y + 8 + 9 * math.sin((w - x) / 40 + k)) for x in range(0, 496, 8)],
            (0.8, 0.3 + 0.02 * k, 0, 0),
        )  # fmt: skip
    ad.disc(384, 138, 96, GOLD)
    ad.disc(384, 138, 84, (1, 0.6, 0, 0.1))
    ad.shape([(306, 180), (352, 150), (410, 156), (468, 190), (440, 196), (396, 176), (352, 186)], WHITE)  # a swimmer
    ad.disc(342, 140, 13, WHITE)
    ad.shape([(352, 150), (366, 110), (384, 96), (390, 104), (376, 118), (372, 154)], WHITE)
    ad.text(28, 66, "市体育中心", 20, "hei", GOLD, space=4)
    ad.text(28, 128, "冬天", 52, "song", WHITE, space=4)
    ad.text(28, 188, "更要下水", 52, "song", WHITE, space=4)
    ad.text(28, 228, "成人游泳扫盲班　12节课360元", 17, "hei", WHITE)
    ad.text(28, 252, "学不会，免费再学一期", 17, "hei", GOLD)
    ad.box(0, 276, w, h - 276, GOLD)
    ad.text(w / 2, 306, "12月1日开班　六座公共泳馆同价　报名 5588300", 16, "hei", BLACK, align="center")
    ad.done()


def main() -> None:
    HERE.mkdir(exist_ok=True)
    catalogue = load_catalogue([], Collector())
    for name, family, weight in (("song", "宋", 900), ("hei", "黑", 700)):
        file = catalogue.resolve(Face(family, weight))
        assert file is not None, f"the font {family} {weight} is not installed: printlayout fonts install"
        pdfmetrics.registerFont(TTFont(name, str(file.path)))
    for make in (opera, rice, furniture, school, camp):
        make()


if __name__ == "__main__":
    main()
