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
    "build.read": Message(
        zh="读不了文件 {file}：{reason}",
        en="cannot read {file}: {reason}",
        hint_zh="文件在检查之后被移走、改名，或没有权限；放回去再做一次。",
        hint_en="It was moved, renamed or locked after it had been checked; put it back and run again.",
        exit=3,
    ),
    "build.worker-died": Message(
        zh="做第 {page} 版的进程中途死了，单独再做一次也一样；没有这一版的付印文件",
        en="the process that made page {page} died, and again when it was made by itself; the page got no press file",
        hint_zh="多半是内存不够（系统会杀掉占用最多的进程）：用 --jobs 1，或换一台内存大的机器；"
        "如果不是，请把本期文件夹交给开发者。",
        hint_en="Most often memory ran out (the system kills what uses most): use --jobs 1, or a machine with more; "
        "if it did not, please send us the issue's folder.",
        why_zh="其他各版不受影响，已照常做完。",
        why_en="The other pages are not touched by it and were made as usual.",
        exit=70,
    ),
    "build.bug": Message(
        zh="程序内部错误：{reason}",
        en="internal error: {reason}",
        hint_zh="这是 printlayout 的缺陷，不是稿件的错；请把 {file} 连同本期文件夹交给开发者。",
        hint_en="This is a bug in printlayout, not in your copy; please send {file} and the issue's folder to us.",
        exit=70,
    ),
}
