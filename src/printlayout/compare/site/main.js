// The lists at the sides, the bar, the keyboard, and the start.
const GLYPHS = { changed: "◆", new: "＋", gone: "－", same: "·", alike: "≈" };
const turn = (by) => { if (data.pages.length) set({ page: clamp(state.page + by, 0, data.pages.length - 1), change: -1 }); };

function stateOf(page) {
  if (page.state !== "changed") return say(page.state);
  return say("state-changed", { n: page.changes.length, p: page.places.length });
}

function drawStrip() {
  const list = make("ol");
  data.pages.forEach((page, at) => {
    const src = urlOf(`${at}-thumb`);
    list.append(make("li", {}, make("button", { type: "button", "data-page": at, "aria-current": at === state.page ? "page" : undefined, onclick: () => set({ page: at, change: -1 }) },
      make("span", { class: `glyph ${page.state}`, text: GLYPHS[page.state], "aria-hidden": "true" }), make("span", { class: "name", text: page.name }),
      src ? make("img", { src, alt: "" }) : null, make("span", { class: "state", text: stateOf(page) }))));
  });
  $("strip").setAttribute("aria-label", say("pages"));
  $("strip").replaceChildren(list);
}

function drawSide() {
  const page = here(), side = $("side"), body = make("div", { class: "body", tabindex: "0", role: "region", "aria-label": say("changes") });
  side.setAttribute("aria-label", say("changes"));
  side.replaceChildren(make("h2", { text: page ? `${page.name}  ${say(page.state)}` : say("changes") }), body);
  if (data.missing.length) body.append(make("p", { class: "quiet", text: say("missing", { n: data.missing.join(", ") }) }));
  if (!page) return;
  if (!page.sound) body.append(make("p", { class: "quiet", text: say("unsound") }));
  if (page.state === "new" || page.state === "gone") body.append(make("p", { class: "quiet", text: say(page.state === "new" ? "only-new" : "only-old") }));
  if (page.state === "changed" && page.pixels) body.append(make("p", { class: "quiet", text: say("pixels", { p: page.places.length, n: page.pixels, m: page.permille }) }));
  if (page.state === "changed" && !page.changes.length) body.append(make("p", { class: "quiet", text: say("none") }));
  const rows = make("ol", { class: "rows" });
  page.changes.forEach((change, at) => rows.append(make("li", { class: at === state.change ? "current" : "" },
    make("button", { type: "button", class: "row", "data-change": at, "aria-pressed": String(at === state.change), onclick: () => set({ change: at }) },
      make("span", { class: "number", text: at + 1 }), make("span", { text: change[state.lang] })),
    change.place ? make("div", { class: "below" }, make("span", { class: "place", text: change.place })) : null)));
  body.append(rows);
  rows.querySelector(".current")?.scrollIntoView({ block: "nearest" });
}

function drawBar() {
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  $("paper").replaceChildren(`${data.old} → ${data.new}`, make("small", { text: data.said[state.lang] }));
  const pressed = (yes) => ({ "aria-pressed": String(Boolean(yes)) });
  for (const [name, word] of [["view", "views"], ["zoom", "zooms"], ["more", "settings"]]) $(`tools-${name}`).setAttribute("aria-label", say(word));
  $("main-name").textContent = say("page");
  $("swipe").setAttribute("aria-label", say("swipe-long"));
  $("swipe-old").textContent = say("old"); $("swipe-new").textContent = say("new-side");
  $("tools-view").replaceChildren(...MODES.map((mode, at) => button(mode, String(at + 1), () => set({ mode }), { ...pressed(state.mode === mode), tip: `${mode}-long`, "data-mode": mode })),
    button("marks", "M", () => set({ marks: !state.marks }), { ...pressed(state.marks), tip: "marks-long" }));
  $("tools-zoom").replaceChildren(
    button("fit", "0", () => zoomTo("fit"), pressed(state.zoom === "fit")), button("width", "9", () => zoomTo("width"), pressed(state.zoom === "width")), button("actual", "8", () => zoomTo(1), pressed(state.zoom === 1)),
    make("button", { type: "button", text: "−", title: `${say("smaller")} (-)`, "aria-label": say("smaller"), onclick: () => zoomBy(0.8) }),
    make("output", { id: "zoom-shown", "aria-label": say("zooms") }),
    make("button", { type: "button", text: "+", title: `${say("larger")} (+)`, "aria-label": say("larger"), onclick: () => zoomBy(1.25) }));
  $("tools-more").replaceChildren(button("theme", "D", flipTheme), button("language", "Z", () => set({ lang: state.lang === "zh" ? "en" : "zh" }), { lang: state.lang === "zh" ? "en" : "zh-Hans" }), button("help", "?", toggleHelp));
  $("zoom-shown").textContent = `${Math.round((here() && here().size[0] ? scale() : 1) * 100)} %`;
  $("foot-page").textContent = here() ? `${state.page + 1} / ${data.pages.length}  ${here().name}` : "";
}

function drawFoot() {
  const change = here() && here().changes[state.change];
  $("foot-said").textContent = change ? change[state.lang] : "";
  $("foot-page").textContent = here() ? `${state.page + 1} / ${data.pages.length}  ${here().name}` : "";
}

const isDark = () => document.documentElement.dataset.theme === "dark" || (!state.theme && matchMedia("(prefers-color-scheme: dark)").matches);
const flipTheme = () => set({ theme: isDark() ? "light" : "dark" });
const drawTheme = () => { document.documentElement.dataset.theme = state.theme; };
const nextChange = (by) => {
  const count = here() ? here().changes.length : 0;
  if (count) set({ change: state.change < 0 ? (by > 0 ? 0 : count - 1) : (state.change + by + count) % count });
};
const moveSwipe = (by) => set({ swipe: clamp(state.swipe + by, 0, 100) });
const scroll = (x, y) => document.querySelector(".view")?.scrollBy(x * 80, y * 80);
const KEYS = {
  ".": () => turn(1), ",": () => turn(-1), PageDown: () => turn(1), PageUp: () => turn(-1), Home: () => turn(-1e6), End: () => turn(1e6),
  n: () => nextChange(1), N: () => nextChange(-1), m: () => set({ marks: !state.marks }), Escape: () => set({ change: -1 }), " ": () => { if (modeNow() === "blink") flip(); },
  "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), 0: () => zoomTo("fit"), 9: () => zoomTo("width"), 8: () => zoomTo(1),
  ArrowLeft: () => (modeNow() === "swipe" ? moveSwipe(-2) : scroll(-1, 0)), ArrowRight: () => (modeNow() === "swipe" ? moveSwipe(2) : scroll(1, 0)), ArrowUp: () => scroll(0, -1), ArrowDown: () => scroll(0, 1),
  d: () => flipTheme(), z: () => set({ lang: state.lang === "zh" ? "en" : "zh" }), "?": () => toggleHelp(),
  ...Object.fromEntries(MODES.map((mode, at) => [String(at + 1), () => set({ mode })])),
};
const HELP = [["1 2 3 4", "key-modes"], [", . PgUp PgDn", "key-pages"], ["N  Shift+N", "key-changed"], ["M", "marks-long"], ["Space", "key-flip"], ["← →", "key-swipe"],
  ["+ −", "key-zoom"], ["0 9 8", "key-fit"], ["← ↑ ↓ →", "key-move"], ["D", "key-theme"], ["Z", "key-lang"], ["?", "key-help"]];

function toggleHelp() {
  const help = $("help");
  if (help.open) { help.close(); return; }
  const list = make("dl");
  for (const [keys, word] of HELP) list.append(make("dt", {}, ...keys.split(" ").filter(Boolean).map((key) => make("kbd", { text: key }))), make("dd", { text: say(word) }));
  help.replaceChildren(make("h2", { id: "help-title", text: say("help") }), list, button("close", "Esc", () => help.close()));
  help.showModal();
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ($("help").open) { if (event.key === "?") toggleHelp(); return; }
    // Within a list the keys that scroll and press belong to it; the range moves itself.
    if (event.target.closest("button, input, .body") && /^(Arrow|Enter|Page|Home|End| )/.test(event.key)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

on("theme", drawTheme);
on("page mode zoom marks lang", drawBar);
on("page lang", drawStrip);
on("page change lang", drawSide);
on("page mode lang", drawPanes);
on("page change lang", drawFoot);
on("zoom", () => { if (here() && here().size[0]) { sizeSheets(); drawMarks(); } });
on("marks", () => { if (here() && here().size[0]) drawMarks(); });
on("change", goTo);
on("swipe", drawSwipe);
on("face", drawFace);
on("mode", keepBlinking);
on("page", () => { if (here()) history.replaceState(null, "", `#${encodeURIComponent(here().name)}`); });
remember();
listenToKeys();
$("swipe").oninput = (event) => set({ swipe: Number(event.target.value) });
new ResizeObserver(() => { if (here() && here().size[0]) { sizeSheets(); drawMarks(); } }).observe($("panes"));
drawTheme(); drawBar(); drawStrip(); drawSide(); drawPanes(); drawFoot(); keepBlinking();
document.documentElement.dataset.ready = "true";
