"""Finds a layout by name, puts it on what it extends, and reads it into a model value."""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.shipped import shipped
from printlayout.base.units import HAO, Mpt, parse_length
from printlayout.base.value import replace
from printlayout.model.layout import Layout
from printlayout.spec.advice import near_args
from printlayout.spec.block_files import block_files, with_blocks
from printlayout.spec.document import Mapping, Node, Scalar, Sequence, read_document, shown
from printlayout.spec.furniture import EVEN, ODD
from printlayout.spec.layout_keys import LAYOUT, LayoutKeys
from printlayout.spec.paths import names_in, safe_path
from printlayout.spec.resolve import resolve, sided
from printlayout.spec.shapes import Reading
from printlayout.spec.values import Bool, Named

_STAND_IN = Mapping(
    ((Scalar("face", NOWHERE), Scalar("宋", NOWHERE)), (Scalar("size", NOWHERE), Scalar("9pt", NOWHERE))), NOWHERE
)
"""What a style stands on whose base could not be found, so that only that is told."""
DEEPEST = 12
"""Layouts that may stand on one another."""


class Loaded:
    """A layout as written (for checks that go on in spite of faults), and as a value if it has none: for even pages
    and, where those differ, another for odd ones."""

    __slots__ = ("keys", "layout", "odd")

    def __init__(self, keys: LayoutKeys, layout: Layout | None, odd: Layout | None) -> None:
        self.keys = keys
        self.layout = layout
        self.odd = odd

    def on(self, page: int) -> Layout | None:
        """The layout of a page of that number."""
        return self.odd if page % 2 else self.layout

    def bare(self) -> Loaded:
        """The same with nothing on it: for a page that comes ready, which needs its sheet only."""
        bare = LayoutKeys.filled(self.keys.span)
        bare.normalise = self.keys.normalise
        even, odd = (
            one and replace(one, slots=(), furniture=(), picture_slots=(), ads=(), blocks=())
            for one in (self.layout, self.odd)
        )
        return Loaded(bare, even, odd)


def load_layout(root: Path, wanted: Named, at: Reading) -> Loaded | None:
    """The layout ``wanted`` for the issue in ``root``; ``None`` if there is nothing to read."""
    node = _with_base(root, wanted, at, ())
    if node is None:
        return None
    if not isinstance(node, Mapping):
        LAYOUT.wrong(node, at, wanted.name)
        return None
    reading = Reading(at.collector, _hao(node))
    reading.partial, at.partial = at.partial, False
    node = with_blocks(root, node, merged, reading)
    keys = LAYOUT.read(_styles_spread(node, reading), reading, wanted.name)
    if keys is None or reading.partial:
        at.faults += reading.faults
        return None
    name = Path(wanted.name).name.removesuffix(".yaml")
    differ = sided(keys)
    even = odd = resolve(name, keys, reading, EVEN if differ else "")
    if differ and even is not None:
        odd = resolve(name, keys, reading, ODD)
    at.faults += reading.faults
    return Loaded(keys, even, odd)


def _candidates(root: Path, wanted: Named, at: Reading) -> list[Path] | None:
    """Files the name may mean: the issue's own, a house's in a folder above it, the shipped one; ``None`` if the name
    leaves the issue's folder.
    """
    name = wanted.name
    if "/" in name or "\\" in name or name.endswith(".yaml"):
        path = safe_path(root, name, wanted.span, at.collector)
        if path is None:
            at.faults += 1
            return None
        return [path]
    own = safe_path(root, f"layouts/{name}.yaml", wanted.span, at.collector)
    if own is None:
        at.faults += 1
        return None
    house = [folder / "layouts" / f"{name}.yaml" for folder in root.parents]
    return [own, *house, shipped("layouts") / f"{name}.yaml"]


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _with_base(root: Path, wanted: Named, at: Reading, chain: tuple[Path, ...]) -> Node | None:
    """The layout's tree, merged onto what it extends.

    A layout of the issue may extend the shipped one of its own name: files already in the chain are passed over.
    """
    candidates = _candidates(root, wanted, at)
    if candidates is None:
        return None
    there = [path for path in candidates if _exists(path)]
    if not there:
        names = {*names_in(root / "layouts", ".yaml"), *names_in(shipped("layouts"), ".yaml")}
        at.fault(
            "spec.unknown-name", wanted.span, kind_zh="版式", kind_en="layout", name=wanted.name,
            **near_args(wanted.name, names),
        )  # fmt: skip
        return None
    free = [path for path in there if path not in chain]
    if not free or len(chain) >= DEEPEST:
        at.fault("spec.cycle", wanted.span, chain=" → ".join(shown(path) for path in (*chain, there[0])))
        return None
    node = read_document(free[0], at.collector, wanted.span)
    if node is None:
        at.faults += 1
        return None
    base_name = node.get("extends") if isinstance(node, Mapping) else None
    if not isinstance(base_name, Scalar) or base_name.null:
        return node
    base = _with_base(root, Named(base_name.text.strip(), base_name.span), at, (*chain, free[0]))
    if base is None:
        at.partial = True
        return node
    keep = node.get("keep-furniture") if isinstance(node, Mapping) else None
    if isinstance(base, Mapping) and isinstance(keep, Scalar) and Bool().take(keep.text, at) is False:
        base = Mapping(tuple(entry for entry in base.entries if entry[0].text != "furniture"), base.span)
    if _spread(node) and not _spread(base):
        base = _on_each(base)
    return merged(base, node)


def _spread(node: Node) -> bool:
    """Whether a layout says that it is a spread."""
    said = node.get("spread") if isinstance(node, Mapping) else None
    return isinstance(said, Mapping) or (
        isinstance(said, Scalar) and Bool().take(said.text, Reading(Collector())) is True
    )


def _on_each(base: Node) -> Node:
    """A single page's layout under a spread: its furniture stands on each page, unless it says otherwise."""
    furniture = base.get("furniture") if isinstance(base, Mapping) else None
    if not isinstance(base, Mapping) or not isinstance(furniture, Sequence):
        return base
    each = (Scalar("each", NOWHERE), Scalar("true", NOWHERE))
    items = tuple(
        Mapping((*item.entries, each), item.span) if isinstance(item, Mapping) and item.get("each") is None else item
        for item in furniture.items
    )
    twice = Sequence(items, furniture.span)
    return Mapping(tuple((k, twice if v is furniture else v) for k, v in base.entries), base.span)


def layout_files(root: Path, name: str) -> list[Path]:
    """The files a layout is made of: its own first, then what it extends. Nothing is told."""
    quiet = Reading(Collector())
    chain: list[Path] = []
    used: list[Path] = []
    while len(chain) < DEEPEST:
        places = _candidates(root, Named(name, NOWHERE), quiet) or []
        free = [path for path in places if _exists(path) and path not in chain]
        if not free:
            break
        chain.append(free[0])
        node = read_document(free[0], quiet.collector)
        used += block_files(root, node) if node else []
        base = node.get("extends") if isinstance(node, Mapping) else None
        if not isinstance(base, Scalar) or base.null:
            break
        name = base.text.strip()
    return chain + used


def merged(base: Node, over: Node, key: str = "") -> Node:
    """``over`` put onto ``base``: maps key by key, an empty value takes a key away, the list ``furniture`` goes on
    (an item with the name of an earlier one is put onto that one), everything else is replaced.
    """
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        values: dict[str, tuple[Scalar, Node]] = {name.text: (name, value) for name, value in base.entries}
        for name, value in over.entries:
            before = values.get(name.text)
            if isinstance(value, Scalar) and value.null:
                values.pop(name.text, None)
            elif before is None:
                values[name.text] = (name, value)
            else:
                values[name.text] = (name, merged(before[1], value, name.text))
        return Mapping(tuple(values.values()), over.span)
    if key == "furniture" and isinstance(base, Sequence) and isinstance(over, Sequence):
        items = list(base.items)
        for item in over.items:
            place = _same_name(items, item)
            if place is None:
                items.append(item)
            else:
                items[place] = merged(items[place], item)
        return Sequence(tuple(items), over.span)
    return over


def _same_name(items: list[Node], item: Node) -> int | None:
    name = item.get("name") if isinstance(item, Mapping) else None
    if not isinstance(name, Scalar) or name.null:
        return None
    for place, other in enumerate(items):
        theirs = other.get("name") if isinstance(other, Mapping) else None
        if isinstance(theirs, Scalar) and theirs.text == name.text:
            return place
    return None


def _hao(node: Mapping) -> dict[str, Mpt]:
    """The 号 table with the layout's own sizes; faulty ones are told when the layout is read."""
    own = node.get("hao")
    if not isinstance(own, Mapping):
        return HAO
    table = dict(HAO)
    for name, value in own.entries:
        if isinstance(value, Scalar) and len(value.text) < 20:
            length = parse_length(value.text)
            if length is not None and not length.relative and length.mpt() > 0:
                table[name.text] = length.mpt()
    return table


def _styles_spread(node: Mapping, at: Reading) -> Mapping:
    """The tree with every style merged onto the one it extends."""
    styles = node.get("styles")
    if not isinstance(styles, Mapping):
        return node
    table = {name.text: value for name, value in styles.entries}
    done: dict[str, Node] = {}

    def spread(name: str, chain: tuple[str, ...]) -> Node:
        if name in done:
            return done[name]
        style = table[name]
        base_name = style.get("extends") if isinstance(style, Mapping) else None
        if isinstance(base_name, Scalar) and not base_name.null:
            base = base_name.text.strip()
            if base in (*chain, name) or len(chain) > DEEPEST:
                at.fault("spec.cycle", base_name.span, chain=" → ".join((*chain, name, base)))
                style = merged(_STAND_IN, style)
            elif base not in table:
                if not at.partial:
                    _no_style(base_name.span, base, table, at)
                style = merged(_STAND_IN, style)
            else:
                style = merged(spread(base, (*chain, name)), style)
        done[name] = style
        return style

    entries = tuple((name, spread(name.text, ())) for name, _ in styles.entries)
    spread_styles = Mapping(entries, styles.span)
    return Mapping(tuple((k, spread_styles if v is styles else v) for k, v in node.entries), node.span)


def _no_style(span: Span, name: str, table: dict[str, Node], at: Reading) -> None:
    at.fault(
        "spec.unknown-name", span, kind_zh="样式", kind_en="style", name=name[:60], **near_args(name, table)
    )  # fmt: skip
