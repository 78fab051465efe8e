// The keyboard.
const LAYER_KEYS = { g: "grid", b: "baseline", f: "frames", r: "order", t: "threads", x: "boxes" };
const toggleLayer = (name) => set({ layers: { ...state.layers, [name]: !state.layers[name] } });
const STEP = 80;
const scroll = (x, y) => $("stage").scrollBy(x * STEP, y * STEP);

const KEYS = {
  PageDown: () => turn(1), PageUp: () => turn(-1), Home: () => turn(-1e6), End: () => turn(1e6), ",": () => turn(-1), ".": () => turn(1),
  "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), 0: () => zoomTo("fit"), 9: () => zoomTo("width"), 1: () => zoomTo(1), 2: () => zoomTo(2),
  ArrowLeft: () => (state.view === "plan" || $("stage").scrollWidth <= $("stage").clientWidth ? turn(-1) : scroll(-1, 0)),
  ArrowRight: () => (state.view === "plan" || $("stage").scrollWidth <= $("stage").clientWidth ? turn(1) : scroll(1, 0)),
  ArrowUp: () => scroll(0, -1), ArrowDown: () => scroll(0, 1),
  o: () => set({ view: state.view === "plan" ? "page" : "plan" }), Enter: () => set({ view: "page" }),
  Escape: () => set({ box: null, line: -1, finding: -1 }),
  n: () => nextFinding(1), N: () => nextFinding(-1), e: () => set({ pins: !state.pins }), "[": () => stepLine(-1), "]": () => stepLine(1),
  p: () => set({ mode: "page" }), l: () => set({ mode: "plates", tab: "inks" }), s: () => set({ mode: state.mode === "paper" ? "page" : "paper" }),
  h: () => set({ heat: !state.heat }), d: () => set({ theme: nextTheme() }), z: () => set({ lang: state.lang === "zh" ? "en" : "zh" }),
  "?": () => toggleHelp(),
  ...Object.fromEntries("cmyk".split("").flatMap((letter) => [[letter, () => plateKey(letter, false)], [letter.toUpperCase(), () => plateKey(letter, true)]])),
  ...Object.fromEntries(Object.entries(LAYER_KEYS).map(([key, name]) => [key, () => toggleLayer(name)])),
};

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) {
      if ($("help").open && event.key === "?") toggleHelp();
      return;
    }
    const typing = event.target.closest("input, select, textarea");
    const pressed = event.target.closest("button, a, [role=tabpanel], ol");
    if (typing && event.key !== "Escape") return;
    // Within a panel the keys that scroll and press belong to it.
    if (pressed && /^(Arrow|Enter|Page|Home|End| )/.test(event.key)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const HELP = [
  [", . PgUp PgDn", "key-pages"], ["Home End", "key-ends"], ["O", "key-plan"], ["+ −", "key-zoom"], ["0 9 1", "key-fit"], ["← ↑ ↓ →", "key-move"],
  ["", "key-wheel"], ["N  Shift+N", "key-next"], ["[ ]", "key-step"], ["P L S", "key-modes"], ["C M Y K", "key-plates"], ["H", "key-heat"],
  ...Object.entries(LAYER_KEYS).map(([key, name]) => [key.toUpperCase(), `${name}-long`]), ["E", "pins-long"], ["D", "key-theme"], ["Z", "key-lang"], ["?", "key-help"],
];

function toggleHelp() {
  const help = $("help");
  if (help.open) { help.close(); return; }
  const list = make("dl");
  for (const [keys, word] of HELP) list.append(make("dt", {}, ...keys.split(" ").filter(Boolean).map((key) => make("kbd", { text: key }))), make("dd", { text: say(word) }));
  help.replaceChildren(make("h2", { id: "help-title", text: say("help") }), list, button("close", "Esc", () => help.close()));
  help.showModal();
}
