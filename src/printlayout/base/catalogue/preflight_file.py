"""Messages of the checks on finished PDF files, ours or another's. ``{where_…}`` names the page or object."""

from __future__ import annotations

from printlayout.base.messages import Message

_AGAIN_ZH, _AGAIN_EN = "请对方按印刷标准重新输出。", "Have it exported again for the press standard."

FILE_MESSAGES: dict[str, Message] = {
    "preflight.file-unreadable": Message(
        "PDF 打不开：{reason}", "the PDF can't be opened: {reason}",
        "请重新传送或重新输出这个文件。", "Transfer or export the file again.", exit=2,
    ),
    "preflight.file-header": Message(
        "文件开头不是 %PDF-1.x", "the file does not begin with %PDF-1.x",
        "去掉文件头前面的字节，或重新输出。", "Take out what stands before the header, or export it again.",
        "版本号必须从第 0 字节开始。", "The version must stand at byte 0.",
    ),
    "preflight.file-binary": Message(
        "文件头后面缺少二进制注释", "there is no binary comment after the header", _AGAIN_ZH, _AGAIN_EN,
        "没有它，有的传送软件会把文件当文本改坏。", "Without it some transfers take the file for text and spoil it.",
    ),
    "preflight.file-version": Message(
        "PDF 版本 {found} 高于 {standard} 允许的 {most}", "PDF {found} is above {most}, the most {standard} allows",
        "输出时选较低的版本。", "Choose a lower version when exporting.",
        "RIP 可能不认识新版本的内容。", "A RIP may not know what newer versions hold.",
    ),
    "preflight.file-end": Message(
        "文件不以 %%EOF 结束", "the file does not end with %%EOF",
        "文件可能不完整，请重新传送。", "It may be incomplete: transfer it again.",
        "半个文件在 RIP 上可能只印出半版。", "Half a file may print half a page.",
    ),
    "preflight.file-xref": Message(
        "文件结构有损坏：{reason}", "the file's structure is damaged: {reason}", _AGAIN_ZH, _AGAIN_EN,
        "需要修复才能读的文件，不同的 RIP 会修出不同的结果。", "What must be repaired, RIPs repair differently.",
    ),
    "preflight.file-encrypted": Message(
        "文件加了密", "the file is encrypted", "去掉密码和权限后重新输出。", "Export it without password and rights.",
        "印厂的 RIP 不能解密。", "The plant's RIP can't decrypt it.",
    ),
    "preflight.file-id": Message(
        "文件没有标识 ID", "the file has no ID", _AGAIN_ZH, _AGAIN_EN,
        "标准要求每个文件有一对 ID，流程靠它区分新旧。", "The standard asks for a pair of IDs; workflows go by them.",
    ),
    "preflight.file-filter": Message(
        "{where_zh} 用了不许用的压缩 {filter}", "{where_en} uses the filter {filter}, which is not allowed",
        _AGAIN_ZH, _AGAIN_EN, "LZW 一律不许用；X-1a 也不许用 JBIG2、JPX。",
        "LZW never is; X-1a allows neither JBIG2 nor JPX.",
    ),
    "preflight.file-external": Message(
        "{where_zh} 的数据在文件外面", "the data of {where_en} lies outside the file", _AGAIN_ZH, _AGAIN_EN,
        "付印文件必须自成一体。", "A press file must be complete in itself.",
    ),
    "preflight.file-compressed": Message(
        "文件用了对象流或交叉引用流", "the file uses object streams or a cross-reference stream",
        "输出为 PDF 1.4。", "Export it as PDF 1.4.", "PDF/X-1a 是 PDF 1.4，没有这些结构。",
        "PDF/X-1a is PDF 1.4, which has none.",
    ),
    "preflight.file-unchecked": Message(
        "{where_zh} 没能检查：{reason}", "{where_en} could not be checked: {reason}",
        "请人工核对这一处。", "Look at it yourself.",
        "没有检查过的不算合格。", "What was not checked does not count as good.",
    ),
    "preflight.page-no-box": Message(
        "{where_zh} 没有 {box}", "{where_en} has no {box}", _AGAIN_ZH, _AGAIN_EN,
        "没有成品框，拼版不知道版面在哪里。", "Without it imposition does not know where the page is.",
    ),
    "preflight.page-two-boxes": Message(
        "{where_zh} 同时有 TrimBox 和 ArtBox", "{where_en} has both TrimBox and ArtBox", "去掉 ArtBox。",
        "Take ArtBox out.", "标准只许有一个，否则不知道以谁为准。", "The standard allows one: two may disagree.",
    ),
    "preflight.page-boxes": Message(
        "{where_zh} 的 {inner} 超出 {outer}", "{inner} of {where_en} reaches outside {outer}", _AGAIN_ZH, _AGAIN_EN,
        "各框必须一层套一层：MediaBox、BleedBox、TrimBox。", "Boxes lie in each other: MediaBox, BleedBox, TrimBox.",
    ),
    "preflight.page-key": Message(
        "{where_zh} 有 {key}", "{where_en} has {key}", "去掉 {key}。", "Take {key} out.",
        "缩放单位、旋转、裁剪框会让 RIP 和看到的不一样。",
        "Units, turns and crops make the RIP differ from the screen.",
    ),
    "preflight.font-embedded": Message(
        "字体 {font} 没有嵌入（{where_zh}）", "the font {font} is not embedded ({where_en})",
        "输出时嵌入全部字体。", "Embed all fonts when exporting.",
        "没有嵌入的字体会被替换，文字会变样或丢字。",
        "A font that is not there is substituted; text changes or is lost.",
    ),
    "preflight.font-type": Message(
        "字体 {font} 的类型与嵌入的程序不符：{found}", "the type of font {font} does not fit its program: {found}",
        _AGAIN_ZH, _AGAIN_EN, "RIP 会按错误的格式读字体。", "A RIP reads the program in the wrong form.",
    ),
    "preflight.font-broken": Message(
        "字体 {font} 的程序读不出来：{reason}", "the program of font {font} can't be read: {reason}",
        _AGAIN_ZH, _AGAIN_EN, "读不出来的字体会被替换。", "A font that can't be read is substituted.",
    ),
    "preflight.font-glyph": Message(
        "字体 {font} 缺少用到的字形：{codes}", "the font {font} lacks glyphs that are used: {codes}",
        _AGAIN_ZH, _AGAIN_EN, "缺的字会印成空白或方框。", "They would print blank or as boxes.",
    ),
    "preflight.font-blank": Message(
        "字体 {font} 里这些字的字形是空的：{codes}", "the font {font} has empty outlines for {codes}",
        _AGAIN_ZH, _AGAIN_EN, "字在文件里，印出来却是空白。", "The text is in the file but prints blank.",
    ),
    "preflight.font-width": Message(
        "字体 {font} 声明的字宽与程序不符：{codes}", "widths of font {font} disagree with its program: {codes}",
        _AGAIN_ZH, _AGAIN_EN, "相差超过千分之一字，各家 RIP 排出的位置不同。",
        "Beyond 1/1000 em, RIPs place the text differently.",
    ),
    "preflight.font-vertical": Message(
        "字体 {font} 声明的竖排字距与程序不符：{codes}",
        "vertical metrics of font {font} disagree with its program: {codes}",
        _AGAIN_ZH, _AGAIN_EN, "W2、DW2 相差超过千分之一字，竖排的字上下错位或不居中。",
        "W2 or DW2 beyond 1/1000 em: RIPs set vertical text too tight, too loose or off its middle.",
    ),
    "preflight.font-unicode": Message(
        "字体 {font} 的这些字不能还原为文字：{codes}", "what these codes of font {font} say is not told: {codes}",
        _AGAIN_ZH, _AGAIN_EN, "不能查找、复制，也没法核对版面文字。", "The text can't be searched, copied or checked.",
    ),
    "preflight.font-rights": Message(
        "字体 {font} 的授权不许嵌入（fsType {fstype}）", "the font {font} forbids embedding (fsType {fstype})",
        "换用许可嵌入的字体。", "Use a font that may be embedded.", "标准要求字体授权允许嵌入。",
        "The standard asks for fonts whose rights allow embedding.",
    ),
    "preflight.font-cidmap": Message(
        "字体 {font} 的 CIDToGIDMap 不对", "CIDToGIDMap of font {font} is missing or out of place",
        _AGAIN_ZH, _AGAIN_EN, "它只属于 CIDFontType2，那里必须有；否则 RIP 会取错字。",
        "It belongs to CIDFontType2 alone and must be there; otherwise a RIP takes the wrong glyphs.",
    ),
    "preflight.font-cidset": Message(
        "字体 {font} 的 CIDSet 没有包括用到的字：{codes}", "CIDSet of font {font} leaves out codes in use: {codes}",
        "去掉 CIDSet，或重新输出。", "Take CIDSet out, or export it again.", "不全的 CIDSet 会让检查和 RIP 以为缺字。",
        "With an incomplete one, checkers and RIPs believe glyphs to be missing.",
    ),
    "preflight.colour-rgb": Message(
        "{where_zh} 用了 RGB 颜色（{what}）", "{where_en} uses RGB colour ({what})",
        "换成 CMYK 再输出。", "Convert it to CMYK.",
        "RGB 怎样变成四色由各家 RIP 决定，黑字会变成四色黑。",
        "Each RIP turns RGB into inks its own way; black text becomes four inks.",
    ),
    "preflight.colour-managed": Message(
        "{where_zh} 用了 {what}，PDF/X-1a 不许用", "{where_en} uses {what}, which PDF/X-1a does not allow",
        "转换为 CMYK 后输出。", "Convert it to CMYK.", "X-1a 只有 CMYK、灰和专色，没有与设备无关的颜色。",
        "X-1a knows CMYK, grey and spots, no device-independent colour.",
    ),
    "preflight.colour-output": Message(
        "{where_zh} 的 CMYK 特性文件就是输出特性文件", "the CMYK profile of {where_en} is the output profile itself",
        "直接用 DeviceCMYK。", "Use DeviceCMYK.", "标准不许这样：有的 RIP 会再转换一次，单黑变四色。",
        "Not allowed: some RIPs convert it once more, and black alone becomes four inks.",
    ),
    "preflight.colour-spot": Message(
        "{where_zh} 用了专色 {spot}，这台印刷机没有", "{where_en} uses the spot ink {spot}, which the press has not",
        "改成四色，或用印专色的印刷配置。", "Turn it into process inks, or use a press profile with spots.",
        "没有人印的专色版会丢掉内容。", "A plate that nobody prints loses what is on it.",
    ),
    "preflight.flat-coverage": Message(
        "{where_zh} 有 {area} 平方毫米的墨量是 {coverage}%，超过 {limit}%",
        "{where_en} has {area} mm² with {coverage} % of ink, over the limit of {limit} %",
        "减少颜色里的青、品红、黄。", "Take cyan, magenta and yellow back.",
        "新闻纸吸不了这么多墨，会蹭脏。", "Newsprint can't take so much ink; it sets off.",
    ),
    "preflight.intent-count": Message(
        "应当正好有一个 GTS_PDFX 输出意图，这里有 {count} 个",
        "there must be exactly one GTS_PDFX output intent, not {count}",
        _AGAIN_ZH, _AGAIN_EN, "没有它，就不知道颜色是为哪种印刷做的。",
        "Without it nobody knows which printing the colours are for.",
    ),
    "preflight.intent-condition": Message(
        "输出意图缺少 {key}", "the output intent lacks {key}", _AGAIN_ZH, _AGAIN_EN,
        "印刷条件要有登记的名称。", "The printing condition goes by its registered name.",
    ),
    "preflight.intent-profile": Message(
        "输出特性文件不合用：{reason_zh}", "the output profile will not do: {reason_en}",
        "换用印厂给的 CMYK 输出特性文件。", "Use the CMYK output profile the plant gave.",
        "X-4 必须嵌入输出类（prtr）的 CMYK 特性文件。", "X-4 embeds a CMYK profile of class prtr.",
    ),
    "preflight.meta-identification": Message(
        "文件自称 {found}，应当是 {standard}", "the file calls itself {found}; it must be {standard}",
        _AGAIN_ZH, _AGAIN_EN, "印厂按这个标识决定怎样处理文件。", "The plant decides by it how to treat the file.",
    ),
    "preflight.meta-xmp": Message(
        "XMP 元数据有问题：{reason_zh}", "the XMP metadata will not do: {reason_en}", _AGAIN_ZH, _AGAIN_EN,
        "标准要求有可以直接读出的 XMP，内容齐全。", "The standard asks for complete XMP that can be read as it stands.",
    ),
    "preflight.meta-info": Message(
        "文件信息缺少 {key}", "the file's information lacks {key}", _AGAIN_ZH, _AGAIN_EN,
        "标准要求有标题和日期。", "The standard asks for title and dates.",
    ),
    "preflight.meta-differs": Message(
        "文件信息和 XMP 里的 {key} 不同：{info} / {xmp}", "{key} differs between Info and XMP: {info} / {xmp}",
        _AGAIN_ZH, _AGAIN_EN, "两处必须一致，不然不知道信谁。", "They must agree; nobody knows which to believe.",
    ),
    "preflight.meta-trapped": Message(
        "Trapped 是 {found}，应当是名称 True 或 False", "Trapped is {found}; it must be the name True or False",
        _AGAIN_ZH, _AGAIN_EN, "印厂要知道补漏白做过没有。", "The plant must know whether traps are in.",
    ),
    "preflight.transparency": Message(
        "{where_zh} 用了透明（{what}），PDF/X-1a 不许用",
        "{where_en} uses transparency ({what}), which PDF/X-1a does not allow",
        "拼合透明后输出，或用 PDF/X-4。", "Flatten it, or use PDF/X-4.", "X-1a 的 RIP 不会处理透明，会印错。",
        "RIPs for X-1a do not know it and print something else.",
    ),
    "preflight.blend-mode": Message(
        "{where_zh} 用了不认识的混合模式 {mode}", "{where_en} uses the unknown blend mode {mode}", _AGAIN_ZH, _AGAIN_EN,
        "只有标准规定的混合模式结果才一致。", "Only standard modes come out the same everywhere.",
    ),
    "preflight.group-colour": Message(
        "{where_zh} 有透明，但页面没有 DeviceCMYK 的透明组",
        "{where_en} has transparency but no page group in DeviceCMYK",
        _AGAIN_ZH, _AGAIN_EN, "混合在哪种颜色里算，结果不同。",
        "Blending comes out differently in another colour space.",
    ),
    "preflight.black-knocks-out": Message(
        "{where_zh} 的黑字没有设叠印（{what}）", "black text of {where_en} does not overprint ({what})",
        "黑色文字设为叠印（op true、OPM 1、DeviceCMYK）。", "Let black text overprint (op true, OPM 1, DeviceCMYK).",
        "套印差一点，挖空的黑字就露白边。", "With plates slightly out, knocked-out black text shows white edges.",
    ),
    "preflight.white-overprints": Message(
        "{where_zh} 的白色设了叠印，会消失", "white of {where_en} overprints and would vanish", "白色设为挖空。",
        "Let white knock out.", "叠印的白色什么也不印，屏幕上却看得见。",
        "Overprinting white prints nothing, though screens show it.",
    ),
    "preflight.active": Message(
        "{where_zh} 有动作或脚本（{what}）", "{where_en} has an action or script ({what})", "去掉它。", "Take it out.",
        "付印文件里不许有会动的东西。", "Nothing in a press file may act.",
    ),
    "preflight.annotation": Message(
        "{where_zh} 在出血范围内有批注 {kind}", "{where_en} has an annotation ({kind}) inside the bleed",
        "去掉批注。", "Take it out.", "有的 RIP 会把批注印出来。", "Some RIPs print it.",
    ),
    "preflight.opi": Message(
        "{where_zh} 有 OPI 替换标记", "{where_en} has OPI comments", "嵌入高精度图片后输出。",
        "Export it with the fine pictures inside.",
        "印厂没有那些替换用的图片。", "The plant has not got the pictures it points to.",
    ),
    "preflight.postscript": Message(
        "{where_zh} 是 PostScript", "{where_en} is PostScript", _AGAIN_ZH, _AGAIN_EN,
        "PDF 里的 PostScript 印出来不可预料。", "PostScript inside PDF prints unpredictably.",
    ),
    "preflight.reference": Message(
        "{where_zh} 引用别的文件", "{where_en} refers to another file", _AGAIN_ZH, _AGAIN_EN, "付印文件必须自成一体。",
        "A press file must be complete in itself.",
    ),
    "preflight.alternate-image": Message(
        "{where_zh} 有替代图片",
        "{where_en} has alternate images", _AGAIN_ZH, _AGAIN_EN, "印出来的可能不是看到的那张。",
        "What prints may not be what was seen.",
    ),
    "preflight.transfer": Message(
        "{where_zh} 有传递函数（{what}）", "{where_en} has a transfer function ({what})", _AGAIN_ZH, _AGAIN_EN,
        "它会改变网点，让印厂的补偿失效。", "It changes the dots and spoils the plant's compensation.",
    ),
    "preflight.halftone": Message(
        "{where_zh} 规定了网点的相位（HTP）", "{where_en} sets a halftone phase (HTP)", _AGAIN_ZH, _AGAIN_EN,
        "加网由印厂决定。", "Screening is the plant's affair.",
    ),
    "preflight.attachment": Message(
        "{where_zh} 带有附件，PDF/X-1a 不许有", "{where_en} carries an attached file, which PDF/X-1a does not allow",
        "去掉附件。", "Take it out.", "X-1a 里没有附件。", "X-1a knows none.",
    ),
    "preflight.layers": Message(
        "{where_zh} 有图层，PDF/X-1a 不许有", "{where_en} has layers, which PDF/X-1a does not allow",
        "合并图层后输出。",
        "Flatten the layers.", "哪一层印、哪一层不印，RIP 不一定知道。", "A RIP may not know which to print.",
    ),
    "preflight.image-too-coarse": Message(
        "{where_zh} 的图片只有 {ppi} ppi，低于下限 {least} ppi",
        "the picture of {where_en} has {ppi} ppi, under the limit of {least}",
        "换用更大的原图，或缩小。", "Use a larger original, or place it smaller.",
        "印出来能看见一个个方块。", "The print shows its pixels as squares.",
    ),
    "preflight.image-coarse": Message(
        "{where_zh} 的图片只有 {ppi} ppi，建议不低于 {least} ppi",
        "the picture of {where_en} has {ppi} ppi; {least} are advised",
        "换用更大的原图，或缩小。", "Use a larger original, or place it smaller.", "印出来发虚。",
        "The print looks soft.",
    ),
}  # fmt: skip
