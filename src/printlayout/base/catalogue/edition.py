"""Messages of the area edition: what editions replace, and which pages they share."""

from __future__ import annotations

from printlayout.base.messages import Message

_NEAR = {"hint_zh": "{near_zh}本期里有的：{names}。", "hint_en": "{near_en}The issue has: {names_en}."}

MESSAGES: dict[str, Message] = {
    "edition.own-name": Message(
        zh="有了别的版本，本期自己是哪个版本却没有写。",
        en="There are further editions, but it is not said which one the issue itself is.",
        hint_zh="写上 edition: 本埠（或别的名称）。",
        hint_en="Write edition: and its name.",
        exit=2,
    ),
    "edition.code": Message(
        zh="版本代码“{name}”不能用在文件名里。",
        en="The edition code “{name}” cannot stand in file names.",
        hint_zh="用一个字母开头的字母和数字，如 wb；给读者看的名称写在 name 里。",
        hint_en="Use letters and digits that begin with a letter, such as wb; the name readers see goes into name.",
        exit=2,
    ),
    "edition.name-twice": Message(
        zh="版本名“{name}”第 {line} 行已经用了。",
        en="The edition name “{name}” is taken on line {line}.",
        hint_zh="各版本的名称要不同。",
        hint_en="Give every edition a name of its own.",
        exit=2,
    ),
    "edition.no-page": Message(
        zh="本期没有第 {page} 版，“{edition}”无从替换。",
        en="The issue has no page {page} that “{edition}” could replace.",
        hint_zh="版本只能替换本期有的版：{names}。通版照写两个版次。",
        hint_en="An edition replaces pages that the issue has: {names}. A spread is written with both its folios.",
        exit=2,
    ),
    "edition.page-twice": Message(
        zh="第 {page} 版在这个版本里已经写过（第 {line} 行）。",
        en="Page {page} was given in this edition already (line {line}).",
        hint_zh="把两处合成一处。",
        hint_en="Put the two together.",
        exit=2,
    ),
    "edition.nothing-there": Message(
        zh="本期的 {key} 里没有“{name}”，无从替换或去掉。",
        en="The issue's {key} has no “{name}” to replace or take away.",
        **_NEAR,
        exit=2,
    ),
    "edition.unknown": Message(
        zh="没有版本“{name}”。",
        en="There is no edition “{name}”.",
        hint_zh="{near_zh}有：{names}。",
        hint_en="{near_en}There are: {names_en}.",
        exit=2,
    ),
}
