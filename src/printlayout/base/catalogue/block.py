"""Messages of boxes, ornaments, vector art and blocks."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "block.radius": Message(
        zh="圆角只用于四边都画的框，框线不能是波线或花边。",
        en="Round corners need a rule on all four sides that is neither wavy nor an ornament.",
        hint_zh="去掉 radius，或改框线、sides。",
        hint_en="Remove radius, or change the rule or sides.",
        exit=2,
    ),
    "block.padding": Message(
        zh="框内左右空 {side} 字，不是整数。",
        en="The room inside the box is {side} 字 a side, which is no whole number.",
        hint_zh="改为 {near}字；想少空些就用 outset 让框大出版位。",
        hint_en="Make it {near}字; for less, let the box stand outside the slot with outset.",
        why_zh="框内的行也要是整字数，文字才对得齐网格。",
        why_en="Lines in a box are whole 字 too, so that text stays on the grid.",
        exit=2,
    ),
    "block.pattern": Message(
        zh="底纹的条或点比间距还宽，会连成一片。",
        en="The stripes or dots of the pattern are as wide as their distance: they would run together.",
        hint_zh="加大 pitch，或减小 width。",
        hint_en="Widen pitch or narrow width.",
        exit=2,
    ),
    "block.tight": Message(
        zh="框离文字只有 {room} 字，应至少 {want} 字。",
        en="The box comes within {room} 字 of its text; at least {want} 字 are needed.",
        hint_zh="加大 outset，或写 padding: {side: 1字}。",
        hint_en="Raise outset, or write padding: {side: 1字}.",
        why_zh="框线贴着字，读来局促。",
        why_en="A rule that touches the text makes it hard to read.",
    ),
    "block.outline": Message(
        zh="纹样的路径“{text}”读不懂（{reason}）。",
        en="The path “{text}” of the motif is not understood ({reason}).",
        hint_zh="用 SVG 路径的写法，如 M0,500 H1000。",
        hint_en="Write it as SVG does, such as M0,500 H1000.",
        exit=2,
    ),
}
