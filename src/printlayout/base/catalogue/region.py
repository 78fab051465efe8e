"""Messages of regions whose slots find their own heights."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "region.cell": Message(
        zh="弹性区 {region} 的每一部分要写 slot、stack、row 中的一个",
        en="a part of region {region} has to be exactly one of slot, stack, row",
        hint_zh="写 {{slot: 版位名}}，或 {{stack: [...]}}、{{row: [...]}}。",
        hint_en="Write {{slot: name}}, or {{stack: [...]}}, or {{row: [...]}}.",
        exit=2,
    ),
    "region.columns": Message(
        zh="弹性区 {region} 里左右排的部分要写占哪几栏",
        en="a part of a row in region {region} needs its columns",
        hint_zh="写 columns: 1-5。",
        hint_en="Write columns: 1-5.",
        exit=2,
    ),
    "region.outside": Message(
        zh="弹性区 {region} 的这一部分只能占 {first}–{last} 栏",
        en="this part of region {region} may take columns {first} to {last} only",
        hint_zh="左右排的部分从左到右写，不能重叠，也不能超出它们所在的部分。",
        hint_en="Parts of a row go from left to right, do not overlap, and stay within what holds them.",
        exit=2,
    ),
    "region.twice": Message(
        zh="版位 {slot} 已经在第 {first} 行的弹性区里",
        en="slot {slot} is in a region already, on line {first}",
        hint_zh="一个版位只能放进一个弹性区一次。",
        hint_en="A slot has one place in one region.",
        exit=2,
    ),
    "region.place": Message(
        zh="版位 {slot} 在弹性区 {region} 里，不能另写 {key}",
        en="slot {slot} gets its place from region {region} and cannot have {key} of its own",
        hint_zh="去掉 {key}，或把它移出弹性区。",
        hint_en="Take {key} out, or the slot out of the region.",
        exit=2,
    ),
    "region.full": Message(
        zh="弹性区 {region} 放不下：{lines} 行装不进这些版位的最小高度",
        en="region {region} is too small: {lines} lines do not hold the least heights of its slots",
        hint_zh="减小 min，或少放一篇。",
        hint_en="Lower min, or place a story less.",
    ),
}
