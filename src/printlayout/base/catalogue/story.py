"""Messages of the area story: the text of stories."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "story.empty": Message(
        zh="稿件“{name}”没有正文。",
        en="Story “{name}” has no text.",
        hint_zh="正文写在第二条 --- 之后。",
        hint_en="The text goes after the second ---.",
    ),
    "story.unclosed-front-matter": Message(
        zh="稿件开头的 --- 没有结束。",
        en="The front matter that --- opens does not end.",
        hint_zh="在 headline 等各项之后另起一行写 ---。",
        hint_en="Write --- on a line of its own after headline and the other keys.",
    ),
    "story.unbalanced-strong": Message(
        zh="这里的 ** 在本段里没有配对。",
        en="This ** has no partner in its paragraph.",
        hint_zh="补上另一半，或写成 \\*\\*。",
        hint_en="Add its partner, or write \\*\\*.",
    ),
    "story.heading-level": Message(
        zh="小标题只有 ## 一级，这里是 {marks}。",
        en="Sub-headings are ##; this is {marks}.",
        hint_zh="改为 ##；标题写在开头的 headline；以 # 开头的文字写成 \\#。",
        hint_en="Make it ##; the headline goes into the front matter; write \\# for text that begins with #.",
    ),
    "story.heading-space": Message(
        zh="## 后面少一个空格，已当作小标题。",
        en="A space is missing after ##; it was taken for a sub-heading.",
        hint_zh="写成“## 小标题”。",
        hint_en="Write “## heading”.",
    ),
    "story.empty-heading": Message(
        zh="小标题没有文字。",
        en="The sub-heading has no text.",
        hint_zh="补上文字或删去这一行。",
        hint_en="Give it a text or remove the line.",
    ),
    "story.unclosed-comment": Message(
        zh="注释 <!-- 没有结束，其后的文字当作正文。",
        en="The comment <!-- does not end; what follows was kept as text.",
        hint_zh="补上 -->。",
        hint_en="Add -->.",
    ),
    "story.unsupported-markup": Message(
        zh="这里不用这种 Markdown 记号（{mark}），会原样印出。",
        en="This Markdown mark ({mark}) is not used here and will be printed as it stands.",
        hint_zh="正文只有段落、## 小标题、**重点**、列表、> 引语和表格；图片写在开头的 pictures。",
        hint_en=(
            "There are paragraphs, ## sub-headings, **strong**, lists, > pull quotes and tables; pictures go into the "
            "front matter."
        ),
    ),
    "story.control-character": Message(
        zh="有控制字符 {char}。",
        en="There is a control character {char}.",
        hint_zh="删去它。",
        hint_en="Remove it.",
    ),
    "story.replacement-character": Message(
        zh="有 {char}：转换编码时丢了字。",
        en="There is {char}: a character was lost when the text was converted.",
        hint_zh="查原稿补上这个字。",
        hint_en="Look the character up in the original.",
    ),
    "story.bidi-control": Message(
        zh="有改变文字方向的控制符 {char}。",
        en="There is a control {char} that changes the direction of text.",
        hint_zh="删去它；看到的与印出的可能不同。",
        hint_en="Remove it; what is seen may differ from what is printed.",
    ),
    "story.invisible-character": Message(
        zh="有看不见的字符 {char}。",
        en="There is an invisible character {char}.",
        hint_zh="删去它；多半是从网页粘贴来的。",
        hint_en="Remove it; it most probably came from a web page.",
    ),
    "story.unknown-mark": Message(
        zh="没有“{word}”这种标记",
        en="there is no mark “{word}”",
        hint_zh="可用：着重、专名、书名、示亡、均排 3、拼音 hàn zì；写法是 [文字]{着重}。",
        hint_en="Use dots, name, title, mourning, even 3, ruby hàn zì, as in [text]{dots}.",
        exit=1,
    ),
    "story.mark-note": Message(
        zh="“{word}”的写法不对",
        en="“{word}” is not written right",
        hint_zh="均排要写字数，如 [李荣]{均排 3}；拼音要写读音，如 [汉字]{拼音 hàn zì}；其他标记不带内容。",
        hint_en="even takes a width ([李荣]{even 3}), ruby its readings ([汉字]{ruby hàn zì}), the others nothing.",
        exit=1,
    ),
    "story.normalised": Message(
        zh="{name}：{count} 处半角标点改成了全角",
        en="{name}: {count} half-width marks were made full-width",
        hint_zh="稿件文件不变；不要改就在版式里写 normalise: 否。",
        hint_en="The file stays as it is; write normalise: no in the layout to leave marks alone.",
        why_zh="中文里的点号占一个字的位置；数字、西文、时间里的半角标点不动。",
        why_en="Marks among Chinese take an em; those in numbers, Latin words and times are left alone.",
        exit=1,
    ),
    "story.qa-nobody": Message(
        zh="写了 qa，但没有一段以“问：”“答：”或人名开头。",
        en="qa is set, but no paragraph opens with who speaks.",
        hint_zh="段首写“问：”“记者：”等；或从开头去掉 qa。",
        hint_en="Open paragraphs with “问：”, “记者：” …, or take qa away.",
    ),
    "story.qa-silent": Message(
        zh="qa 里的“{name}”没有说话。",
        en="“{name}” of qa says nothing.",
        hint_zh="查一查人名；段首写“{name}：”。",
        hint_en="Check the name; its paragraphs open with “{name}：”.",
    ),
    "story.qa-once": Message(
        zh="“{name}：”只开头一次，当作正文。",
        en="“{name}：” opens one paragraph only and was taken for text.",
        hint_zh="如果是说话的人，把人名都写进 qa: [记者, …]。",
        hint_en="If somebody speaks here, name everybody: qa: [记者, …].",
    ),
}
