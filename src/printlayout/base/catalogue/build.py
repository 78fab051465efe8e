"""Messages of the build as a whole."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "build.kept-old": Message(
        zh="第 {page} 版有错，没有输出付印文件；{file} 是以前的文件，不是这一次的",
        en="page {page} has errors and got no press file; {file} is from an earlier build",
        hint_zh="改正后重新生成，不要把旧文件送出。",
        hint_en="Correct the page and build again; do not send the old file.",
        why_zh="付印目录里最后一个好文件留着备用，但它不含这一次的改动。",
        why_en="The last good file is kept as a reserve, but it does not hold the latest changes.",
    ),
    "build.write": Message(
        zh="写不了文件 {file}：{reason}",
        en="cannot write {file}: {reason}",
        hint_zh="检查磁盘空间和文件夹权限。",
        hint_en="Check disk space and folder permissions.",
        exit=2,
    ),
    "build.bug": Message(
        zh="程序内部错误：{reason}",
        en="internal error: {reason}",
        hint_zh="这是 printlayout 的缺陷，不是稿件的错；请把 {file} 连同本期文件夹交给开发者。",
        hint_en="This is a bug in printlayout, not in your copy; please send {file} and the issue's folder to us.",
        exit=70,
    ),
}
