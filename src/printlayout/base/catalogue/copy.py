"""Messages about copy and its style sheet."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "copy.headline-mark": Message(
        zh="标题末尾有“{mark}”：{text}",
        en="the headline ends with “{mark}”: {text}",
        hint_zh="删去标题末尾的点号；问号、叹号、省略号可以保留。",
        hint_en="Take the final mark out; only ？ ！ …… may end a headline.",
        why_zh="标题末尾不用点号（R63，GB/T 15834 附录 B.4）。",
        why_en="Headlines take no final mark (R63, GB/T 15834 B.4).",
    ),
    "copy.caption-mark": Message(
        zh="图说是一个短语，末尾不用“{mark}”：{text}",
        en="the caption is a phrase and takes no final “{mark}”: {text}",
        hint_zh="删去图说末尾的句号。",
        hint_en="Take the final stop out.",
        why_zh="图说若是短语，末尾不用句号（R64，GB/T 15834 附录 A.1）。",
        why_en="A caption that is a phrase takes no final stop (R64, GB/T 15834 A.1).",
    ),
    "copy.tight-body": Message(
        zh="正文样式 {style} 的字距是负的",
        en="the body style {style} has negative tracking",
        hint_zh="把 tracking 去掉；要多排字，改字号或行距。",
        hint_en="Take tracking out; change size or leading to set more text.",
        why_zh="正文字距不得收紧，只有标题可以（R64）。",
        why_en="Only headlines may be tracked tighter (R64).",
    ),
    "copy.wide-leading": Message(
        zh="正文样式 {style} 的行间有 {gap} 字，超过 1 字",
        en="the lines of body style {style} are {gap} em apart, more than 1 em",
        hint_zh="把 leading 减到字号的两倍以内。",
        hint_en="Bring leading below twice the size.",
        why_zh="行间超过一个字，目光换行时会跳错（R56）。",
        why_en="With more than an em between lines the eye loses the next one (R56).",
    ),
}
