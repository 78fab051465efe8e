"""Art and codes of a page: files looked for and read, codes made, with the page's variables filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from printlayout.art.codes import BadCode, barcode, qr_code
from printlayout.base.diagnostics import Span
from printlayout.base.shipped import shipped
from printlayout.base.value import dataclass, field, replace
from printlayout.model.art import ArtPlan, Code, Drawing
from printlayout.model.issue import PlacedPdf
from printlayout.model.layout import AdSlot, Furniture, Layout
from printlayout.model.story import Picture
from printlayout.spec.advice import near_args
from printlayout.spec.art_plan import DRAWN
from printlayout.spec.document import shown
from printlayout.spec.paths import names_in, safe_path
from printlayout.spec.shapes import Reading

FOLDER = "art"
VECTOR = (".svg", ".pdf")


@dataclass(slots=True)
class Arts:
    """Reads art for one issue, every file once."""

    root: Path
    at: Reading
    drawings: dict[Path, Drawing | None] = field(default_factory=dict)

    def dressed(self, layout: Layout, variables: Mapping[str, str]) -> tuple[Layout, tuple[PlacedPdf, ...], list[Path]]:
        """The layout with what its art and codes show; pages of PDFs go into places of their own, as ads do; and the
        files that were read."""
        things: list[Furniture] = []
        placed: list[PlacedPdf] = []
        slots: list[AdSlot] = []
        files: list[Path] = []
        for number, thing in enumerate(layout.furniture):
            if thing.kind not in DRAWN:
                things.append(thing)
                continue
            made = self._filled(thing, variables)
            if made is None:
                continue
            if thing.kind != "art":
                code = self._code(made)
                things.append(replace(made, art=code))
                continue
            path = self.find(made.text, thing.span)
            if path is None:
                continue
            if path.suffix.lower() == ".pdf":
                name = f"art-{number + 1}"
                slots.append(AdSlot(name, thing.rect, span=thing.span))
                page = made.plan.page if made.plan else 1
                placed.append(PlacedPdf(name, str(path), page, fit="contain", span=thing.span))
                continue
            files.append(path)
            things.append(replace(made, art=self.drawing(path, thing.span)))
        if things == list(layout.furniture):
            return layout, (), []
        return replace(layout, furniture=tuple(things), ads=(*layout.ads, *slots)), tuple(placed), files

    def pictured(
        self, layout: Layout, pictures: dict[str, Picture]
    ) -> tuple[Layout, dict[str, Picture], tuple[PlacedPdf, ...], list[Path]]:
        """Vector art put into picture slots: it stands in the slot above its caption and credit. The layout with it,
        the pictures that are left, pages of PDFs, and the files that were read."""
        slots = {slot.name: slot for slot in layout.picture_slots}
        things: list[Furniture] = []
        placed: list[PlacedPdf] = []
        places: list[AdSlot] = []
        files: list[Path] = []
        rest = dict(pictures)
        for name, picture in pictures.items():
            path = Path(picture.path)
            if path.suffix.lower() not in VECTOR or picture.members or name not in slots:
                continue
            del rest[name]
            slot, grid = slots[name], layout.grid
            words = [
                (run, style) for run, style in ((picture.caption, slot.caption), (picture.credit, slot.credit)) if run
            ]
            last = slot.lines[1] - len(words)
            for number, (run, style) in enumerate(words, last + 1):
                line = grid.rect(*slot.columns, number, number)
                things.append(Furniture("text", line, run.text, style, span=run.span))
            rect = grid.rect(*slot.columns, slot.lines[0], max(slot.lines[0], last))
            if path.suffix.lower() == ".pdf":
                places.append(AdSlot(f"picture-{name}", rect, span=picture.span))
                placed.append(PlacedPdf(f"picture-{name}", str(path), fit="contain", span=picture.span))
                continue
            files.append(path)
            art = self.drawing(path, picture.span)
            things.append(Furniture("art", rect, picture.path, span=picture.span, art=art, plan=ArtPlan()))
        if len(rest) == len(pictures):
            return layout, rest, (), []
        layout = replace(layout, furniture=(*layout.furniture, *things), ads=(*layout.ads, *places))
        return layout, rest, tuple(placed), files

    def _filled(self, thing: Furniture, variables: Mapping[str, str]) -> Furniture | None:
        plan = thing.plan or ArtPlan()
        texts = []
        for text in (thing.text, plan.addon):
            names = [part.partition("}")[0] for part in text.split("{")[1:] if "}" in part]
            for name in names:
                if name not in variables:
                    self.at.fault(
                        "spec.unknown-variable", thing.span, name=name[:60], **near_args(name, dict(variables))
                    )
                    return None
                text = text.replace("{" + name + "}", variables[name])
            texts.append(text.strip())
        return replace(thing, text=texts[0], plan=replace(plan, addon=texts[1]))

    def _code(self, thing: Furniture) -> Code | None:
        plan = thing.plan or ArtPlan()
        try:
            if thing.kind == "qr":
                return qr_code(thing.text, plan.correction)
            return barcode(thing.text, plan.addon, plan.reduction)
        except BadCode as bad:
            text = plan.addon if bad.kind == "addon" else thing.text
            tell = {
                "digits": "block.code-digits", "check": "block.code-check", "issn": "block.code-issn",
                "addon": "block.code-addon", "too-long": "block.code-long",
            }  # fmt: skip
            self.at.fault(tell[bad.kind], thing.span, text=text[:40], want=bad.detail)
            return None

    def find(self, written: str, span: Span) -> Path | None:
        """An art file: the issue's own, a house's in a folder ``art`` above it, a shipped one."""
        if not written:
            return None
        for place in (f"{FOLDER}/{written}", written):
            path = safe_path(self.root, place, span, self.at.collector)
            if path is None:
                self.at.faults += 1
                return None
            if _is_file(path):
                return path
        for path in (*(folder / FOLDER / written for folder in self.root.parents), shipped("layouts/art") / written):
            if _is_file(path):
                return path
        near = near_args(written, [*names_in(self.root / FOLDER), *names_in(shipped("layouts/art"))])
        self.at.fault("block.art-missing", span, file=written[:120], place=f"{FOLDER}/{written}"[:120], **near)
        return None

    def drawing(self, path: Path, span: Span) -> Drawing | None:
        """The drawing in a file; what is wrong with it is told at its places in the file, once."""
        if path not in self.drawings:
            self.drawings[path] = self._read(path, span)
        return self.drawings[path]

    def _read(self, path: Path, span: Span) -> Drawing | None:
        from printlayout.art.svg import read_svg

        if path.suffix.lower() != ".svg":
            self.at.fault("block.art-kind", span, file=shown(path))
            return None
        try:
            data = path.read_bytes()
        except OSError as error:
            self.at.fault("spec.missing-file", span, file=shown(path), reason=error.strerror or error)
            return None
        drawing, faults = read_svg(data)
        tell = {
            "svg-broken": "block.svg-broken", "svg-entity": "block.svg-entity", "svg-large": "block.svg-large",
            "svg-size": "block.svg-size", "svg-empty": "block.svg-empty", "svg-text": "block.svg-text",
            "svg-effect": "block.svg-effect", "svg-opacity": "block.svg-opacity", "svg-colour": "block.svg-colour",
            "svg-outside": "block.svg-outside", "svg-unread": "block.svg-unread",
        }  # fmt: skip
        for fault in faults:
            place = Span(shown(path), fault.line, fault.column)
            self.at.fault(tell[fault.kind], place, what=fault.what[:80])
        return drawing


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
