"""Messages of the area guide: the index box and page references."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "guide.no-story": Message(
        zh="稿件“{story}”不在这一期里（版本：{edition}），说不出在第几版。",
        en="The story “{story}” is not in this issue (edition: {edition}), so there is no page to refer to.",
        hint_zh="{near_zh}本期的稿件：{names}。",
        hint_en="{near_en}Stories of the issue: {names_en}.",
        why_zh="导读指到没有的稿件，读者翻遍全报也找不到。",
        why_en="An index that names what is not there sends readers through the whole paper.",
        exit=2,
    ),
    "guide.no-headline": Message(
        zh="稿件“{story}”没有标题，导读无话可说。",
        en="The story “{story}” has no headline for the index to say.",
        hint_zh="给稿件写 headline，或在导读里写 text。",
        hint_en="Give the story a headline, or the entry a text.",
        exit=2,
    ),
    "guide.no-place": Message(
        zh="版式“{layout}”没有放导读的地方。",
        en="Layout “{layout}” has no place for an index.",
        hint_zh="在版式的 furniture 里加一件 kind: index（导读）。",
        hint_en="Add a piece of furniture of kind: index to the layout.",
        exit=2,
    ),
    "guide.empty": Message(
        zh="第 {page} 版的导读是空的。",
        en="The index of page {page} is empty.",
        hint_zh="在这一版写 index: [稿件, …]，或从版式里去掉导读。",
        hint_en="Give the page index: [story, …], or take the index out of the layout.",
    ),
    "guide.no-room": Message(
        zh="导读排不下：有 {lines} 行，地方只有 {room} 行，从“{text}”起没有印。",
        en="The index has {lines} lines and room for {room}; from “{text}” on it is not printed.",
        hint_zh="少列几条，用 text 写短些，或加高导读的框。",
        hint_en="List fewer stories, give shorter texts, or make the index higher.",
    ),
}
