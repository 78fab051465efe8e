"""Messages of the checks of make-up."""

from __future__ import annotations

from printlayout.base.messages import Message

MAKEUP_MESSAGES: dict[str, Message] = {
    "preflight.heads-touch": Message(
        "碰题：“{one}”和“{other}”并排，字号相近，只隔 {gap} 毫米",
        "the headlines “{one}” and “{other}” stand side by side, alike in size and {gap} mm apart",
        "让一个题错开几行、改成竖题、换一个字号，或给一篇加框。",
        "Set one of them lower, upright or in another size, or put one story into a box.",
        "两个题并排相碰，读者会连成一句读过去。",
        "Headlines that touch are read as one line.",
    ),
    "preflight.through-gutter": Message(
        "断版：第 {left} 栏和第 {right} 栏之间的栏空从上通到下，没有题、图或线把它切断",
        "the gutter between columns {left} and {right} runs through the page: no headline, picture or rule crosses it",
        "让一个标题、一张图或一条横线跨过这道栏空。",
        "Let a headline, a picture or a rule cross it.",
        "一道从顶通到底的空白把版面劈成两半，像两张纸拼在一起（通线）。",
        "A strip of white from top to foot parts the page as if it were two.",
    ),
    "preflight.heading-at-foot": Message(
        "背题：小标题“{text}”在栏底，下面只有 {lines} 行，至少要 {least} 行",
        "the sub-heading “{text}” stands at a column's foot with {lines} lines under it; {least} are the least",
        "在它前面增删一两行，或改 keep-after-subhead。",
        "Add or cut a line or two before it, or change keep-after-subhead.",
        "题在这一栏，文在下一栏，题就没有着落（R61）。",
        "A heading without its text under it heads nothing (R61).",
    ),
    "preflight.widow": Message(
        "孤行：段末的一行“{text}”单独排在栏头",
        "the last line of a paragraph, “{text}”, stands alone at a column's head",
        "在这一段里增删几个字。",
        "Add or cut a few characters in its paragraph.",
        "样式写明段末一行不排在栏头（widow，R53）。",
        "Its style keeps a last line off a column's head (widow, R53).",
    ),
    "preflight.single-character": Message(
        "标题里“{text}”一个字独占一行",
        "“{text}” is a headline's row of a single character",
        "用 | 或全角空格标出可断之处，或改几个字。",
        "Mark a break with a | or a full-width space, or change a few characters.",
        "单字成行，题的意思断了，样子也难看。",
        "A row of one character breaks the sense, and is ugly.",
    ),
}
