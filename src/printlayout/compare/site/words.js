// Words of the page: key, Chinese, English.
const WORDS = {
  side: ["并排", "Side by side"], swipe: ["推移", "Swipe"], blink: ["闪看", "Blink"], overlay: ["叠加", "Overlay"],
  "side-long": ["旧版和新版并排", "Old and new side by side"], "swipe-long": ["左边旧版，右边新版，界线可推", "Old on the left, new on the right of a line that moves"],
  "blink-long": ["旧版和新版交替", "Old and new in turn"], "overlay-long": ["去掉的和新增的叠在一起", "What went and what came, one over the other"],
  marks: ["标出", "Marks"], "marks-long": ["标出改动所在", "Mark where changes are"],
  views: ["比较方式", "How to compare"], zooms: ["缩放", "Zoom"], settings: ["设置", "Settings"], pages: ["各版", "Pages"], page: ["版面", "Page"],
  fit: ["全版", "Fit"], width: ["页宽", "Width"], actual: ["原大", "1:1"], larger: ["放大", "Zoom in"], smaller: ["缩小", "Zoom out"],
  theme: ["明暗", "Light or dark"], language: ["English", "中文"], help: ["快捷键", "Keys"], close: ["关闭", "Close"],
  changed: ["有改动", "changed"], new: ["新增", "new"], gone: ["没有了", "gone"], same: ["相同", "the same"], alike: ["看不出差别", "looks the same"],
  "state-changed": ["改 {n} 项，画面 {p} 处", "{n} in words, {p} in pixels"],
  changes: ["改动", "Changes"], none: ["文字和图片没有改动。", "Nothing changed in words or pictures."],
  pixels: ["画面 {p} 处不同，共 {n} 像素（{m}‰）。", "{p} place(s) differ in pixels, {n} pixels in all ({m}‰)."],
  old: ["旧版", "Old"], "new-side": ["新版", "New"], "is-old": ["现在看的是旧版", "The old page is shown"], "is-new": ["现在看的是新版", "The new page is shown"],
  "nothing-same": ["这一版两边相同，没有可看的差别。", "This page is the same on both sides."],
  "nothing-all": ["两边各版都相同。", "All pages are the same on both sides."],
  "nothing-none": ["两边都没有版面。", "There are no pages on either side."],
  "only-old": ["这一版只有旧版有。", "Only the old side has this page."], "only-new": ["这一版只有新版有。", "Only the new side has this page."],
  went: ["去掉", "went"], came: ["新增", "came"], other: ["变色", "another colour"], unsound: ["有错误，不能付印", "has errors, not for press"],
  missing: ["没有做成：{n}", "Could not be made: {n}"],
  "key-pages": ["上一版、下一版", "page before, next page"], "key-changed": ["上一处、下一处改动", "change before, next change"], "key-modes": ["比较方式", "how to compare"],
  "key-flip": ["闪看时换一面", "turn over while blinking"], "key-swipe": ["推移时移动界线", "move the line while swiping"], "key-zoom": ["放大、缩小", "zoom in, out"],
  "key-fit": ["全版、页宽、原大", "whole page, page width, actual size"], "key-move": ["移动版面（也可拖动）", "move the page (or drag)"], "key-theme": ["明暗", "light or dark"], "key-lang": ["中文、英文", "Chinese, English"], "key-help": ["这张表", "this list"],
};
/** A word in the language spoken; {name} is filled from values. */
function say(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) return key;
  return pair[state.lang === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
