"""What changed between two versions of pages, in words."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "change.nothing": Message(
        zh="{file} 里没有可比较的版：既没有 issue.yaml，也没有 PDF",
        en="there is nothing to compare in {file}: neither issue.yaml nor a PDF",
        hint_zh="给出本期文件夹、build 的输出文件夹，或一个 PDF。",
        hint_en="Name an issue's folder, the output folder of build, or a PDF.",
        exit=2,
    ),
    "change.unreadable": Message(
        zh="{file} 读不了：{reason}",
        en="{file} cannot be read: {reason}",
        hint_zh="看看文件是否完整、是否加了密码；中断的传输要重来。",
        hint_en="See whether the file is whole and without a password; fetch it again if a transfer broke off.",
        exit=2,
    ),
    "change.record": Message(
        zh="样本记录 {file} 读不了：{reason}",
        en="the golden's record {file} cannot be read: {reason}",
        hint_zh="从版本库恢复它；或删掉它，用 --accept 重新认可。",
        hint_en="Restore it from version control, or delete it and accept the pages anew with --accept.",
        exit=2,
    ),
    "change.not-golden": Message(
        zh="{file} 不是样本文件夹，没有写进去",
        en="{file} is not a golden's folder: nothing was written to it",
        hint_zh="--accept 只写新的、空的，或由它写过的文件夹（里面有 golden.json）。",
        hint_en="--accept writes to a folder that is new, empty, or was written by it (there is a golden.json).",
        exit=2,
    ),
    "change.faulty": Message(
        zh="{pages} 有错误，不能认可为样本",
        en="{pages} has errors and cannot be accepted as golden",
        hint_zh="先用 printlayout check 看问题，改好再认可。",
        hint_en="See printlayout check for what is wrong, mend it, then accept.",
        why_zh="样本是以后每次比较的根据；不能付印的版不该是根据。",
        why_en="A golden is what every later version is held against; one that must not be printed cannot be that.",
    ),
    "change.says-same": Message("{name}：相同", "{name}: the same"),
    "change.says-alike": Message("{name}：文件不同，看不出差别", "{name}: other bytes, no difference to be seen"),
    "change.says-new": Message("{name}：新增", "{name}: new"),
    "change.says-gone": Message("{name}：没有了", "{name}: gone"),
    "change.says-changed": Message(
        "{name}：有改动，{count} 项，画面 {places} 处", "{name}: changed, {count} in words, {places} place(s) in pixels"
    ),
    "change.says-only-pixels": Message(
        "只有画面不同（{places} 处，{permille}‰）", "only the picture differs ({places} place(s), {permille}‰)"
    ),
    "change.says-all": Message(
        "改动 {changed} 版，新增 {new} 版，减少 {gone} 版，未变 {same} 版",
        "{changed} page(s) changed, {new} new, {gone} gone, {same} unchanged",
    ),
    "change.says-missing": Message("{name}：没有做成，不能比较", "{name}: could not be made, and not be compared"),
    "change.says-accepted": Message("已认可 {count} 版，存在 {file}", "accepted {count} page(s) in {file}"),
    "change.says-page": Message("版面", "page"),
    "change.says-furniture": Message("版面元素", "furniture"),
    "change.says-of-story": Message("{where}（{story}）", "{where} ({story})"),
    "change.says-and": Message("、", ", "),
    "change.says-left": Message("左移 {by} 毫米", "{by} mm to the left"),
    "change.says-right": Message("右移 {by} 毫米", "{by} mm to the right"),
    "change.says-up": Message("上移 {by} 毫米", "{by} mm up"),
    "change.says-down": Message("下移 {by} 毫米", "{by} mm down"),
    "change.says-sheet": Message("版面尺寸由 {old} 改为 {new} 毫米", "sheet {old} → {new} mm"),
    "change.says-kicker": Message("引题", "kicker"),
    "change.says-headline": Message("主题", "headline"),
    "change.says-deck": Message("副题", "deck"),
    "change.says-byline": Message("署名", "byline"),
    "change.says-body": Message("正文", "body"),
    "change.says-subhead": Message("小标题", "sub-heading"),
    "change.says-caption": Message("图说", "caption"),
    "change.says-credit": Message("图片署名", "credit"),
    "change.says-story-new": Message(
        "{slot} 新增稿件 {story}，{lines} 行", "{slot}: new story {story}, {lines} line(s)"
    ),
    "change.says-story-gone": Message(
        "{slot} 撤下稿件 {story}，{lines} 行", "{slot}: story {story} taken out, {lines} line(s)"
    ),
    "change.says-story-moved": Message("稿件 {story} 由 {old} 移到 {new}", "story {story} moved from {old} to {new}"),
    "change.says-story-replaced": Message("{slot} 换稿：{old} → {new}", "{slot}: story {old} replaced by {new}"),
    "change.says-text-new": Message("{where} 新增“{text}”", "{where}: new “{text}”"),
    "change.says-text-gone": Message("{where} 去掉“{text}”", "{where}: taken out “{text}”"),
    "change.says-text-other": Message(
        "{where} 换了文字：“{old}” → “{new}”", "{where}: another text, “{old}” → “{new}”"
    ),
    "change.says-text-changed": Message(
        "{where} 改字：“{old}” → “{new}”（…{before}【{new}】{after}…）",
        "{where}: “{old}” → “{new}” (…{before}[{new}]{after}…)",
    ),
    "change.says-text-added": Message(
        "{where} 加字：“{new}”（…{before}【{new}】{after}…）", "{where}: added “{new}” (…{before}[{new}]{after}…)"
    ),
    "change.says-text-removed": Message(
        "{where} 删字：“{old}”（…{before}【】{after}…）", "{where}: removed “{old}” (…{before}[]{after}…)"
    ),
    "change.says-text-more": Message("{where} 还有 {count} 处改字", "{where}: {count} more edits"),
    "change.says-lines-less": Message(
        "{where} 由 {old} 行变为 {new} 行，少 {by} 行", "{where}: {old} → {new} lines, {by} lost"
    ),
    "change.says-lines-more": Message(
        "{where} 由 {old} 行变为 {new} 行，多 {by} 行", "{where}: {old} → {new} lines, {by} more"
    ),
    "change.says-size": Message("{where} 字号 {old} → {new}", "{where}: {old} → {new}"),
    "change.says-face": Message("{where} 字体 {old} → {new}", "{where}: face {old} → {new}"),
    "change.says-ink": Message("{where} 颜色 {old} → {new}", "{where}: ink {old} → {new}"),
    "change.says-broken": Message(
        "{where} 文字未变，{count} 行断行不同", "{where}: the same text, {count} line(s) broken otherwise"
    ),
    "change.says-spaced": Message(
        "{where} 文字未变，{count} 行位置或疏密不同",
        "{where}: the same text, {count} line(s) placed or spaced otherwise",
    ),
    "change.says-moved": Message("{where} {way}", "{where}: {way}"),
    "change.says-picture": Message("{slot} 图片 {name}", "{slot} picture {name}"),
    "change.says-picture-new": Message("{slot} 新增图片 {name}", "{slot}: new picture {name}"),
    "change.says-picture-gone": Message("{slot} 撤下图片 {name}", "{slot}: picture {name} taken out"),
    "change.says-picture-replaced": Message("{slot} 换图：{old} → {new}", "{slot}: picture {old} replaced by {new}"),
    "change.says-picture-other": Message("{slot} 图片 {name} 换了内容", "{slot}: picture {name} is another picture"),
    "change.says-picture-cropped": Message("{slot} 图片 {name} 裁法不同", "{slot}: picture {name} cropped otherwise"),
    "change.says-picture-sized": Message(
        "{slot} 图片 {name} 由 {old} 改为 {new} 毫米", "{slot}: picture {name} {old} → {new} mm"
    ),
    "change.says-drawn": Message(
        "线条和底色：去掉 {gone} 件，新增 {more} 件", "rules and areas: {gone} taken out, {more} new"
    ),
}
