"""What was examined by itself before it came into a file: placed pages of other PDFs whose faults are told, and were
accepted, at their entry in ``issue.yaml``. The examination of the finished page doesn't go into them again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from printlayout.base.diagnostics import Span
from printlayout.model.display import DisplayList, Placed
from printlayout.preflight.reader import Pdf, Ref, Stream

PREFIX = "Pl"
"""How the names of placed forms begin in a page's resources."""


def empty_forms(pdf: Pdf, displays: Sequence[DisplayList], apart: Collection[Span]) -> None:
    """Read the forms of what stands at the entries ``apart`` as empty. One that another entry uses, too, is examined
    all the same.
    """
    empty: set[Ref] = set()
    full: set[Ref] = set()
    for (_, page), display in zip(pdf.pages(), displays, strict=False):
        forms = pdf.mapping(pdf.mapping(page.get("Resources")).get("XObject"))
        content = b"\n".join(stream.data() for stream in _streams(pdf, page.get("Contents")))
        drawn = [str(said[0]) for name, said in pdf.operators(content) if name == "Do" and said]
        names = [name for name in drawn if name.startswith(PREFIX)]
        # Both are in the order of painting.
        placed = [item for group in display.groups for item in group.items if isinstance(item, Placed)]
        for item, name in zip(placed, names, strict=True):
            ref = forms.get(name)
            if isinstance(ref, Ref):
                (empty if display.sources[item.src] in apart else full).add(ref)
    for ref in empty - full:
        pdf.empty(ref)


def _streams(pdf: Pdf, contents: object) -> list[Stream]:
    found = pdf.get(contents)
    return [one for one in (pdf.array(found) if isinstance(found, list) else [found]) if isinstance(one, Stream)]
