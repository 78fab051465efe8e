"""Messages of sign-off, release and imposition."""

from __future__ import annotations

from printlayout.base.messages import Message

_WHY_ZH = "签过的版就是要上机的版；签后又变，印出来的就不是责任人看过的那一版。"
_WHY_EN = "What was signed is what goes on the press; a page that changes afterwards is not the one somebody read."

MESSAGES: dict[str, Message] = {
    "release.record": Message(
        zh="签版记录 {file} 读不了，签版、发版和生成都停住",
        en="the record {file} cannot be read; signing, release and building stop",
        hint_zh="这个文件由程序写，不要手改；请从备份或版本库恢复。",
        hint_en="The program writes this file; restore it from a backup or from version control.",
        exit=2,
    ),
    "release.no-press-file": Message(
        zh="第 {page} 版没有付印文件 {file}",
        en="page {page} has no press file {file}",
        hint_zh="先运行 printlayout build；付印文件在别处时用 --out 指明。",
        hint_en="Run printlayout build first; if press files lie elsewhere, say so with --out.",
        exit=3,
    ),
    "release.sign-faulty": Message(
        zh="第 {page} 版有错，不能签",
        en="page {page} has errors and cannot be signed",
        hint_zh="改正上面的错误，重新生成后再签。",
        hint_en="Correct the errors above, build again, then sign.",
    ),
    "release.not-current": Message(
        zh="第 {page} 版的付印文件 {file} 不是本期现在的稿件和版式做出来的",
        en="the press file {file} of page {page} is not what the issue gives now",
        hint_zh="重新运行 printlayout build，看过新文件再签。",
        hint_en="Run printlayout build again, read the new file, then sign.",
        why_zh="签版要能说清这个文件是由什么做成的。",
        why_en="A signature says what the file was made of.",
    ),
    "release.already": Message(
        zh="第 {page} 版已由 {by} 于 {when} 签过，文件没有变",
        en="page {page} was signed by {by} at {when} already; the file is the same",
        hint_zh="不用再签。",
        hint_en="Nothing to do.",
    ),
    "release.signed-other": Message(
        zh="第 {page} 版已由 {by} 于 {when} 签过，签的是另一个文件",
        en="page {page} was signed by {by} at {when}, and that was another file",
        hint_zh="要改签：printlayout unsign --page {page} --reason …，重新生成后再签。",
        hint_en="To sign the new one: printlayout unsign --page {page} --reason …, build, then sign.",
        why_zh=_WHY_ZH,
        why_en=_WHY_EN,
    ),
    "release.not-signed-yet": Message(
        zh="第 {page} 版没有签过，无从撤签",
        en="page {page} is not signed: there is nothing to take back",
        hint_zh="用 printlayout status 看各版的状态。",
        hint_en="See printlayout status for where every page stands.",
    ),
    "release.no-reason": Message(
        zh="撤签要写明理由",
        en="taking back a signature needs a reason",
        hint_zh="用 --reason 写明，如 --reason 更正标题。",
        hint_en='Give one with --reason, such as --reason "headline corrected".',
        exit=2,
    ),
    "release.signed-changed": Message(
        zh="第 {page} 版已由 {by} 于 {when} 签过，此后有改动：{changed}；付印文件不动",
        en="page {page} was signed by {by} at {when} and has changed since: {changed}; its press file stays",
        hint_zh="确要改：printlayout unsign --page {page} --reason …，重新生成后再签；不改就恢复这些文件。",
        hint_en="To change it: printlayout unsign --page {page} --reason …, build, sign; or restore those files.",
        why_zh=_WHY_ZH,
        why_en=_WHY_EN,
    ),
    "release.changed-since": Message(
        zh="第 {page} 版 {when} 签过之后又有改动：{changed}；发出的是签过的那个文件",
        en="page {page} has changed since it was signed at {when}: {changed}; what goes out is the signed file",
        hint_zh="要发新的：先撤签，重新生成、再签、再发。",
        hint_en="To send the new one: unsign, build, sign and release again.",
    ),
    "release.unsigned": Message(
        zh="第 {page} 版没有签，整期不发",
        en="page {page} is not signed; nothing of the issue goes out",
        hint_zh="签了再发；先发签过的版用 --page 指明。",
        hint_en="Sign it; to send signed pages ahead, name them with --page.",
        why_zh="少一版或错一版的报纸不能出门。",
        why_en="A paper with a page missing or wrong does not leave the house.",
    ),
    "release.unsigned-page": Message(
        zh="第 {page} 版没有签，不能发",
        en="page {page} is not signed and cannot go out",
        hint_zh="先运行 printlayout sign --page {page}。",
        hint_en="Run printlayout sign --page {page} first.",
    ),
    "release.not-the-signed": Message(
        zh="第 {page} 版的付印文件 {file} 不是 {by} 于 {when} 签的那个",
        en="the press file {file} of page {page} is not the one {by} signed at {when}",
        hint_zh="重新运行 printlayout build 恢复签过的文件；若内容确已改，先撤签再签。",
        hint_en="Build again to restore the signed file; if the page was meant to change, unsign it and sign again.",
        why_zh=_WHY_ZH,
        why_en=_WHY_EN,
    ),
    "release.name-taken": Message(
        zh="第 {page} 版要用的名字 {file} 已经发过另一个文件",
        en="another file has gone out under the name {file} already, which page {page} wants",
        hint_zh="换一个文件夹，或在 issue.yaml 的 release.pattern 里换一个名字（如加版本号），并通知印厂。",
        hint_en="Use another folder or another release.pattern in issue.yaml (a version in it), and tell the plant.",
        why_zh="同名的两个文件，印厂分不清哪个是新的。",
        why_en="Of two files under one name nobody at the plant knows which is the newer.",
    ),
    "release.one-name": Message(
        zh="第 {page} 版和第 {other} 版发出的名字不能用：{name}",
        en="pages {page} and {other} would go out under a name that cannot be used: {name}",
        hint_zh="release.pattern 要能分清各版，且不能以点开头。",
        hint_en="The release.pattern must tell pages apart and not begin with a full stop.",
        exit=2,
    ),
    "release.other-issue": Message(
        zh="{file} 是另一期的清单，或不是清单",
        en="{file} is another issue's manifest, or none at all",
        hint_zh="每一期用自己的文件夹：--to …",
        hint_en="Give every issue a folder of its own: --to …",
        exit=2,
    ),
    "release.page-gone": Message(
        zh="第 {page} 版已由 {by} 于 {when} 签过，本期里却没有这一版了",
        en="page {page} was signed by {by} at {when}, but the issue has no such page any more",
        hint_zh="是误删就恢复，否则撤签。",
        hint_en="Restore it if that was a mistake; otherwise unsign it.",
    ),
    "release.says-signed": Message("第 {page} 版已签：{file}", "page {page} signed: {file}"),
    "release.says-unsigned": Message("第 {page} 版已撤签：{reason}", "page {page} unsigned: {reason}"),
    "release.says-sent": Message("第 {page} 版已发 {file}", "page {page} released: {file}"),
    "release.says-there": Message("第 {page} 版早已发出 {file}", "page {page} was there already: {file}"),
    "release.says-head": Message(
        "版次\t版名\t付印文件\t错误\t警告\t溢出\t签版\t发版",
        "page\tsection\tpress file\terrors\twarnings\toverset\tsigned\treleased",
    ),
    "release.says-no": Message("—", "-"),
    "release.says-built-current": Message("已生成", "built"),
    "release.says-built-old": Message("不是现在的", "out of date"),
    "release.says-overset": Message("{lines} 行 {characters} 字", "{lines} lines, {characters} characters"),
    "release.says-sign-signed": Message("{when} {by}", "{when} {by}"),
    "release.says-sign-changed": Message("签后有改 {when} {by}", "changed since {when} {by}"),
    "release.says-sign-lost": Message("文件不是签的 {when} {by}", "not the file signed {when} {by}"),
    "release.says-out-released": Message("{file}", "{file}"),
    "release.says-out-old": Message("已发旧的 {file}", "an older one: {file}"),
}
