"""What commands say beside findings."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "cli.error": Message("错误", "error"),
    "cli.warning": Message("警告", "warning"),
    "cli.info": Message("提示", "note"),
    "cli.hint": Message("建议：", "hint: "),
    "cli.exit": Message("出错时的退出码：{exit}", "exit code if it is an error: {exit}"),
    "cli.edition": Message(
        "{edition}：自己的版 {own}；与{others}共用 {shared}",
        "{edition}: pages of its own {own}; shared with {others} {shared}",
    ),
    "cli.page": Message("[{done}/{total}] {stem}", "[{done}/{total}] {stem}"),
    "cli.fit-good": Message(
        "第 {page} 版 {slot}：{story} 排好，{lines} 行，余 {free} 行",
        "page {page} {slot}: {story} set, {lines} lines, {free} free",
    ),
    "cli.fit-over": Message(
        "第 {page} 版 {slot}：{story} 多 {over} 行（{characters} 字）{ways}",
        "page {page} {slot}: {story} is {over} lines over ({characters} characters) {ways}",
    ),
    "cli.serve-at": Message("在浏览器里打开 {url}（Ctrl-C 结束）", "open {url} in a browser (Ctrl-C ends it)"),
    "cli.serve-set": Message("重排了第 {pages} 版", "set again: page {pages}"),
    "cli.serve-stopped": Message("结束了", "stopped"),
    "cli.wrote-press": Message("付印文件 {file}", "press file {file}"),
    "cli.wrote-proof": Message("样张，打开来看 {file}", "proof, to look at {file}"),
    "cli.ordered": Message("已排好次序 {file}", "keys in order {file}"),
    "cli.would-order": Message("次序要改 {file}", "keys out of order {file}"),
    "cli.sum-contact": Message("全期一览", "all pages"),
    "cli.sum-pages": Message("版 | 内容 | 情况 | 错误 | 警告", "page | section | state | errors | warnings"),
    "cli.sum-sound": Message("可付印", "sound"),
    "cli.sum-unsound": Message("有错误", "has errors"),
    "cli.sum-findings": Message(" | 位置 | 问题和建议 | 代码", " | place | what is wrong and what to do | code"),
    "cli.sum-none": Message("没有问题。", "Nothing to tell."),
    "cli.sum-more": Message("还有 {count} 项。", "{count} more."),
    "cli.wrote": Message("写好 {file}", "wrote {file}"),
    "cli.checked": Message("检查通过，共 {count} 版", "all good, {count} page(s) checked"),
    "cli.no-code": Message(
        "没有 {code} 这个代码；相近的有：{near}", "there is no code {code}; near it: {near}", exit=2
    ),
    "cli.no-style": Message(
        "版式 {layout} 里没有样式 {style}",
        "layout {layout} has no style {style}",
        "可用的样式：{names}",
        "Styles there are: {names}",
        exit=2,
    ),
    "cli.bad-set": Message("--set 要写成 KEY=VALUE，不是 {text}", "--set takes KEY=VALUE, not {text}", exit=2),
    "cli.bad-measure": Message(
        "--measure 要写成长度，如 20字、60mm、180pt，不是 {text}",
        "--measure takes a length such as 20字, 60mm, 180pt, not {text}",
        exit=2,
    ),
    "cli.galley-input": Message(
        "要么给出稿件文件，要么给出 --text",
        "give either a story file or --text",
        exit=2,
    ),
    "cli.licences-packages": Message("Python 包 {count} 个", "{count} Python packages"),
    "cli.licences-fonts": Message("字款 {count} 个", "{count} faces"),
    "cli.no-story": Message("找不到稿件 {file}", "there is no story {file}", exit=2),
}
