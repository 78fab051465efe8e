"""Messages of headline groups."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "head.not-over": Message(
        zh="盖文题要占满版位的 {count} 栏，这里写的是 {columns}",
        en="a headline over its text takes all {count} columns of the slot, not {columns}",
        hint_zh="去掉 columns，或把 relation 改为 串文题、文包题。",
        hint_en="Leave columns out, or make relation beside or wrapped.",
        why_zh="盖文题盖住全文：题下各栏从同一行开始。",
        why_en="A headline over its text covers it: every column begins on the line under it.",
        exit=2,
    ),
    "head.not-beside": Message(
        zh="串文题占版位一边的几栏，不占满，也不居中；版位有 {count} 栏，这里是 {columns}",
        en="a headline beside its text takes some columns from an edge of the slot; of {count} it has {columns}",
        hint_zh="columns 从第一栏起或到末栏止，并至少空出一栏；居中的用 文包题。",
        hint_en="Begin columns with the first or end with the last, one column free; inner ones are wrapped.",
        why_zh="串文题的正文先排题下，再串到题旁，中间不绕回。",
        why_en="Text goes on under the headline and then beside it, and never comes back round it.",
        exit=2,
    ),
    "head.not-inside": Message(
        zh="{relation_zh}两边都要有文，columns 不能占到首栏或末栏；版位有 {count} 栏，这里是 {columns}",
        en="a headline that is {relation} has text at both sides: of {count} columns it cannot take {columns}",
        hint_zh="版位至少 3 栏，columns 取中间的栏。",
        hint_en="Give the slot three columns or more, and the headline inner ones.",
        why_zh="一边没有文，题就不在文中间了。",
        why_en="Without text at both sides the headline does not stand inside it.",
        exit=2,
    ),
    "head.line-between": Message(
        zh="文夹题从版位首行占到末行，不能再写 line",
        en="a headline between columns takes the slot's full height and has no line to begin on",
        hint_zh="去掉 line；题在栏里自动居中。",
        hint_en="Leave line out: the group stands in the middle of its columns.",
        exit=2,
    ),
    "head.cuts-text": Message(
        zh="题占满 {count} 栏而不在首行，会把正文切成上下两截，读者不知道先读哪边",
        en="a headline over all {count} columns that begins further down cuts the text into two bands",
        hint_zh="去掉 line，或让题少占一栏。",
        hint_en="Leave line out, or leave the headline a column less.",
        why_zh="正文按栏从上到下读；横切一刀，读到题上沿就要猜下一行在哪里。",
        why_en="Text is read column by column; across a cut the eye does not know where to go on.",
        exit=2,
    ),
    "head.no-height": Message(
        zh="横排正文的竖题要写明占几行高",
        en="a vertical headline over horizontal text needs its height in lines",
        hint_zh="在 head 里写 lines，如 lines: 20；或用 串文题、文夹题，高度随版位。",
        hint_en="Give head a number of lines; or make it beside or between, and it is as high as the slot.",
        exit=2,
    ),
    "head.no-room": Message(
        zh="标题区高 {lines} 行，版位 {slot} 只有 {room} 行给它",
        en="the headline group is {lines} lines high, and slot {slot} has {room} lines for it",
        hint_zh="减小字号，或加高版位。",
        hint_en="Set it smaller, or make the slot higher.",
    ),
    "head.broken": Message(
        zh="标题排不进一行，已在语意停顿处断行：{text}",
        en="the headline does not fit on one line and was broken at its sense: {text}",
        hint_zh="断得不好，就在稿件里用 | 标出可断之处。",
        hint_en="If it reads badly, mark where it may be broken with a | in the story.",
        why_zh="断行由词典断词定，标点处优先；词典不认识的人名、简称要人看一眼。",
        why_en="Words come from a dictionary, marks go first; a name it does not know wants a person's eye.",
    ),
    "head.no-room-beside": Message(
        zh="{story} 的 {part} 太长，放在主题旁边会挤窄主题，已放到主题上下",
        en="the {part} of {story} is too long to stand beside the headline and was set above or below it",
        hint_zh="缩短它，或在 head 里改为上、下。",
        hint_en="Shorten it, or place it above or below in the layout.",
        why_zh="旁边的引题、副题最多占标题宽的四成，再多就喧宾夺主。",
        why_en="Beside the headline it may take two fifths of the width; with more it is no longer the lesser part.",
    ),
}
