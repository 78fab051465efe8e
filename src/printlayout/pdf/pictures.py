"""Pictures in the file: each once, however often and under however many names it is placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from printlayout.images import Prepared
from printlayout.pdf.content import PictureUse
from printlayout.pdf.objects import Name, Ref, Value

if TYPE_CHECKING:
    from printlayout.pdf.container import Container

COMPONENTS = {"gray": 1, "rgb": 3, "cmyk": 4}


class Pictures:
    """The pictures of one file."""

    __slots__ = ("_container", "_profiles", "_refs")

    def __init__(self, container: Container) -> None:
        self._container = container
        self._profiles: dict[bytes, Ref] = {}
        self._refs: dict[str, tuple[str, Ref]] = {}

    def embed(self, picture: Prepared) -> PictureUse:
        """Put a picture into the file unless its bytes are there already."""
        known = self._refs.get(picture.digest)
        if known is None:
            known = (f"Im{len(self._refs) + 1}", self._container.stream(picture.data, self._dictionary(picture)))
            self._refs[picture.digest] = known
        return PictureUse(known[0], picture.orientation)

    def resources(self, uses: Sequence[PictureUse]) -> dict[str, Value]:
        """The resource dictionary's part for some pictures."""
        wanted = {use.resource for use in uses}
        return {name: ref for name, ref in self._refs.values() if name in wanted}

    def _dictionary(self, picture: Prepared) -> dict[str, Value]:
        entries: dict[str, Value] = {
            "Type": Name("XObject"),
            "Subtype": Name("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "BitsPerComponent": picture.bits,
            "ColorSpace": self._space(picture),
        }
        if picture.filter:
            entries["Filter"] = Name(picture.filter)
        if picture.transform is not None:
            entries["DecodeParms"] = {"ColorTransform": picture.transform}
        if picture.inverted:
            entries["Decode"] = [1, 0] * COMPONENTS[picture.space]
        return entries

    def _space(self, picture: Prepared) -> Value:
        """The colour space. RGB always goes with a profile (ISO 15930-7 forbids DeviceRGB); grey prints with black
        alone; CMYK is taken as the amounts of ink it says, whatever profile came with it.
        """
        if picture.space == "gray":
            return Name("DeviceGray")
        if picture.space == "cmyk":
            return Name("DeviceCMYK")
        if not picture.icc:  # three plates in one, to be looked at
            return Name("DeviceRGB")
        if picture.icc not in self._profiles:
            entries: dict[str, Value] = {"N": 3}
            self._profiles[picture.icc] = self._container.stream(picture.icc, entries)
        return [Name("ICCBased"), self._profiles[picture.icc]]
