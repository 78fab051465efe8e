"""Messages of the area font."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    # The catalogue file.
    "font.catalogue-missing": Message(
        zh="字体目录 {file} 无法读取：{reason}",
        en="The font catalogue {file} cannot be read: {reason}",
        hint_zh="检查路径和权限；文件须为 UTF-8 编码。",
        hint_en="Check its path and permissions; the file must be UTF-8.",
        exit=2,
    ),
    "font.catalogue-syntax": Message(
        zh="字体目录不是合法的 YAML：{reason}",
        en="The font catalogue is not valid YAML: {reason}",
        hint_zh="检查该处的缩进、冒号和引号。",
        hint_en="Check indentation, colons and quotes at that place.",
        exit=2,
    ),
    "font.catalogue-value": Message(
        zh="字体目录中 {key} 应为{expected_zh}",
        en="In the font catalogue, {key} must be {expected_en}",
        hint_zh="写法见 fonts/README.md。",
        hint_en="fonts/README.md shows how to write it.",
        exit=2,
    ),
    "font.catalogue-key": Message(
        zh="字体目录的 {place} 中没有 {key} 这一项",
        en="The font catalogue has no key {key} in {place}",
        hint_zh="可用：{known}。",
        hint_en="Known: {known}.",
        exit=2,
    ),
    "font.catalogue-twice": Message(
        zh="字体名“{name}”同时属于“{other}”和“{family}”",
        en='The font name "{name}" belongs to both "{other}" and "{family}"',
        hint_zh="从其中一个字族的 names 中删去它。",
        hint_en="Take it out of the names of one of the two.",
        exit=2,
    ),
    "font.catalogue-fallback": Message(
        zh="字族“{family}”的 fallback 里有未知的字族“{name}”",
        en='The family "{family}" falls back to an unknown family "{name}"',
        hint_zh="在字体目录中加入该字族，或从 fallback 中删去。",
        hint_en="Add that family to the catalogue or take it out of fallback.",
        exit=2,
    ),
    # Faces a layout names.
    "font.family": Message(
        zh="字体目录中没有字族“{family}”",
        en='The font catalogue has no family "{family}"',
        hint_zh="{near_zh}现有字族：{known}。",
        hint_en="{near_en}There are: {known}.",
        exit=2,
    ),
    "font.weight": Message(
        zh="字族“{family}”没有字重 {weight}",
        en='The family "{family}" has no weight {weight}',
        hint_zh="现有字重：{weights}；要用别的字重代替，在字体目录中写 instead。",
        hint_en="There are: {weights}. To take another weight for it, say so under instead in the catalogue.",
        why_zh="悄悄换用别的字重会改变版面而无人知晓。",
        why_en="Another weight taken silently changes the page without anyone knowing.",
        exit=2,
    ),
    "font.missing": Message(
        zh="字体 {face} 尚未安装",
        en="The font {face} is not installed",
        hint_zh="运行 printlayout fonts install。",
        hint_en="Run printlayout fonts install.",
        exit=3,
    ),
    "font.missing-file": Message(
        zh="字体 {face} 的文件 {file} 不存在",
        en="The file {file} of the font {face} is not there",
        hint_zh="把文件放到字体目录旁边，或改正目录中的 file。",
        hint_en="Put the file beside the catalogue, or correct file in the catalogue.",
        exit=3,
    ),
    "font.hash": Message(
        zh="字体 {face} 的文件 {file} 与字体目录登记的不一致（实际 sha256：{sha256}）",
        en="The file {file} of the font {face} is not the one the catalogue names (its sha256 is {sha256})",
        hint_zh="取回原来的文件（随程序的字体：printlayout fonts install）；确要更换字体，改目录中的 sha256。",
        hint_en="Restore the file (a packaged font: printlayout fonts install), or, if the change is meant, "
        "put the new sha256 into the catalogue.",
        why_zh="字体不同，字宽和字形就不同，同一份稿件会排出不同的版面。",
        why_en="Another font has other widths and forms: the same copy would give another page.",
        exit=3,
    ),
    "font.unpinned": Message(
        zh="字体 {face} 没有登记 sha256，换了文件也无从得知",
        en="The font {face} has no sha256 in the catalogue: a changed file would go unnoticed",
        hint_zh="在字体目录中加上 sha256: {sha256}",
        hint_en="Add to the catalogue: sha256: {sha256}",
    ),
    "font.unreadable": Message(
        zh="字体 {face} 的文件 {file} 不是可用的字体",
        en="The file {file} of the font {face} is not a usable font",
        hint_zh="需要 TTF、OTF、TTC 或 OTC 文件；woff 和 woff2 须先转换；字体集的 index 从 0 数起。",
        hint_en="It must be TTF, OTF, TTC or OTC; convert woff and woff2 first; index counts a collection from 0.",
        exit=3,
    ),
    "font.instance": Message(
        zh="可变字体 {face} 没有名为“{instance}”的实例",
        en='The variable font {face} has no instance named "{instance}"',
        hint_zh="现有实例：{known}。",
        hint_en="There are: {known}.",
        exit=2,
    ),
    "font.axis": Message(
        zh="字体 {face} 的轴 {axis} 不能取 {value}",
        en="The axis {axis} of the font {face} cannot be {value}",
        hint_zh="现有的轴及范围：{known}。",
        hint_en="Axes and their ranges: {known}.",
        exit=2,
    ),
    "font.embedding": Message(
        zh="字体 {face} 不允许把字形嵌入 PDF（OS/2 fsType 为 {fstype}）",
        en="The font {face} may not be embedded in a PDF with its outlines (OS/2 fsType is {fstype})",
        hint_zh="向字体厂商取得允许嵌入的版本，或换用别的字体。",
        hint_en="Get a version from its foundry that permits embedding, or use another font.",
        why_zh="付印 PDF 必须嵌入全部字体；字体文件声明禁止嵌入，或只许嵌入点阵。",
        why_en="A press PDF embeds all its fonts; this one says that it may not be embedded, or as bitmaps only.",
    ),
    "font.subsetting": Message(
        zh="字体 {face} 只许整套嵌入，不许抽取用到的字（OS/2 fsType 为 {fstype}）",
        en="The font {face} may be embedded whole only, not as a subset (OS/2 fsType is {fstype})",
        hint_zh="向字体厂商取得允许子集嵌入的版本，或换用别的字体。",
        hint_en="Get a version from its foundry that permits subsetting, or use another font.",
        why_zh="整套嵌入一款中文字体会使每个版面的文件增大十几兆，本程序只嵌入用到的字。",
        why_en="A whole Chinese font adds some ten megabytes to every page; this program embeds used glyphs only.",
    ),
    # Installation.
    "font.npm-missing": Message(
        zh="找不到 npm，无法取得 {package}",
        en="npm is not found; {package} cannot be fetched",
        hint_zh="安装 Node.js（其中含 npm）后再运行 printlayout fonts install。",
        hint_en="Install Node.js, which brings npm, and run printlayout fonts install again.",
        exit=3,
    ),
    "font.network": Message(
        zh="连不上软件包服务器，{package} 没有取到：{reason}",
        en="No connection to the package registry; {package} was not fetched: {reason}",
        hint_zh="检查网络和 npm 的 registry、proxy 设置后重试；已取到的字体不会重新下载。",
        hint_en="Check the network and npm's registry and proxy settings, then try again; what has been fetched stays.",
        exit=3,
    ),
    "font.download": Message(
        zh="没有取到 {package}：{reason}",
        en="{package} was not fetched: {reason}",
        hint_zh="核对字体目录中的包名和版本，或稍后重试。",
        hint_en="Check the package's name and version in the catalogue, or try again later.",
        exit=3,
    ),
    "font.package-file": Message(
        zh="{package} 中没有文件 {file}",
        en="{package} has no file {file}",
        hint_zh="改正字体目录中的 file 或 version。",
        hint_en="Correct file or version in the catalogue.",
        exit=3,
    ),
    "font.cache": Message(
        zh="字体缓存 {folder} 无法写入：{reason}",
        en="The font cache {folder} cannot be written: {reason}",
        hint_zh="检查磁盘空间和权限，或用环境变量 PRINTLAYOUT_CACHE 指定别处。",
        hint_en="Check disc space and permissions, or name another folder in PRINTLAYOUT_CACHE.",
        exit=3,
    ),
    "font.unknown": Message(
        zh="字体目录中没有“{name}”",
        en='The font catalogue has no "{name}"',
        hint_zh="写字族名或“字族-字重”；printlayout fonts list 列出全部。",
        hint_en="Name a family or family-weight; printlayout fonts list shows them all.",
        exit=2,
    ),
    # What `printlayout fonts` says.
    "font.says-family": Message(zh="{family}（{names}）  {licence}", en="{family} ({names})  {licence}"),
    "font.says-face": Message(zh="  {weight}  {state}  {source}", en="  {weight}  {state}  {source}"),
    "font.says-there": Message(zh="已安装", en="installed"),
    "font.says-absent": Message(zh="未安装", en="not installed"),
    "font.says-instead": Message(zh="  {asked} → {taken}", en="  {asked} → {taken}"),
    "font.says-working": Message(zh="[{done}/{total}] {name}", en="[{done}/{total}] {name}"),
    "font.says-installed": Message(
        zh="字体齐备：{count} 款，在 {folder}", en="All {count} fonts are there, in {folder}"
    ),
    "font.says-sound": Message(zh="{count} 款字体与目录一致", en="{count} fonts are as the catalogue names them"),
}
