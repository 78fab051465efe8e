"""An SVG file as a tree of elements with their places. Entities and outside files are not followed."""

from __future__ import annotations

from xml.parsers import expat

from printlayout.base.value import dataclass, field

SPACE = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"
MOST = 200_000
"""Elements a file may have."""
MOST_BYTES = 20_000_000
"""A drawing larger than this is a picture, or no drawing."""


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Something in a file that cannot be printed: ``kind`` (the message's last word), what, and where."""

    kind: str
    what: str
    line: int
    column: int


@dataclass(slots=True)
class Element:
    """An element: its name without namespace, attributes likewise, where it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    parts: list[Element] = field(default_factory=list)
    text: str = ""

    def fault(self, kind: str, what: str) -> SvgFault:
        """A fault at this element."""
        return SvgFault(kind, what, self.line, self.column)


class BadSvg(ValueError):
    """A file that is no SVG, or none that is read here."""

    def __init__(self, fault: SvgFault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def read_tree(data: bytes) -> Element:
    """The root element. :raises BadSvg: if the file is not XML, declares entities, or its root is no ``svg``."""
    if len(data) > MOST_BYTES:
        raise BadSvg(SvgFault("svg-large", f"{MOST_BYTES // 1_000_000} MB", 1, 1))
    parser = expat.ParserCreate(namespace_separator=" ")
    stack: list[Element] = []
    roots: list[Element] = []
    count = 0

    def stop(kind: str, what: str) -> None:
        raise BadSvg(SvgFault(kind, what, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST or len(stack) > 200:
            stop("svg-large", str(MOST))
        space, _, local = name.rpartition(" ")
        own = {}
        for key, value in attributes.items():
            key_space, _, key_name = key.rpartition(" ")
            if key_space in ("", SPACE, LINK):
                own[key_name] = value
        element = Element(
            local if space == SPACE else "", own, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        )
        (stack[-1].parts if stack else roots).append(element)
        stack.append(element)

    def end(_: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        if stack and stack[-1].name == "style":
            stack[-1].text += data

    def entity(*_: object) -> None:
        stop("svg-entity", "<!ENTITY>")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise BadSvg(SvgFault("svg-broken", expat.ErrorString(fault.code), fault.lineno, fault.offset + 1)) from fault
    except (UnicodeError, LookupError, ValueError) as fault:
        if isinstance(fault, BadSvg):
            raise
        raise BadSvg(SvgFault("svg-broken", str(fault), 1, 1)) from fault
    if roots[0].name != "svg":
        raise BadSvg(SvgFault("svg-broken", "no <svg>", roots[0].line, roots[0].column))
    return roots[0]
