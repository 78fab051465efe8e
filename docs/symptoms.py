"""What a desk sees, and which findings it may be: the order and the headings of docs/troubleshooting.md.

A finding stands under the first symptom one of whose patterns fits its code; what fits none comes last.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple


class Symptom(NamedTuple):
    """What is seen, in Chinese and English, the codes it may be, and the page that helps, with its name."""

    zh: str
    en: str
    codes: tuple[str, ...]
    page: str = ""
    name: str = ""


SYMPTOMS = (
    Symptom("文字排不下，或者填不满", "Text does not fit, or does not fill its place", (
        "layout.overset", "layout.underfull", "layout.not-level", "layout.fitted", "layout.quote-too-high", "region.*",
        "guide.no-room",
    ), "how-to/overset.md", "排不下怎么办"),
    Symptom("标题不对：断行、太宽、没有地方", "Headlines: broken, too wide, without a place", (
        "head.*", "layout.headline-broken", "layout.head-too-wide", "layout.no-place", "copy.headline-mark",
        "preflight.heads-touch", "preflight.single-character", "preflight.heading-at-foot", "preflight.through-gutter",
    ), "how-to/headlines.md", "标题"),
    Symptom("图片不见了、太糊、放不下", "Pictures: missing, coarse, without room", (
        "picture.*", "layout.picture-*", "spec.missing-picture", "spec.bad-focus", "preflight.image-*",
        "preflight.no-caption", "copy.caption-mark", "pdf.picture-not-cmyk", "preflight.text-on-picture",
    ), "how-to/pictures.md", "图片"),
    Symptom("字印不出来、缺字、字体没有装", "Characters or fonts are missing", (
        "font.*", "preflight.missing-glyph", "preflight.font-*", "pdf.no-font*",
    ), "how-to/fonts.md", "自备字体"),
    Symptom("折行难看：太松、孤字、孤行、不该断的断了", "Ugly lines: loose, lone characters, wrong breaks", (
        "text.*", "copy.tight-body", "copy.wide-leading", "preflight.widow",
    ), "composition.md", "排版规则"),
    Symptom("文字叠在一起、被盖住、超出纸边、离边太近", "Text collides, is covered, leaves the sheet", (
        "preflight.text-*", "preflight.outside-trim", "preflight.near-trim", "preflight.invisible-text", "spec.overlap",
        "spec.outside-*", "ad.outside", "layout.furniture-too-small",
    ), "how-to/layouts.md", "版式"),
    Symptom("YAML 读不下去、键名写错", "YAML is not understood, a key is misspelt", (
        "spec.syntax", "spec.unknown-*", "spec.bad-*", "spec.wrong-type", "spec.missing-key", "spec.duplicate-key",
        "spec.tag", "spec.key-not-text", "spec.several-documents", "spec.position", "spec.no-extent", "spec.empty",
        "spec.cycle", "spec.out-of-range", "spec.column-*",
    ), "spec.md", "怎样写一期报纸"),
    Symptom("文件找不到、读不了、编码不对", "Files are missing, unreadable, in another encoding", (
        "spec.missing-*", "spec.not-utf8", "spec.bom", "spec.too-large", "spec.unsafe-path", "spec.no-folder",
        "spec.folder-there", "build.write", "block.*-missing", "block.*-unread", "table.missing-file",
    )),
    Symptom("稿件里有奇怪的字符，记号没有生效", "Odd characters in copy, marks without effect", (
        "story.*", "spec.odd-character",
    ), "how-to/copy.md", "来稿"),
    Symptom("稿件没有上版，或者上了两次", "A story is on no page, or on two", (
        "spec.empty-slot", "spec.slot-taken", "spec.story-twice", "spec.page-twice", "spec.no-pages",
        "preflight.story-*", "preflight.empty-story",
    )),
    Symptom("日期、星期、版次不对", "Date, weekday or page number are wrong", (
        "preflight.wrong-*", "preflight.half-folio", "guide.*",
    )),
    Symptom("转版、通版、版本", "Jumps, spreads, editions", ("spec.jump-*", "layout.jump-*", "spread.*", "edition.*"),
        "how-to.md", "做法"),
    Symptom("表格", "Tables", ("table.*",), "how-to/tables.md", "表格和问答"),
    Symptom("框、版块、图形、二维码、条码", "Boxes, blocks, art, codes", (
        "block.*", "preflight.code-*", "preflight.pattern-*",
    ), "how-to/boxes.md", "围框、版块、码"),
    Symptom("广告不合格，尺寸不对", "An ad does not pass, or is of another size", ("ad.*", "pdf.placed-*"),
        "how-to/ads.md", "广告"),
    Symptom("颜色、黑字、墨量、细线", "Colour, black text, coverage, thin rules", (
        "preflight.colour-*", "preflight.*coverage*", "preflight.rich-black", "preflight.black-knocks-out",
        "preflight.line-*", "preflight.type-*", "preflight.white-overprints", "preflight.reading-small",
        "preflight.registration-ink", "pdf.rich-black", "pdf.spot-*", "preflight.halftone", "preflight.transfer",
        "preflight.blend-mode", "preflight.transparency", "preflight.group-colour",
    ), "how-to/press.md", "印刷条件"),
    Symptom("ICC、PDF/X、印厂退回文件", "ICC, PDF/X, the plant sends the file back", (
        "press.*", "pdf.*profile*", "preflight.*",
    ), "how-to/press.md", "印刷条件"),
    Symptom("签版、发版、拼大版停住了", "Sign-off, release or imposition stop", ("release.*", "build.kept-old"),
        "how-to/release.md", "送厂"),
)  # fmt: skip
OTHERS = Symptom("其他", "Anything else", ("*",))


def sorted_by_symptom(codes: list[str]) -> dict[Symptom, list[str]]:
    """The codes under what is seen, in the order of its patterns; none is lost, empty symptoms are left out."""
    left = list(codes)
    found: dict[Symptom, list[str]] = {}
    for symptom in (*SYMPTOMS, OTHERS):
        for pattern in symptom.codes:
            fitting = [code for code in left if fnmatchcase(code, pattern)]
            left = [code for code in left if code not in fitting]
            if fitting:
                found.setdefault(symptom, []).extend(fitting)
    return found
