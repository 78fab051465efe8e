// Words of the site: key, Chinese, English.
const WORDS = {
  plan: ["版面总览", "Flat plan"], page: ["版面", "Page"], pages: ["各版", "Pages"],
  views: ["视图", "View"], overlays: ["叠加", "Overlays"], zooms: ["缩放", "Zoom"], settings: ["设置", "Settings"],
  grid: ["栏格", "Grid"], baseline: ["行格", "Lines"], frames: ["框", "Frames"], order: ["阅读顺序", "Order"],
  threads: ["文流", "Threads"], boxes: ["裁切", "Trim"], pins: ["问题", "Findings"],
  "grid-long": ["版心和栏", "Type area and columns"], "baseline-long": ["基线网格", "Baseline grid"],
  "frames-long": ["框和名称", "Frames with names"], "order-long": ["阅读顺序", "Reading order"],
  "threads-long": ["一篇稿件由框到框", "Stories from frame to frame"],
  "boxes-long": ["裁切、出血、安全线", "Trim, bleed, safety"], "pins-long": ["画出问题所在", "Findings at their places"],
  "fit-done": ["已改：", "Changed:"], "fit-way": ["可：", "Could:"],
  fit: ["全版", "Fit"], width: ["页宽", "Width"], actual: ["原大", "1:1"], larger: ["放大", "Zoom in"], smaller: ["缩小", "Zoom out"],
  findings: ["检查", "Findings"], copyfit: ["稿件", "Copyfit"], inks: ["墨色", "Inks"], text: ["文字", "Text"],
  dark: ["明暗", "Light or dark"], help: ["快捷键", "Keys"], language: ["English", "中文"], close: ["关闭", "Close"],
  error: ["错误", "Error"], warning: ["警告", "Warning"], info: ["提示", "Note"],
  all: ["全部", "All"], none: ["全不选", "None"], "this-page": ["本版", "This page"], "whole-issue": ["全期", "Whole issue"],
  show: ["显示", "Show"], scope: ["范围", "Scope"],
  "no-findings": ["没有问题。", "Nothing to tell."], "no-stories": ["没有稿件。", "No stories."],
  "no-picture": ["这一版没有画面，见右边的检查。", "There is no picture of this page; see the findings."],
  "no-place": ["不在版面上", "not on the page"],
  story: ["稿件", "Story"], slot: ["版位", "Slot"], characters: ["字", "Chars"], lines: ["行", "Lines"], state: ["情况", "Fit"],
  good: ["正好", "fits"], free: ["余 {n} 行", "{n} lines free"], over: ["多 {n} 行 {m} 字", "{n} lines, {m} chars over"],
  "mode-page": ["付印文件", "Press file"], "mode-plates": ["分色版", "Plates"], "mode-paper": ["上纸效果", "On paper"],
  mode: ["看什么", "Show"], plates: ["色版", "Plates"], plate: ["色版", "Plate"], coverage: ["占版面", "Of the page"], heat: ["墨量超限", "Ink over the limit"],
  most: ["最大墨量", "Most ink"], limit: ["限度", "Limit"], "over-area": ["超限面积", "Area over the limit"], condition: ["印刷条件", "Condition"],
  Cyan: ["青", "Cyan"], Magenta: ["品红", "Magenta"], Yellow: ["黄", "Yellow"], Black: ["黑", "Black"],
  "no-plates": ["这份样张没有分色。", "This proof has no plates."], "no-profile": ["没有特性文件，颜色是近似的。", "No profile: colours are approximate."],
  bare: ["空白", "bare"], unseparated: ["斜线处的 PDF 里有不能分色的对象，见检查结果。", "Hatched PDFs have objects that could not be separated; see the findings."],
  "pick-text": ["点一行文字，看它的来处和样式；[ 和 ] 逐行走。", "Click a line of text for its source and style; [ and ] step."],
  source: ["来处", "Source"], style: ["样式", "Style"], face: ["字体", "Face"], size: ["字号", "Size"], ink: ["颜色", "Ink"],
  frame: ["框", "Frame"], place: ["位置", "Place"], copy: ["复制", "Copy"], copied: ["已复制 {text}", "copied {text}"],
  column: ["第 {n} 栏", "column {n}"], line: ["第 {n} 行", "line {n}"], sound: ["可付印", "sound"], unsound: ["有错误", "has errors"],
  next: ["下一版", "Next page"], before: ["上一版", "Page before"],
  "key-pages": ["上一版、下一版", "page before, next page"], "key-ends": ["第一版、最后一版", "first page, last page"],
  "key-plan": ["版面总览", "flat plan"], "key-zoom": ["放大、缩小", "zoom in, out"], "key-fit": ["全版、页宽、原大", "whole page, page width, actual size"],
  "key-move": ["移动版面（也可拖动）", "move the page (or drag)"], "key-wheel": ["滚轮加 Ctrl 缩放；双击放大到该处", "wheel with Ctrl zooms; double click zooms to a place"],
  "key-next": ["下一个、上一个问题", "next, previous finding"], "key-step": ["上一行、下一行文字", "line of text before, next"],
  "key-modes": ["付印文件、分色版、上纸效果", "press file, plates, on paper"], "key-plates": ["各色版（按住 Shift 只看这一块）", "single plates (with Shift that one alone)"],
  "key-heat": ["墨量超限", "ink over the limit"], "key-theme": ["明暗", "light or dark"], "key-lang": ["中文、英文", "Chinese, English"], "key-help": ["这张表", "this list"],
  "key-tabs": ["右边的四页", "the four panels"], "key-layer": ["叠加", "overlay"],
  kicker: ["引题", "kicker"], headline: ["主题", "headline"], deck: ["副题", "deck"], byline: ["署名", "byline"], body: ["正文", "body"],
  subhead: ["小标题", "sub-heading"], caption: ["图说", "caption"], credit: ["图片署名", "credit"], furniture: ["版面元素", "furniture"],
};
/** A word in the language spoken; {name} is filled from values. */
function say(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) return key;
  return pair[state.lang === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
