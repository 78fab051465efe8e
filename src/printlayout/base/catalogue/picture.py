"""Messages of the area picture."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "picture.missing": Message(
        zh="找不到图片文件 {path}",
        en="there is no picture file {path}",
        hint_zh="检查文件名；图片先在本期的 pictures/ 里找，再从本期文件夹算起。",
        hint_en="Check the name; pictures are looked for in the issue's pictures/, then from the issue's folder.",
        exit=3,
    ),
    "picture.unreadable": Message(
        zh="图片 {path} 读不出来：{reason}",
        en="the picture {path} can't be read: {reason}",
        hint_zh="请重新导出或重新传送这张图片。",
        hint_en="Export or transfer the picture again.",
        exit=2,
    ),
    "picture.truncated": Message(
        zh="图片 {path} 不完整，文件的结尾缺失",
        en="the picture {path} is incomplete: the end of the file is missing",
        hint_zh="多半是传送中断或尚未传完，请重新传送。",
        hint_en="The transfer was probably cut short or isn't finished; transfer it again.",
        why_zh="不完整的图片在有的设备上印出半幅灰块，有的设备则整版出错。",
        why_en="Some machines print half a picture as a grey block, others refuse the whole page.",
        exit=2,
    ),
    "picture.unsupported": Message(
        zh="图片 {path} 的格式不能付印：{kind}",
        en="the picture {path} is of a kind that can't be printed: {kind}",
        hint_zh="请另存为 JPEG、PNG 或 TIFF（8 或 16 位）。",
        hint_en="Save it as a JPEG, PNG or TIFF of 8 or 16 bits.",
        exit=2,
    ),
    "picture.too-large": Message(
        zh="图片 {path} 太大：{width}×{height} 像素，超过 {limit} 百万像素",
        en="the picture {path} is too large: {width}×{height} pixels, over {limit} million",
        hint_zh="请缩小后再用；整版图片 450 ppi 也只需约 6600 万像素。",
        hint_en="Scale it down; a whole page at 450 ppi needs some 66 million pixels.",
        exit=2,
    ),
    "picture.low-resolution": Message(
        zh="第 {page} 版的图片 {path} 在版面上只有 {ppi} ppi，建议不低于 {wanted} ppi",
        en="the picture {path} on page {page} has only {ppi} ppi at its size; {wanted} ppi are advised",
        hint_zh="换用更大的原图，或把图片缩小、少裁一些。",
        hint_en="Use a larger original, place it smaller, or crop less.",
        why_zh="像素不足，印出来发虚，斜线出现锯齿。",
        why_en="With too few pixels the print looks soft and slanted edges show steps.",
    ),
    "picture.very-low-resolution": Message(
        zh="第 {page} 版的图片 {path} 在版面上只有 {ppi} ppi，低于下限 {least} ppi，不能付印",
        en="the picture {path} on page {page} has only {ppi} ppi at its size, under the limit of {least} ppi",
        hint_zh="换用更大的原图，或把图片缩小、少裁一些。",
        hint_en="Use a larger original, place it smaller, or crop less.",
        why_zh="像素太少，印出来能看见一个个方块。",
        why_en="With so few pixels the print shows them as squares.",
    ),
}
