"""Messages of the area press."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "press.icc-missing": Message(
        zh="找不到印刷条件的 ICC 文件 {path}",
        en="there is no ICC file {path} for the press profile",
        hint_zh="icc 的路径从印刷条件文件所在的文件夹算起。",
        hint_en="The path of icc starts from the folder of the press profile.",
        exit=3,
    ),
    "press.icc-unfit": Message(
        zh="ICC 文件 {path} 不能作输出特性文件：{reason_zh}",
        en="the ICC file {path} can't be the output profile: {reason_en}",
        hint_zh="向印厂要 CMYK 输出特性文件（prtr 类，ICC v2），或用自带的 newsprint、coated。",
        hint_en="Ask the printer for a CMYK output profile (class prtr, ICC v2), or use newsprint or coated.",
        why_zh="图片按它转换，PDF 里也嵌入它；不合标准的文件会被制版拒收。",
        why_en="Pictures are converted by it and it goes into the PDF; plate-making refuses one that is unfit.",
        exit=2,
    ),
    "press.order": Message(
        zh="{low} 大于 {high}",
        en="{low} is above {high}",
        hint_zh="改其中一个；不写的按新闻纸的默认值。",
        hint_en="Change one of them; what isn't written is as for newsprint.",
        exit=2,
    ),
}
