"""Messages of tables."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "table.unclosed": Message(
        zh="表格的 {fence} 没有结束，直到文末都当作表格",
        en="the table that {fence} opens does not end; everything after it was taken for rows",
        hint_zh="在最后一行数据之后另起一行写 {fence}。",
        hint_en="Write {fence} on a line of its own after the last row.",
        exit=2,
    ),
    "table.empty": Message(
        zh="表格没有数据",
        en="the table has no rows",
        hint_zh="设置之后写一行 ---，再一行一行写数据；或用 file: 指一个 CSV 文件。",
        hint_en="Write --- after the settings, then the rows; or name a CSV file with file:.",
        exit=2,
    ),
    "table.two-sources": Message(
        zh="表格既用了文件 {file}，又自己写了数据",
        en="the table has rows of its own beside those of the file {file}",
        hint_zh="只留一处。",
        hint_en="Keep one of them.",
        exit=2,
    ),
    "table.missing-file": Message(
        zh="找不到表格文件 {file}{near_zh}",
        en="there is no table file {file}{near_en}",
        hint_zh="文件放在本期的 tables 文件夹里（{place}），或写明期内的路径。",
        hint_en="Put the file into the issue's folder tables ({place}), or give a path within the issue.",
        exit=3,
    ),
    "table.row-length": Message(
        zh="这一行有 {count} 格，表格有 {columns} 列",
        en="this row has {count} cells, the table has {columns} columns",
        hint_zh="空格子也要写逗号；格子里的逗号要加引号；合并的格子写 < 或 ^。",
        hint_en="Empty cells need their commas, commas inside a cell quotes; joined cells are written < or ^.",
        exit=2,
    ),
    "table.too-many-columns": Message(
        zh="表格有 {count} 列，最多 {most} 列",
        en="the table has {count} columns; the most is {most}",
        hint_zh="看看是不是少了换行，或分成几个表。",
        hint_en="Look for a missing line end, or make several tables of it.",
        exit=2,
    ),
    "table.unclosed-quote": Message(
        zh="这个引号没有另一半，格子没有结束",
        en="this quote has no partner: the cell does not end",
        hint_zh="补上引号；格子里的引号写成两个。",
        hint_en="Add its partner; a quote inside a quoted cell is written twice.",
        exit=2,
    ),
    "table.after-quote": Message(
        zh="引号后面还有文字“{text}”，不知道属于哪一格",
        en="“{text}” stands behind the closing quote and belongs to no cell",
        hint_zh="整格放进引号，或去掉引号。",
        hint_en="Put the whole cell into quotes, or take them away.",
        exit=2,
    ),
    "table.nothing-to-join": Message(
        zh="这里的 {mark} 没有可以合并的格子",
        en="this {mark} has no cell to be joined to",
        hint_zh="< 合并到左边一格，^ 合并到上面一格；要印这个字符就写 \\{mark}。",
        hint_en="< joins to the cell on the left, ^ to the one above; to print the character write \\{mark}.",
        exit=2,
    ),
    "table.unknown-look": Message(
        zh="版式的 tables 里没有“{name}”，有：{names}",
        en="the layout's tables have no “{name}”; there are: {names}",
        hint_zh="改用版式里有的名称，或不写 look。",
        hint_en="Use a name the layout has, or leave look out.",
        exit=2,
    ),
    "table.unknown-style": Message(
        zh="版式没有样式“{name}”，表格的这一列用不上它",
        en="the layout has no style “{name}” for this column of the table",
        hint_zh="改用版式里有的样式名。",
        hint_en="Use the name of a style the layout has.",
        exit=2,
    ),
    "table.too-wide": Message(
        zh="表格需要 {needed} 字宽，只有 {room} 字",
        en="the table needs {needed} 字 of width and has {room}",
        hint_zh="少一列、缩短文字，或让表格跨几栏（across）。",
        hint_en="Take a column away, shorten texts, or let the table span columns (across).",
        why_zh="列缩到最窄还排不下，格子会互相压住。",
        why_en="Even at their narrowest the columns do not fit, and cells would run into one another.",
    ),
    "table.cell-too-wide": Message(
        zh="“{text}”比它的列宽 {over} 字",
        en="“{text}” is {over} 字 wider than its column",
        hint_zh="加宽这一列，或缩短文字。",
        hint_en="Widen the column or shorten the text.",
    ),
    "table.no-room": Message(
        zh="表格跨第 {columns} 栏，高 {lines} 行，版位 {slot} 放不下",
        en="the table across columns {columns} is {lines} lines high and finds no room in slot {slot}",
        hint_zh="少几行，换栏数，或换大一些的版位。",
        hint_en="Take rows away, change its columns, or give the slot more room.",
    ),
    "table.vertical": Message(
        zh="竖排的版位里不能排表格",
        en="a table cannot stand in a vertical slot",
        hint_zh="把表格放进横排的版位。",
        hint_en="Put the table into a horizontal slot.",
    ),
    "table.mixed-digits": Message(
        zh="这一列混用全角和半角数字，数位对不齐",
        en="this column mixes full-width and half-width digits, which do not line up",
        hint_zh="统一用半角。",
        hint_en="Use half-width digits throughout.",
    ),
}
