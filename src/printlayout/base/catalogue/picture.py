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
    "picture.caption-ground": Message(
        zh="压图图说的底色 {ink} 不深不浅，黑字白字都看不清",
        en="the ground {ink} of words over a picture is neither dark nor light: black words and white ones read badly",
        hint_zh="用深一些的底色（反白）或浅得多的底色（黑字）。",
        hint_en="Take a darker ground, for white words, or a much lighter one, for black words.",
    ),
    "picture.no-bleed": Message(
        zh="图片要出血，纸张没有出血量",
        en="a picture is bled off the page, and the sheet has no bleed",
        hint_zh="在版式的 sheet 里写 bleed: 3mm。",
        hint_en="Give the layout's sheet a bleed: 3mm.",
        why_zh="裁切总有偏差，没有出血的图片裁后会露白边。",
        why_en="Trimming is never exact; without bleed a white edge shows.",
        exit=2,
    ),
    "picture.bleed-inside": Message(
        zh="图片不在版面{side_zh}边，不能向那一边出血",
        en="the picture does not stand at the {side_en} edge of the page and cannot be bled there",
        hint_zh="左、右出血的图片要占首栏、末栏；上、下出血的要在版心首行、末行。",
        hint_en="To the left or right it takes the first or last column; to the top or bottom, the first or last line.",
        exit=2,
    ),
    "picture.bleed-words": Message(
        zh="图片向下出血，图说就没有地方排在图下",
        en="the picture is bled off the foot of the page, where its words would stand",
        hint_zh="写 words: 压图 或 words: 图旁。",
        hint_en="Write words: over or words: beside.",
        exit=2,
    ),
    "picture.empty-group": Message(
        zh="组图里一张图片也没有",
        en="there is no picture in the group",
        hint_zh="在 group 里列出图片，或者去掉它。",
        hint_en="List pictures under group, or take it out.",
        exit=2,
    ),
    "picture.group-and-file": Message(
        zh="组图不能另有 {key}：每张图片各写各的",
        en="a group has no {key} of its own: it belongs to each picture",
        hint_zh="把 {key} 写到 group 里的图片上。",
        hint_en="Write {key} with a picture of the group.",
        exit=2,
    ),
    "picture.no-outline": Message(
        zh="图片 {path} 没有透明背景，取不出轮廓，按方图排",
        en="the picture {path} has no transparent ground and so no outline: it is set as a rectangle",
        hint_zh="换用去背的 PNG 或 TIFF（带透明通道），或给图片位置改用 circle、rect。",
        hint_en="Use a cut-out as PNG or TIFF with transparency, or give the place another shape.",
    ),
    "picture.no-room": Message(
        zh="图说占满了图片的位置，图片 {path} 没有地方",
        en="the words fill the place of the picture {path} and leave it no room",
        hint_zh="给图片位置多一些行或栏，或删短图说。",
        hint_en="Give the place more lines or columns, or shorten the caption.",
    ),
    "picture.caption-narrow": Message(
        zh="图说只有 {measure} 字宽，会排得松散：{text}",
        en="the caption is only {measure} 字 wide and will be set loose: {text}",
        hint_zh="组图改用 captions: 合并，或让图片宽一些。",
        hint_en="Take captions: common for the group, or make the picture wider.",
        why_zh="窄于 6 字的行里，一个长词就会撑开字距。",
        why_en="In lines of under 6 字 a single long word spreads the characters.",
    ),
}
