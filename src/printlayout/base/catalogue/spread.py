"""Messages of the area spread: pages across the gutter, and the layouts they take."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "spread.pair": Message(
        zh="“{page}”不是相连的两版。",
        en="“{page}” is not two pages that follow one another.",
        hint_zh="通版写左版和右版，如 page: 4-5；三版以上不能连成一版。",
        hint_en="Write a spread by its left and right page, such as page: 4-5; more than two pages are no spread.",
        exit=2,
    ),
    "spread.odd": Message(
        zh="第 {page} 版不会相对：单数版在左，翻过去才是下一版。",
        en="Pages {page} do not face one another: they are the two sides of one leaf.",
        hint_zh="通版的左版是双数，如 {before} 或 {after}。",
        hint_en="A spread begins on an even page, such as {before} or {after}.",
        why_zh="报纸摊开，左边是双数版，右边是单数版。",
        why_en="In an open paper even pages lie on the left and odd ones on the right.",
        exit=2,
    ),
    "spread.layout": Message(
        zh="第 {page} 版是通版，版式“{layout}”却只有一版大。",
        en="Pages {page} are a spread, but layout “{layout}” is one page large.",
        hint_zh="换用通版的版式，或写一个：extends: {layout} 加 spread: true。",
        hint_en="Take a layout of a spread, or write one: extends: {layout} and spread: true.",
        exit=2,
    ),
    "spread.page": Message(
        zh="版式“{layout}”是通版，第 {page} 版却只写了一个版次。",
        en="Layout “{layout}” is a spread, but page {page} is only one page.",
        hint_zh="写两个版次，如 page: {pair}；或换用单版的版式。",
        hint_en="Give both pages, such as page: {pair}, or take the layout of a single page.",
        exit=2,
    ),
}
