"""The keys of a press profile. Reading and JSON Schema both come from here."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import MapOf, Record, Spec, may, need
from printlayout.spec.values import Bool, Choice, Int, LengthOf, Named, Permille, Ref, Text

POINTS = LengthOf(relative=False)
PPI = Int(1, 4800)


class CoverageKeys(Spec):
    """墨量，百分数 / ink coverage, in percent"""

    aim: int | None = may(
        Permille(4000, percent=True), None, "图片转换到的总墨量", "what pictures are converted to", 235
    )
    limit: int | None = may(Permille(4000, percent=True), None, "总墨量上限", "limit of total coverage", 240)
    area: int | None = may(
        Int(0, 10_000), None, "超限可放过的面积，平方毫米", "area over the limit let pass, square mm", 15
    )
    black: int | None = may(
        Permille(1000, percent=True), None, "总墨量到上限处黑墨最多", "most black where coverage reaches the limit", 85
    )


class RuleKeys(Spec):
    """线的粗细 / widths of rules"""

    least: Length | None = may(POINTS, None, "最细：单色实地", "thinnest in one full ink", "0.25pt")
    weak: Length | None = may(POINTS, None, "最细：网线、多色、反白", "in tints, several inks, or reversed", "0.5pt")


class TypeKeys(Spec):
    """字的大小和黑字 / sizes of type, and black text"""

    least: Length | None = may(POINTS, None, "最小：单色", "smallest in one ink", "5pt")
    weak: Length | None = may(POINTS, None, "最小：多色或反白", "in several inks or reversed", "9pt")
    weak_bold: Length | None = may(
        POINTS, None, "最小：多色或反白，字重 600 以上", "the same from weight 600 on", "7.5pt"
    )
    rich_black: Length | None = may(
        POINTS, None, "此字号以下黑字只用黑墨", "below this size black text is black ink alone", "24pt"
    )
    overprint: Length | None = may(
        POINTS, None, "此字号以下黑字叠印", "up to this size full-black text overprints", "1000pt"
    )


class TintKeys(Spec):
    """底色和上面的字 / tints under text: how dark they are to the eye, in percent of full black"""

    most: int | None = may(Permille(1000, percent=True), None, "压深色字的底色最深", "darkest tint under dark text", 30)
    reversed: int | None = may(
        Permille(1000, percent=True), None, "反白字的底色最浅", "lightest ground under reversed text", 60
    )


class CodeKeys(Spec):
    """二维码和条码 / codes a machine reads"""

    device: int | None = may(PPI, None, "制版机分辨率；模块取整像素", "pixels per inch of the plate", 1270)
    qr: Length | None = may(POINTS, None, "二维码模块最小", "smallest module of a QR code", "0.4mm")
    bar: Length | None = may(POINTS, None, "条码最窄条", "narrowest bar of a bar code", "0.33mm")


class SharpenKeys(Spec):
    """锐化 / sharpening (unsharp mask)"""

    radius: int = may(
        Int(0, 1000), 60, "半径，百分之一像素（印刷分辨率）", "radius in hundredths of a printed pixel", 60
    )
    amount: int = may(Int(0, 500), 90, "强度，百分数；0 为不锐化", "strength in percent; 0 for none", 90)
    threshold: int = may(Int(0, 255), 3, "低于此反差不锐化", "contrast below which nothing is done", 3)


class ImageKeys(Spec):
    """图片分辨率（ppi）和锐化 / resolution of pictures, and sharpening"""

    least: int | None = may(PPI, None, "低于它报错", "an error below", 100)
    low: int | None = may(PPI, None, "低于它提醒", "a warning below", 150)
    wanted: int | None = may(PPI, None, "过高的图片缩到它", "what finer pictures are brought down to", 200)
    most: int | None = may(PPI, None, "高于它就缩小", "above it pictures are brought down", 450)
    art_least: int | None = may(PPI, None, "黑白线条稿，低于它报错", "1-bit art: an error below", 300)
    art_low: int | None = may(PPI, None, "黑白线条稿，低于它提醒", "1-bit art: a warning below", 550)
    sharpen: SharpenKeys | None = may(Record(SharpenKeys), None, "锐化", "sharpening", {"amount": 90})


class PressKeys(Spec):
    """印刷条件 / a press profile"""

    unless = "extends"
    extends: Named | None = may(
        Ref("印刷条件", "press profile"), None, "在哪个印刷条件上改", "the profile it builds on", "newsprint"
    )
    condition: str = need(
        Text(), "印刷条件的登记名，写入 PDF 输出意图", "registered name of the condition", "CGATS TR 002"
    )
    info: str = may(Text(), "", "说明，写入 PDF 输出意图", "what it is, for people", "coldset on newsprint")
    registry: str = may(Text(), "http://www.color.org", "登记处网址", "where it is registered", "http://www.color.org")
    icc: str = need(Text(), "ICC 文件，从本文件所在文件夹算起", "the ICC file, from this file's folder", "house.icc")
    standard: str = may(Choice(**{"X-4": "", "X-1a": ""}), "X-4", "PDF 标准", "the PDF's standard", "X-4")
    coverage: CoverageKeys | None = may(Record(CoverageKeys), None, "墨量", "ink coverage", {"limit": 240})
    rules: RuleKeys | None = may(Record(RuleKeys), None, "线", "rules", {"least": "0.25pt"})
    type: TypeKeys | None = may(Record(TypeKeys), None, "字", "type", {"least": "5pt"})
    tints: TintKeys | None = may(Record(TintKeys), None, "字下的底色", "tints under text", {"most": 30})
    codes: CodeKeys | None = may(Record(CodeKeys), None, "二维码和条码", "codes a machine reads", {"qr": "0.4mm"})
    pictures: ImageKeys | None = may(Record(ImageKeys), None, "图片", "pictures", {"wanted": 200})
    safe: Length | None = may(POINTS, None, "文字到净纸边至少", "least distance of text to the trim", "3mm")
    bleed: Length | None = may(POINTS, None, "出血", "bleed", "3mm")
    marks: bool | None = may(Bool(), None, "是否加角线、套准线、色标", "whether marks are added", False)
    spots: bool | None = may(Bool(), None, "能否印专色", "whether spot inks are printed", False)
    severities: dict[str, str] | None = may(
        MapOf(Choice(error="错误", warning="警告", info="提示", off="关")),
        None,
        "检查项代码: 报什么级别",
        "what a check is taken for, by its code",
        {"preflight.line-weak": "error"},
    )


PRESS = Record(PressKeys)
