"""Messages of the area pdf."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "pdf.no-profile": Message(
        zh="付印设定“{press}”没有输出特性文件，不能声明 {standard}",
        en="the press profile {press} has no output profile, so no file can claim {standard}",
        hint_zh="在付印设定里写 icc: 印刷厂给的 .icc 文件，或用自带的设定 newsprint。",
        hint_en="Give the printer's .icc file as icc: in the press profile, or use the shipped profile newsprint.",
        why_zh="没有输出特性文件，印厂就不知道这些油墨数值是为哪种印刷条件算的。",
        why_en="Without an output profile the plant cannot know which printing condition the inks were meant for.",
        exit=3,
    ),
    "pdf.profile-unreadable": Message(
        zh="读不了输出特性文件 {file}：{reason}",
        en="cannot read the output profile {file}: {reason}",
        hint_zh="核对付印设定里 icc 的路径。",
        hint_en="Check the path icc: in the press profile.",
        exit=3,
    ),
    "pdf.profile-unfit": Message(
        zh="{file} 不能作输出特性文件：{reason_zh}",
        en="{file} cannot be the output profile: {reason_en}",
        hint_zh="向印刷厂要本条件的 CMYK 输出特性文件（ICC，类别 prtr）。",
        hint_en="Ask the printer for the CMYK output profile of the condition (ICC, class prtr).",
        exit=2,
    ),
    "pdf.picture-not-cmyk": Message(
        zh="{standard} 只许 CMYK 和灰度图片：{path} 是 RGB",
        en="{standard} takes CMYK and grey pictures only: {path} is RGB",
        hint_zh="改用 X-4，或在付印设定里给出输出特性文件，图片就会转换。",
        hint_en="Use X-4, or give the press profile its output profile so that pictures are converted.",
    ),
    "pdf.rich-black": Message(
        zh="{size} 点的文字用了多色黑“{ink}”；{least} 点以下的黑字只能用单黑",
        en="text of {size} pt is in the rich black {ink}; below {least} pt black text is black ink alone",
        hint_zh="把这一样式的 ink 改为 black。",
        hint_en="Make the ink of this style black.",
        why_zh="套印稍有不准，细小的黑字就会带上色边，读不清。",
        why_en="When plates are slightly out of register, small black text gets coloured edges and is hard to read.",
    ),
    "pdf.spot-as-process": Message(
        zh="印刷厂（{press}）不印专色，“{spot}”用它的 CMYK 替代色印",
        en="the press {press} prints no spot inks: {spot} is printed by its CMYK alternate",
        hint_zh="若本报确印专色，在付印设定里写 spots: true。",
        hint_en="If the press does print it, say spots: true in the press profile.",
    ),
    "pdf.says-plates": Message(
        zh="{page}：{shares}；最多 {most} %（上限 {limit} %）",
        en="{page}: {shares}; most {most} % (limit {limit} %)",
    ),
    "pdf.placed-not-separated": Message(
        zh="置入的 {file} 里有不能分色的：{what}（对象 {object}）；色版和墨量里没有它",
        en="the placed {file} has what can't be separated: {what} (object {object}); it is on no plate",
        hint_zh="在制作这个 PDF 的程序里把它拼合或改成 CMYK，或另行看它的分色。",
        hint_en="Flatten it or turn it into CMYK where the PDF is made, or look at its separations elsewhere.",
        why_zh="置入的 PDF 原样进入付印文件；预览要把它的每个对象拆成各版，这一种拆不开。",
        why_en="A placed PDF goes into the press file untouched; for the plates each of its objects is taken apart, "
        "and this kind can't be.",
    ),
    "pdf.placed-estimated": Message(
        zh="置入的 {file} 里的 {what}（对象 {object}）没有自己的油墨，色版和墨量是估计的",
        en="{what} in the placed {file} (object {object}) has no inks of its own; its plates are estimates",
        hint_zh="请对方改成 CMYK 再发。",
        hint_en="Have it made CMYK by whoever sent it.",
        why_zh="RGB、Lab 要到制版时才变成油墨，怎样变由那里的设备决定。",
        why_en="RGB and Lab become ink on the way to the plate only, and the device there decides how.",
    ),
    "pdf.separate-pdf": Message(
        zh="{file} 是 PDF；分色预览从一期的规格做",
        en="{file} is a PDF; plates are made from an issue",
        hint_zh="给出期的文件夹，用 --page 选版。",
        hint_en="Give the issue's folder, and its page with --page.",
        exit=2,
    ),
    "pdf.spot-reserved": Message(
        zh="“{spot}”不能作专色名：它是印刷系统自用的名称",
        en="{spot} cannot be the name of a spot ink: presses use it themselves",
        hint_zh="写油墨厂的色名，如 PANTONE 485。",
        hint_en="Give the ink maker's name, such as PANTONE 485.",
        exit=2,
    ),
    "pdf.spot-differs": Message(
        zh="专色“{spot}”有两种替代色；同一块版只能有一种",
        en="the spot ink {spot} has two different alternates; one plate can have only one",
        hint_zh="两处写同样的 c、m、y、k；要淡的，写成它的百分数，如 {other} 40%。",
        hint_en="Give both the same c, m, y, k; for a lighter one use a tint, such as {other} 40%.",
        exit=2,
    ),
}
