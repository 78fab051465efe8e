"""What a file says about itself: the information dictionary and the same in XMP, equal to each other.

ISO 15930-7 wants both and wants them equal, the standard claimed among them; ISO 32000-1 14.3.2 wants the XMP readable
without a PDF reader, hence uncompressed. Nothing here comes from the clock: dates are the issue's, or the build's own
``SOURCE_DATE_EPOCH``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from printlayout.base.value import dataclass
from printlayout.pdf.objects import Dict, Name, date_string, text_string

PRODUCER = "printlayout"


@dataclass(frozen=True, slots=True)
class Meta:
    """Of a file: its title, the issue's date, the file's name without ending. ``epoch``: seconds since 1970 that
    replace the issue's date as the file's date (``SOURCE_DATE_EPOCH``).
    """

    title: str
    date: date
    stem: str = ""
    lang: str = "zh-Hans"
    author: str = ""
    epoch: int | None = None

    @property
    def moment(self) -> datetime:
        """When the file counts as made. Midnight UTC of the issue's date is the same day in all of China."""
        if self.epoch is not None:
            return datetime.fromtimestamp(self.epoch, UTC)
        return datetime(self.date.year, self.date.month, self.date.day, tzinfo=UTC)


def source_date_epoch(environ: Mapping[str, str]) -> int | None:
    """``SOURCE_DATE_EPOCH`` of an environment, if it is there and a number."""
    value = environ.get("SOURCE_DATE_EPOCH", "").strip()
    return int(value) if value.isascii() and value.isdigit() else None


def info(meta: Meta, label: str = "") -> Dict:
    """The information dictionary (ISO 32000-1 14.3.3). ``label``: the standard claimed (GTS_PDFXVersion)."""
    made = date_string(meta.moment)
    more = {"Author": text_string(meta.author)} if meta.author else {}
    if label:
        more["GTS_PDFXVersion"] = text_string(label)
    return more | {
        "Title": text_string(meta.title),
        "Creator": text_string(PRODUCER),
        "Producer": text_string(PRODUCER),
        "CreationDate": made,
        "ModDate": made,
        # No traps were put in; what prints black overprints instead.
        "Trapped": Name("False"),
    }


def xmp(meta: Meta, fingerprint: str, label: str = "") -> bytes:
    """The XMP packet. ``label``: the standard claimed. ``fingerprint``: hash of the content, at least 32 hexadecimal
    digits; the document is known by it, so that the same page always is the same document and a changed one never is.
    """
    made = f"{meta.moment:%Y-%m-%dT%H:%M:%SZ}"
    author = f"   <dc:creator><rdf:Seq><rdf:li>{_escaped(meta.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    return _PACKET.format(
        title=_escaped(meta.title),
        author=author if meta.author else "",
        claim="".join(_CLAIM.format(prefix=prefix, label=label) for prefix in _CLAIM_NAMES.get(label, ())),
        made=made,
        producer=PRODUCER,
        document=_uuid(fingerprint),
        instance=_uuid(fingerprint[::-1]),
    ).encode("utf-8")


def _escaped(text: str) -> str:
    """Text within XML. The standard library's own function brings its network modules along, 25 ms."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _uuid(digits: str) -> str:
    """Hexadecimal digits in the form of a UUID of version 8, the one for hashes of one's own (RFC 9562)."""
    hexa = f"{digits[:12]}8{digits[13:16]}8{digits[17:32]}"
    return f"uuid:{hexa[:8]}-{hexa[8:12]}-{hexa[12:16]}-{hexa[16:20]}-{hexa[20:]}"


_CLAIM = "   <{prefix}:GTS_PDFXVersion>{label}</{prefix}:GTS_PDFXVersion>\n"
_CLAIM_NAMES = {"PDF/X-4": ("pdfxid",), "PDF/X-1a:2003": ("pdfx",)}
"""Where a claim stands in XMP: X-4 has a schema of its own (ISO 15930-7 6.3); other keys of Info go under pdfx."""
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:CreateDate>{made}</xmp:CreateDate>
   <xmp:ModifyDate>{made}</xmp:ModifyDate>
   <xmp:MetadataDate>{made}</xmp:MetadataDate>
   <xmpMM:DocumentID>{document}</xmpMM:DocumentID>
   <xmpMM:InstanceID>{instance}</xmpMM:InstanceID>
   <xmpMM:VersionID>1</xmpMM:VersionID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>
{claim}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
