"""Changes of one thing in the good file."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from pdf.fontkit import font_bytes

from .good import Change, add, state, swap


def page(pdf: Pdf) -> pikepdf.Dictionary:
    return pdf.pages[0].obj


def resources(pdf: Pdf) -> pikepdf.Dictionary:
    return page(pdf).Resources


def picture(pdf: Pdf) -> pikepdf.Stream:
    return resources(pdf).XObject.Im


def font(pdf: Pdf, name: str) -> pikepdf.Dictionary:
    return resources(pdf).Font[name].DescendantFonts[0]


def put(get: Callable[[Pdf], pikepdf.Object], key: str, value: object) -> Change:
    """A change that sets one key."""

    def change(pdf: Pdf) -> None:
        get(pdf)[key] = pdf.make_indirect(value) if isinstance(value, pikepdf.Stream) else value

    return change


def drop(get: Callable[[Pdf], pikepdf.Object], key: str) -> Change:
    """A change that takes one key out."""

    def change(pdf: Pdf) -> None:
        del get(pdf)[key]

    return change


def paint(operators: str, **entries: object) -> Change:
    """A change that adds operators, with resources for them."""

    def change(pdf: Pdf) -> None:
        for kind, named in entries.items():
            for name, value in named(pdf).items() if callable(named) else named.items():  # type: ignore[attr-defined]
                if f"/{kind}" not in resources(pdf):
                    resources(pdf)[f"/{kind}"] = Dictionary()
                resources(pdf)[f"/{kind}"][f"/{name}"] = value
        add(pdf, operators)

    return change


def gs(**entries: object) -> Change:
    """A graphics state that is used."""
    return paint("q /New gs Q", ExtGState={"New": state(**entries)})


def form(pdf: Pdf, operators: str, **entries: object) -> pikepdf.Stream:
    made_ = pdf.make_stream(operators.encode())
    made_.Type, made_.Subtype, made_.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
    made_.Resources = Dictionary()
    for key, value in entries.items():
        made_[f"/{key}"] = value
    return made_


def with_form(operators: str = "", **entries: object) -> Change:
    return paint("q /New Do Q", XObject=lambda pdf: {"New": form(pdf, operators, **entries)})


def space(value: object, operators: str = "/New cs 0 0 0 scn 0 0 5 5 re f") -> Change:
    return paint(operators, ColorSpace={"New": value})


def icc(pdf: Pdf, data: bytes, channels: int) -> pikepdf.Stream:
    stream = pdf.make_stream(data)
    stream.N = channels
    return stream


def managed(data: bytes, channels: int) -> Change:
    return paint(
        "/New cs 0 0 0 0 scn 0 0 5 5 re f",
        ColorSpace=lambda pdf: {"New": Array([Name.ICCBased, icc(pdf, data, channels)])},
    )


TINT_RGB = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([0, 0, 0]), N=1)
TINT = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0, 0]), N=1)


def intent(pdf: Pdf) -> pikepdf.Dictionary:
    return pdf.Root.OutputIntents[0]


def output(data: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        intent(pdf).DestOutputProfile = icc(pdf, data, 4)

    return change


def xmp(old: str, new: str) -> Change:
    def change(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes()
        assert old.encode() in before
        pdf.Root.Metadata.write(before.replace(old.encode(), new.encode(), 1), filter=None)

    return change


def info(key: str, value: object) -> Change:
    return put(lambda pdf: pdf.trailer.Info, key, value)


def action(**entries: object) -> Dictionary:
    return Dictionary(Type=Name.Action, **entries)


def note(rect: tuple[int, int, int, int], **entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        made_ = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array(rect), **entries)
        page(pdf).Annots = Array([pdf.make_indirect(made_)])

    return change


def program(pdf: Pdf, name: str, data: bytes) -> None:
    descriptor = font(pdf, name).FontDescriptor
    key = "/FontFile2" if "/FontFile2" in descriptor else "/FontFile3"
    descriptor[key].write(data)


def rewrite_font(edit: Callable[[object], None]) -> Change:
    """Change the TrueType program by fontTools."""
    from fontTools.ttLib import TTFont

    def change(pdf: Pdf) -> None:
        opened = TTFont(BytesIO(font(pdf, "/T").FontDescriptor.FontFile2.read_bytes()), recalcTimestamp=False)
        edit(opened)
        out = BytesIO()
        opened.save(out)
        program(pdf, "/T", out.getvalue())

    return change


def forbid_embedding(opened: object) -> None:
    opened["OS/2"].fsType = 2  # type: ignore[index]


def blank_glyph(opened: object) -> None:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    order = opened.getGlyphOrder()  # type: ignore[attr-defined]
    opened["glyf"][order[2]] = Glyph()  # type: ignore[index]


def simple_font(pdf: Pdf) -> dict[str, object]:
    return {"New": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)}


def first_width(pdf: Pdf, by: int) -> None:
    widths = font(pdf, "/T").W
    widths[3] = Array([int(widths[3][0]) + by])


def vertical(pdf: Pdf, **metrics: object) -> None:
    """The first font writes downwards, as these entries of its CIDFont say."""
    resources(pdf).Font.T.Encoding = Name("/Identity-V")
    for key, value in metrics.items():
        font(pdf, "/T")[f"/{key}"] = Array(value)  # type: ignore[arg-type]


def cut_unicode(pdf: Pdf) -> None:
    stream = resources(pdf).Font.T.ToUnicode
    lines = stream.read_bytes().split(b"\n")
    stream.write(b"\n".join(lines[:2] + lines[3:]))


def replacement_character(pdf: Pdf) -> None:
    stream = resources(pdf).Font.T.ToUnicode
    stream.write(re.sub(rb"<[0-9a-f]{4}>\n", b"<fffd>\n", stream.read_bytes(), count=1))


def no_glyph(pdf: Pdf) -> None:
    """A code beyond the subset; ToUnicode and W know it."""
    kid = font(pdf, "/T")
    kid.W.extend([200, Array([1000])])
    stream = resources(pdf).Font.T.ToUnicode
    stream.write(stream.read_bytes().replace(b"beginbfchar\n", b"beginbfchar\n<00C8> <4E00>\n"))
    add(pdf, "BT /Ov gs 0 0 0 1 k /T 10 Tf 20 150 Td <00C8> Tj ET")


def cidset(pdf: Pdf) -> None:
    font(pdf, "/T").FontDescriptor.CIDSet = pdf.make_stream(b"\xc0")


def jpx(pdf: Pdf) -> None:
    picture(pdf).Filter = Name.JPXDecode


def lzw(pdf: Pdf) -> None:
    # clear, a blank, end of data in nine-bit codes: a stream nobody needs to decode
    resources(pdf).XObject.Fm = form(pdf, "")
    resources(pdf).XObject.Fm.write(b"\x80\x08\x20\x20", filter=Name.LZWDecode)


def mask_in(pdf: Pdf) -> dict[str, object]:
    inner = form(pdf, "0.5 g 0 0 10 10 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    return {"New": state(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=inner))}


def tile(pdf: Pdf) -> dict[str, object]:
    made_ = pdf.make_stream(b"1 0 0 rg 0 0 2 2 re f")
    for key, value in {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 4, "YStep": 4}.items():
        made_[f"/{key}"] = value
    made_.BBox, made_.Resources = Array([0, 0, 4, 4]), Dictionary()
    return {"New": made_}


def shading(pdf: Pdf) -> dict[str, object]:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 1, 1]), N=1)
    return {"New": Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]), Function=function)}


def indexed(pdf: Pdf) -> None:
    picture(pdf).ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 0, String(b"\0\0\0")])
    picture(pdf).write(bytes(200 * 200))


def coarse(ppi: int) -> Change:
    size = f"{200 * 72 / ppi:.3f}"
    return lambda pdf: swap(pdf, "60 0 0 60 150 50 cm", f"{size} 0 0 {size} 150 50 cm")


def bit_picture(pdf: Pdf) -> None:
    """A picture of one bit at 400 ppi."""
    made_ = pdf.make_stream(bytes(400 * 50))
    for key, value in {"Width": 400, "Height": 400, "BitsPerComponent": 1}.items():
        made_[f"/{key}"] = value
    made_.Type, made_.Subtype, made_.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    resources(pdf).XObject.New = made_
    add(pdf, "q 72 0 0 72 200 100 cm /New Do Q")


def bit_mask(pdf: Pdf) -> pikepdf.Stream:
    made_ = pdf.make_stream(bytes(100))
    for key, value in {"Width": 10, "Height": 10, "BitsPerComponent": 8}.items():
        made_[f"/{key}"] = value
    made_.Type, made_.Subtype, made_.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    return made_


def with_simple(subtype: str, **entries: object) -> Change:
    """A simple TrueType font over the whole test font that shows ``ab``."""

    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(font_bytes("truetype"))
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Box, Flags=32, FontFile2=stream)
        widths = [(901 + 17 * (ord(char) % 13)) * 1000 / 2048 for char in "ab"]
        made_ = Dictionary(
            Type=Name.Font, Subtype=Name(f"/{subtype}"), BaseFont=Name.Box, FirstChar=97, LastChar=98,
            Widths=Array([round(width) for width in widths]), Encoding=Name.WinAnsiEncoding, FontDescriptor=descriptor,
        )  # fmt: skip
        for key, value in entries.items():
            made_[f"/{key}"] = value
        resources(pdf).Font.New = pdf.make_indirect(made_)
        add(pdf, "BT /Ov gs 0 0 0 1 k /New 10 Tf 20 150 Td (ab) Tj ET")

    return change
