"""Messages of page make-up."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "layout.overset": Message(
        zh="{story} 排不下：多 {lines} 行（{characters} 字），从“{text}”起溢出版位 {slot}",
        en="{story} does not fit slot {slot}: {lines} lines over ({characters} characters), from “{text}” on",
        hint_zh="{ways_zh}",
        hint_en="{ways_en}",
        why_zh="排不下的文字不会悄悄丢掉：样张上有红色标记，付印文件不输出。",
        why_en="Text is never dropped silently: the proof shows a red mark and no press file is written.",
    ),
    "layout.fitted": Message(
        zh="{story} 为排满版位 {slot} 作了调整：{done_zh}",
        en="{story} was changed to fit slot {slot}: {done_en}",
        hint_zh="这些在版式的 fit 里允许；不要就减小它们的限度。",
        hint_en="The layout's fit allows it; lower its limits if you do not want it.",
    ),
    "layout.jump-empty": Message(
        zh="{story} 在前面已经排完，没有文字转到版位 {slot}",
        en="{story} ends before it reaches slot {slot}: there is nothing to continue there",
        hint_zh="从 continued 里去掉它，或减小前一版的版位。",
        hint_en="Take it out of continued, or give it a smaller slot on the page before.",
        why_zh="“下转第N版”下面空着，读者找不到下文。",
        why_en="A reader sent to another page must find the rest of the story there.",
    ),
    "layout.underfull": Message(
        zh="{story} 填不满版位 {slot}：各栏下面空 {lines} 行",
        en="{story} does not fill slot {slot}: {lines} lines stay empty under every column",
        hint_zh="{ways_zh}",
        hint_en="{ways_en}",
        why_zh="栏底留白像版面开了天窗。",
        why_en="White below the columns looks like a hole in the page.",
    ),
    "layout.not-level": Message(
        zh="{story} 在版位 {slot} 的栏底不齐，差 {lines} 行",
        en="the columns of {story} in slot {slot} do not end level: {lines} lines short",
        hint_zh="{ways_zh}",
        hint_en="{ways_en}",
        why_zh="多栏文字只允许末栏略短（R57）；调整小标题空行也没能拉齐。",
        why_en="Only the last column may be short (R57); space at sub-headings could not level them.",
    ),
    "layout.picture-unplaced": Message(
        zh="{story} 的这张图片在版位 {slot} 里没有位置",
        en="this picture of {story} has no place in slot {slot}",
        hint_zh="在版式的 pictures 里加一个位置，或从稿件里去掉它。",
        hint_en="Add a place under the slot's pictures, or take the picture out of the story.",
        why_zh="图片不会悄悄丢掉。",
        why_en="No picture is dropped silently.",
    ),
    "layout.picture-outside": Message(
        zh="图片位置超出版位 {slot}",
        en="a picture place reaches outside slot {slot}",
        hint_zh="减小 line 或 lines，columns 从版位的第一栏数起。",
        hint_en="Lower line or lines; columns count from the slot's first column.",
    ),
    "layout.quote-too-high": Message(
        zh="引语要 {needed} 行，位置只有 {lines} 行",
        en="the pull quote needs {needed} lines, its place has {lines}",
        hint_zh="删几个字，或加高 quotes 里的位置。",
        hint_en="Cut some words, or give its place under quotes more lines.",
    ),
    "layout.no-place": Message(
        zh="{story} 有 {part}，版式没有给它样式",
        en="{story} has a {part}, but the layout has no style for it",
        hint_zh="在版位的 head 里写上 {part}: 样式名。",
        hint_en="Give the slot's head a line “{part}: style name”.",
    ),
    "layout.headline-broken": Message(
        zh="标题在最小字号 {size} 点也排不进一行，已自动断行：{text}",
        en="the headline does not fit its width even at {size} pt and was broken like text: {text}",
        hint_zh="缩短标题，用全角空格标出可断之处，或在 sizes 里加更小的字号。",
        hint_en="Shorten it, mark a break with a full-width space, or add a smaller size to sizes.",
        why_zh="标题只在全角空格处断行；在别处断开可能断破词句。",
        why_en="A headline breaks only at a full-width space; elsewhere it may break its sense.",
    ),
    "layout.furniture-too-small": Message(
        zh="文字排不进它的位置：{text}",
        en="the text is too high for its place: {text}",
        hint_zh="加高位置，或用小一些的字号。",
        hint_en="Give it more height or a smaller size.",
    ),
    "layout.head-too-wide": Message(
        zh="{story} 的竖题比它的栏宽，会压到旁边的文字",
        en="the vertical headline group of {story} is wider than its columns and would run into the text",
        hint_zh="给 head 多一些 columns，或用小一些的字号。",
        hint_en="Give the head more columns or a smaller size.",
    ),
}
