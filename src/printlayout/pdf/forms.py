"""Pages of other PDFs in the file: each copied once, however often it is placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Finding, Severity
from printlayout.base.value import dataclass
from printlayout.images import PictureFault
from printlayout.model.display import DisplayList, Placed
from printlayout.pdf.content import FormUse
from printlayout.pdf.objects import Ref

if TYPE_CHECKING:
    from printlayout.pdf.container import Container
    from printlayout.pdf.placed import Source


@dataclass(frozen=True, slots=True)
class Embedded:
    """A form in the file. ``live``: with transparency, so that its page needs a group colour space."""

    use: FormUse
    ref: Ref
    live: bool


def placed_items(page: DisplayList) -> list[Placed]:
    """The pages of other PDFs on a page."""
    return [item for group in page.groups for item in group.items if isinstance(item, Placed)]


def embed_forms(
    container: Container, pages: Sequence[DisplayList], given: Mapping[str, bytes]
) -> dict[Placed, Embedded]:
    """Copy what is placed into the file, from those ``given`` by path, or else from its own. Without any, the library
    that reads PDF is not loaded.

    :raises PictureFault: if a file that looked sound can't be read after all; the finding names its place.
    """
    wanted = [(item, page) for page in pages for item in placed_items(page)]
    if not wanted:
        return {}
    from printlayout.pdf.placed import Importer, PlacedFault, Source

    made: dict[Placed, Embedded] = {}
    names: dict[Ref, str] = {}
    importer = Importer(container)
    with ExitStack() as opened:
        sources: dict[str, Source] = {}
        for item, page in wanted:
            try:
                if item.path not in sources:
                    sources[item.path] = opened.enter_context(
                        Source(given.get(item.path) or Path(item.path).read_bytes())
                    )
                source = sources[item.path]
                form = importer.form(source, item.page, source.box(item.page, item.box))
            except (OSError, PlacedFault) as fault:
                span = page.sources[item.src] if 0 <= item.src < len(page.sources) else NOWHERE
                args = {"file": Path(item.path).name, "reason": str(fault)}
                raise PictureFault(Finding("ad.unreadable", Severity.ERROR, span, args)) from fault
            name = names.setdefault(form.ref, f"Pl{len(names) + 1}")
            live = source.digest in importer.live
            made[item] = Embedded(FormUse(name, form.width, form.height), form.ref, live)
    return made
