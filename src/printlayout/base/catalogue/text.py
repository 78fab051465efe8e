"""Messages of composition: lines a person should look at."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "text.loose": Message(
        zh="这一行排不满，还差 {short} 字：{text}",
        en="this line cannot be filled, it is {short} em short: {text}",
        hint_zh="增删一两个字，或给长词加连字符。",
        hint_en="Add or cut a word, or give a long word a hyphen.",
        why_zh="每个字距最多拉大半个字（R48），再多就成了白洞；宁可左齐排也不硬撑。",
        why_en="No gap is stretched by more than half an em (R48): a ragged line is better than a hole.",
    ),
    "text.overfull": Message(
        zh="这一行超出栏宽 {over} 字：{text}",
        en="this line is {over} em wider than the measure: {text}",
        hint_zh="加宽这一栏，或改写过长的词。",
        hint_en="Widen the column or shorten the word.",
        why_zh="比栏宽还宽的字或词会压到邻栏。",
        why_en="A character or word wider than its column runs into the next one.",
    ),
    "text.forced-break": Message(
        zh="这一行只能在不该断的地方断开：{text}",
        en="this line had to be broken where a line should not end: {text}",
        hint_zh="改动前后几个字，或放宽栏宽。",
        hint_en="Change a few characters nearby or widen the column.",
        why_zh="避头尾或不可分的词在这个栏宽里无法同时满足（R21、R24）。",
        why_en="At this width, prohibition or an unbreakable word could not be satisfied (R21, R24).",
    ),
    "text.runt": Message(
        zh="段末孤字：{text}",
        en="the paragraph ends in a single character: {text}",
        hint_zh="增删一两个字。",
        hint_en="Add or cut a character or two.",
        why_zh="末行只有一个字，像排漏了（R52）；上一行拉开会超过限度，只能请人改。",
        why_en="A last line of one character looks like an accident (R52); only editing can help here.",
    ),
    "text.tight-marks": Message(
        zh="行间只有 {gap} 字，着重号、专名号或注音要 {need} 字",
        en="there is only {gap} em between the lines; dots, lines or readings take {need} em",
        hint_zh="把行距加大，或去掉标记。",
        hint_en="Increase the leading, or take the marks out.",
        why_zh="字旁一侧有标记，行间要半个字；两侧都有要八分之五字（R56）。行距不能因它们改变（R51）。",
        why_en="Marks on one side take half an em, on both five eighths (R56); the leading never changes (R51).",
    ),
}
