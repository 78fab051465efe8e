"""The font catalogue: which families and weights there are, where their files lie and what their bytes must be.

Reading is done here with PyYAML's C parser and not through the door of ``spec``: the two rooms are strangers. Every
value keeps the line it was written on, so that a mistake in a house's catalogue is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.shipped import shipped
from printlayout.base.value import dataclass, field
from printlayout.model.style import Face


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package a face comes from, at its exact version."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of the catalogue. ``family`` is the catalogue's first name; ``path`` is where the file to open lies,
    whether it is there or not: in the user's cache for a face of a package, in the house's folder otherwise.

    ``member`` is the path within the package; ``sha256`` the hash of the file as shipped (for a woff the hash of the
    woff, not of the TrueType file made from it), empty if the catalogue gives none. ``index`` chooses the font of a
    collection, ``instance`` a named instance of a variable font, ``axes`` places on its axes.
    """

    family: str
    weight: int
    path: Path
    sha256: str = ""
    package: Package | None = None
    member: str = ""
    licence: str = ""
    index: int = 0
    instance: str = ""
    axes: tuple[tuple[str, float], ...] = ()
    span: Span = NOWHERE

    @property
    def key(self) -> str:
        """The name the face travels under: ``family-weight``."""
        return f"{self.family}-{self.weight}"

    @property
    def face(self) -> Face:
        """The face as styles name it."""
        return Face(self.family, self.weight)


@dataclass(frozen=True, slots=True)
class Family:
    """A family. ``instead`` says which weight is taken for one that does not exist; no other weight is ever guessed.
    ``fallback`` names the families asked for a character this one lacks.
    """

    name: str
    names: tuple[str, ...]
    faces: dict[int, FontFile]
    fallback: tuple[str, ...] = ()
    instead: dict[int, int] = field(default_factory=dict)
    licence: str = ""
    span: Span = NOWHERE

    def nearest(self, weight: int) -> FontFile | None:
        """The face of the nearest weight, the heavier of two equally near. For fallback only, where any form of a
        character is better than none.
        """
        return min(self.faces.values(), key=lambda f: (abs(f.weight - weight), -f.weight), default=None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All families by first name; ``names`` leads from every name to the first one, without regard to case."""

    families: dict[str, Family]
    names: dict[str, str]

    def family(self, name: str) -> Family | None:
        """The family of any of its names."""
        return self.families.get(self.names.get(name.casefold(), ""))

    def canonical(self, face: Face) -> Face:
        """The face under the family's first name and at the weight the catalogue takes; unchanged if unknown."""
        family = self.family(face.family)
        if family is None:
            return face
        return Face(family.name, family.instead.get(face.weight, face.weight))

    def resolve(self, face: Face) -> FontFile | None:
        """The file of a face named in any way; ``None`` if family or weight is unknown."""
        family = self.family(face.family)
        if family is None:
            return None
        return family.faces.get(family.instead.get(face.weight, face.weight))

    def chain(self, face: Face) -> tuple[FontFile, ...]:
        """The face itself and then the nearest weight of each family of its fallback chain."""
        own, family = self.resolve(face), self.family(face.family)
        if own is None or family is None:
            return ()
        others = (self.family(name) for name in family.fallback)
        near = (other.nearest(own.weight) for other in others if other is not None and other is not family)
        return (own, *(file for file in near if file is not None))

    def files(self, wanted: Sequence[str] = ()) -> list[FontFile]:
        """Every face, or those of the families or keys (``宋``, ``serif``, ``宋-900``) in ``wanted``."""
        if not wanted:
            return [file for family in self.families.values() for file in family.faces.values()]
        found: dict[str, FontFile] = {}
        for name in wanted:
            family = self.family(name)
            if family is not None:
                found.update({file.key: file for file in family.faces.values()})
                continue
            stem, _, weight = name.rpartition("-")
            file = self.resolve(Face(stem, int(weight))) if weight.isdecimal() else None
            if file is not None:
                found[file.key] = file
        return list(found.values())

    def explain(self, face: Face, collector: Collector, span: Span = NOWHERE) -> None:
        """Tell why ``resolve`` finds nothing: ``font.family`` or ``font.weight``, with what there is instead."""
        family = self.family(face.family)
        if family is None:
            from difflib import get_close_matches

            near = get_close_matches(face.family.casefold(), self.names, n=1)
            known = "、".join(self.families)
            near_zh, near_en = (f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"? ') if near else ("", "")
            collector.error("font.family", span, family=face.family, near_zh=near_zh, near_en=near_en, known=known)
        elif self.resolve(face) is None:
            weights = ", ".join(str(w) for w in sorted(family.faces))
            collector.error("font.weight", span, family=family.name, weight=face.weight, weights=weights)


def load_catalogue(paths: Iterable[Path], collector: Collector) -> Catalogue:
    """Read the shipped catalogue and then the house's own at ``paths``, later ones winning: a family of the same
    first name replaces the earlier one whole, and a name claimed again leads to the later family.

    Mistakes are told as findings (``font.catalogue-…``); what is wrong is left out, so that a catalogue always comes.
    """
    from printlayout.fonts.reader import read_families

    families: dict[str, Family] = {}
    names: dict[str, str] = {}
    seen: set[Path] = set()
    for path in (shipped("fonts/catalogue.yaml"), *paths):
        if path.resolve() in seen:
            continue
        seen.add(path.resolve())
        for family in read_families(path, collector):
            families[family.name] = family
            names = {name: first for name, first in names.items() if first != family.name}
            names.update({name.casefold(): family.name for name in (family.name, *family.names)})
    catalogue = Catalogue(families, names)
    for family in families.values():
        for name in family.fallback:
            if catalogue.family(name) is None:
                collector.error("font.catalogue-fallback", family.span, family=family.name, name=name)
    return catalogue
