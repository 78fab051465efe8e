"""A small file that keeps every rule, made without our writer: two fonts, a picture, a form, tints, live transparency
where the standard has it. Mutations change one thing of it."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from pdf.fontkit import Fonts, gid
from printlayout.base.diagnostics import Collector, Finding
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.preflight.file import check_file

TEXT = "一二abc"
Change = Callable[[Pdf], None]


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 2, leave_out: bytes = b"") -> bytes:
    """A profile that is one by its header and tags; nobody converts with it."""
    tags = [tag for tag in (b"A2B0", b"B2A0", b"wtpt", b"desc", b"cprt") if tag != leave_out]
    table = struct.pack(">I", len(tags)) + b"".join(tag + struct.pack(">II", 128 + 4 + 60, 8) for tag in tags)
    table = table.ljust(64, b"\0")
    size = 128 + len(table) + 8
    head = struct.pack(">I4sB3x4s4s4s12x4s", size, b"none", version, kind, space, b"Lab ", b"acsp")
    return head.ljust(128, b"\0") + table + bytes(8)


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmp:CreatorTool="hand">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">第一版</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2023-01-13T08:00:00+08:00</xmp:CreateDate><xmp:ModifyDate>2023-01-13T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2023-01-13T00:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

CONTENT = """q 0.2 0.4 0 0.1 k /Ko gs 20 20 60 40 re f 0 0 0 0 k BT /T 12 Tf 1 0 0 1 25 30 Tm {t} Tj ET Q
/Ov gs 0 0 0 1 k BT /T 10 Tf 1 0 0 1 20 100 Tm {t} Tj /C 10 Tf 1 0 0 1 20 120 Tm {c} Tj ET
/Ko gs q 60 0 0 60 150 50 cm /Im Do Q q 1 0 0 1 10 10 cm /Fm Do Q
/Spot cs 0.5 scn 230 150 20 20 re f 0 0 0 1 K 0.5 w 10 10 m 200 10 l S
"""


def _font(pdf: Pdf, key: str, used: str) -> tuple[Dictionary, str]:
    """A composite font and the string that shows ``used`` in it."""
    subset = Fonts().subset(key, frozenset(map(gid, used)))
    truetype = subset.kind == "truetype"
    program = pdf.make_stream(subset.program)
    if not truetype:
        program.Subtype = Name.CIDFontType0C
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(f"/{subset.tag}+Box"), Flags=4, FontBBox=Array([0, -121, 1000, 879]),
        ItalicAngle=0, Ascent=879, Descent=-121, CapHeight=700, StemV=80,
    )  # fmt: skip
    descriptor["/FontFile2" if truetype else "/FontFile3"] = program
    widths = Array()
    for cid, width in sorted(subset.widths.items()):
        widths.extend([cid, Array([width])])
    kid = Dictionary(
        Type=Name.Font, Subtype=Name("/CIDFontType2" if truetype else "/CIDFontType0"), BaseFont=descriptor.FontName,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), DW=1000, W=widths,
    )  # fmt: skip
    if truetype:
        kid.CIDToGIDMap = Name.Identity
    cids = {char: subset.cids[gid(char)] for char in used}
    lines = "\n".join(f"<{cid:04X}> <{char.encode('utf-16-be').hex()}>" for char, cid in cids.items())
    cmap = f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(cids)} beginbfchar\n{lines}\nendbfchar\n"
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=descriptor.FontName, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(kid)]), ToUnicode=pdf.make_stream(cmap.encode()),
    )  # fmt: skip
    return pdf.make_indirect(font), f"<{''.join(f'{cids[char]:04X}' for char in used)}>"


def state(**entries: object) -> Dictionary:
    return Dictionary(Type=Name.ExtGState, **entries)


@cache
def made(standard: str) -> bytes:
    """The file; ``standard`` is X-4 or X-1a."""
    pdf = Pdf.new()
    x4 = standard == "X-4"
    pdf.add_blank_page(page_size=(317, 217))
    page = pdf.pages[0].obj
    truetype, shown = _font(pdf, "box", TEXT)
    cff, shown_cff = _font(pdf, "cff-cid-keyed", "三de")
    image = pdf.make_stream(bytes(200 * 200 * 4))
    for key, value in {
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 200, "/Height": 200, "/BitsPerComponent": 8,
        "/ColorSpace": Name.DeviceCMYK,
    }.items():  # fmt: skip
        image[key] = value
    form = pdf.make_stream(b"0 0 0 0.3 k 0 0 50 4 re f")
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, Array([0, 0, 50, 10]), Dictionary()
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0, 0, 1]), N=1)
    page.Resources = Dictionary(
        Font=Dictionary(T=truetype, C=cff),
        XObject=Dictionary(Im=image, Fm=form),
        ExtGState=Dictionary(
            Ov=pdf.make_indirect(state(OP=True, op=True, OPM=1)), Ko=pdf.make_indirect(state(OP=False, op=False, OPM=0))
        ),
        ColorSpace=Dictionary(Spot=pdf.make_indirect(Array([Name.Separation, Name.Black, Name.DeviceCMYK, tint]))),
    )
    content = CONTENT.format(t=shown, c=shown_cff)
    if x4:
        page.Resources.ExtGState.Half = pdf.make_indirect(state(ca=0.5))
        content += "/Half gs 0 0.3 0 0 k 100 20 30 30 re f"
        page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
    page.Contents = pdf.make_stream(content.encode())
    page.BleedBox, page.TrimBox = Array([0, 0, 317, 217]), Array([8.5, 8.5, 308.5, 208.5])
    output = pdf.make_stream(profile(version=4 if x4 else 2))
    output.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("CGATS TR 002"),
        RegistryName=String("http://www.color.org"), Info=String("coldset"), DestOutputProfile=output,
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([intent])
    xmp = XMP if x4 else XMP.replace("PDF/X-4", "PDF/X-1a:2003")
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    day = "D:20230113000000Z"
    info = {"/Title": "第一版", "/Creator": "hand", "/CreationDate": day, "/ModDate": day}
    if not x4:
        info["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(value) for key, value in info.items()}))
    pdf.trailer.Info.Trapped = Name("/False")
    once = saved(pdf, standard)
    return saved(Pdf.open(BytesIO(once)), standard)


def saved(pdf: Pdf, standard: str, **how: object) -> bytes:
    """The file's bytes, changed by the library as little as it can be."""
    out = BytesIO()
    version = "1.6" if standard == "X-4" else "1.4"
    options: dict[str, object] = {
        "force_version": version,
        "fix_metadata_version": False,
        "deterministic_id": True,
        "compress_streams": False,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "stream_decode_level": pikepdf.StreamDecodeLevel.none,
    }
    if "encryption" in how:  # neither goes with it
        del options["deterministic_id"], options["stream_decode_level"]
    pdf.save(out, **(options | how))  # type: ignore[arg-type]
    return out.getvalue()


def changed(change: Change, standard: str = "X-4", **how: object) -> bytes:
    """The good file with one thing of it changed."""
    pdf = Pdf.open(BytesIO(made(standard)))
    change(pdf)
    return saved(pdf, standard, **how)


def content(pdf: Pdf) -> bytes:
    """The page's operators."""
    return pdf.pages[0].obj.Contents.read_bytes()


def write(pdf: Pdf, data: bytes) -> None:
    """Replace the page's operators."""
    pdf.pages[0].obj.Contents = pdf.make_stream(data)


def add(pdf: Pdf, operators: str) -> None:
    """More operators at the end of the page."""
    write(pdf, content(pdf) + b"\n" + operators.encode())


def swap(pdf: Pdf, old: str, new: str) -> None:
    """Other operators in place of some that are there."""
    before = content(pdf)
    assert old.encode() in before
    write(pdf, before.replace(old.encode(), new.encode(), 1))


def findings(data: bytes, standard: str = "X-4", press: PressProfile = NEWSPRINT) -> list[Finding]:
    """What the file checks tell."""
    collector = Collector()
    check_file(data, press, standard, collector, "page.pdf")
    return collector.findings


def told(data: bytes, standard: str = "X-4", press: PressProfile = NEWSPRINT) -> list[str]:
    """The codes told, in order, each once."""
    return list(dict.fromkeys(finding.code for finding in findings(data, standard, press)))
