"""What ``serve`` says."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "serve.open-to-all": Message(
        "{host} 不只是本机：网络上能连到这台机器的人都看得到这一期。",
        "{host} is not this machine alone: whoever can reach it over the network can see the issue.",
        "只给自己看就不写 --host。给同事看，只在信得过的网络里用。",
        "For yourself alone leave --host out. For colleagues use it in a network you trust only.",
        "没有口令，也不加密。",
        "There is no password, and nothing is encrypted.",
    ),
    "serve.no-address": Message(
        "用不了 {host} 的 {port} 端口：{reason}",
        "{host} port {port} can't be used: {reason}",
        "也许已有一个 serve 在运行。换一个端口（--port 0 由系统选），或先结束那一个。",
        "Maybe another serve is running. Take another port (--port 0 lets the system choose), or end that one first.",
        "一个端口同时只能有一个程序用。",
        "A port can be used by one program at a time.",
        exit=2,
    ),
    "serve.bug": Message(
        "排这一期时程序出了错：{reason}（{place}）",
        "the program failed over this issue: {reason} ({place})",
        "这是程序的缺陷，请报告。撤销刚才的改动，版面就会恢复；预览没有停。",
        "This is a bug, please report it. Undo what you typed last and the page comes back; the preview goes on.",
        "稿件写成什么样，程序都不该停。",
        "Whatever a story says, the program must not fail.",
        exit=70,
    ),
}
