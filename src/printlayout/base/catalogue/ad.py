"""Messages of ads and of pages that come ready."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "ad.missing": Message(
        zh="找不到广告文件 {file}{near_zh}",
        en="there is no ad file {file}{near_en}",
        hint_zh="文件放在本期的 ads 文件夹里（{place}），或写明期内的路径。",
        hint_en="Put the file into the issue's folder ads ({place}), or give a path within the issue.",
        exit=3,
    ),
    "ad.outside": Message(
        zh="广告位 {slot} 超出净纸",
        en="the ad slot {slot} reaches beyond the trimmed sheet",
        hint_zh="改小或移动它；要出血的整版用版面的 pdf。",
        hint_en="Make it smaller or move it; a full page with bleed is the page's pdf.",
        exit=2,
    ),
    "ad.empty": Message(
        zh="第 {page} 版的广告位 {slot} 空着",
        en="the ad slot {slot} on page {page} is empty",
        hint_zh="在 issue.yaml 这一版的 ads 里写上广告文件，或换一个没有这个广告位的版式。",
        hint_en="Name a file under ads of that page in issue.yaml, or take a layout without the slot.",
    ),
    "ad.ready-and-more": Message(
        zh="第 {page} 版是整版成品（pdf），不能再放 {key}",
        en="page {page} comes ready (pdf) and takes no {key}",
        hint_zh="去掉 {key}，或去掉 pdf。",
        hint_en="Take out {key} or pdf.",
        exit=2,
    ),
    "ad.unreadable": Message(
        zh="广告 {file} 读不出来：{reason}",
        en="the ad {file} cannot be read: {reason}",
        hint_zh="多半是没有传完或已损坏，请广告公司重新传送。",
        hint_en="It was probably cut short or is damaged; ask for it again.",
        exit=2,
    ),
    "ad.encrypted": Message(
        zh="广告 {file} 加了密，不能付印",
        en="the ad {file} is encrypted and cannot be printed",
        hint_zh="请广告公司给不加密的 PDF。",
        hint_en="Ask for a PDF without encryption.",
        why_zh="PDF/X 不许加密；制版机打不开。",
        why_en="PDF/X forbids encryption; plate-making cannot open the file.",
    ),
    "ad.no-page": Message(
        zh="广告 {file} 没有第 {page} 页，只有 {count} 页",
        en="the ad {file} has no page {page}; it has {count}",
        hint_zh="改正 page。",
        hint_en="Correct page.",
    ),
    "ad.size": Message(
        zh="广告 {file} 的尺寸是 {size} mm（{box}），广告位 {slot} 是 {want} mm",
        en="the ad {file} measures {size} mm ({box}), its slot {slot} {want} mm",
        hint_zh="请广告公司按尺寸重做；或用 fit: contain 缩放，或用 box 另选一个框。",
        hint_en="Ask for the right size; or scale it with fit: contain, or choose another box.",
        why_zh="尺寸不对的广告不是裁掉一边，就是留一道白。",
        why_en="An ad of another size loses an edge or leaves a white strip.",
    ),
    "ad.turned": Message(
        zh="广告 {file} 是横竖颠倒的：{size} mm（{box}），广告位 {slot} 是 {want} mm",
        en="the ad {file} lies on its side: {size} mm ({box}), its slot {slot} is {want} mm",
        hint_zh="请广告公司转正后重新传送。",
        hint_en="Ask for it upright.",
    ),
    "ad.distorted": Message(
        zh="广告 {file} 由 {size} mm 拉伸成广告位 {slot} 的 {want} mm，会变形",
        en="the ad {file} is stretched from {size} mm to {want} mm of slot {slot} and looks distorted",
        hint_zh="用 fit: contain，或请广告公司按尺寸重做。",
        hint_en="Use fit: contain, or ask for the right size.",
    ),
    "ad.no-bleed": Message(
        zh="整版成品 {file} 的出血只有 {has} mm，要 {want} mm",
        en="the ready page {file} has {has} mm of bleed; {want} mm are wanted",
        hint_zh="请对方带出血重新输出，并写上 BleedBox。",
        hint_en="Ask for it with bleed and a BleedBox.",
    ),
    "ad.hidden-layers": Message(
        zh="广告 {file} 有隐藏的图层，放进版面后会显出来",
        en="the ad {file} has hidden layers that would show on the page",
        hint_zh="请广告公司删掉隐藏的图层，重新输出。",
        hint_en="Ask for it without hidden layers.",
    ),
    "ad.breaks": Message(
        zh="广告 {file} 不合 {standard} 或印刷条件：{what_zh}（{check}）",
        en="the ad {file} breaks {standard} or the limits of the press: {what_en} ({check})",
        hint_zh="请广告公司改正后重新输出；确要照登，在广告位写 accept: warn。",
        hint_en="Ask for a corrected file; to print it all the same, put accept: warn at its slot.",
        why_zh="版面里只要有一处不合标准，整版就不合标准。",
        why_en="A page is no better than the worst thing on it.",
    ),
    "ad.unclaimed": Message(
        zh="第 {page} 版照登了不合标准的广告，付印文件不标 {standard}",
        en="page {page} carries an ad that breaks the standard, so its press file does not claim {standard}",
        hint_zh="送厂前同印厂说好，或换来合格的广告再生成。",
        hint_en="Agree it with the plant, or build again with a sound ad.",
        why_zh="标了 PDF/X 而实际不合，印厂就会照它的话印，出错没人发觉。",
        why_en="A file that claims PDF/X and breaks it is trusted by the plant, and nobody looks again.",
    ),
}
