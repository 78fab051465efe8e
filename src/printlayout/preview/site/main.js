// The bar at the top, light and dark, and the start.
const THEMES = ["", "light", "dark"];
const nextTheme = () => {
  const dark = document.documentElement.dataset.theme === "dark" || (!state.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  return dark ? "light" : "dark";
};

function drawTheme() {
  document.documentElement.dataset.theme = THEMES.includes(state.theme) ? state.theme : "";
}

function drawBar() {
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  $("paper").replaceChildren(data.paper, make("small", { text: [data.date, data.edition].filter(Boolean).join("  ") }));
  const tools = { view: "views", layers: "overlays", zoom: "zooms", more: "settings" };
  for (const [name, word] of Object.entries(tools)) $(`tools-${name}`).setAttribute("aria-label", say(word));
  $("strip").setAttribute("aria-label", say("pages"));
  $("plan").setAttribute("aria-label", say("plan"));
  $("stage").setAttribute("aria-label", say("page"));
  $("side").setAttribute("aria-label", say("findings"));
  $("tabs").setAttribute("aria-label", say("views"));
  const pressed = (yes) => ({ "aria-pressed": String(Boolean(yes)) });
  $("tools-view").replaceChildren(
    button("plan", "O", () => set({ view: "plan" }), pressed(state.view === "plan")),
    button("page", "Enter", () => set({ view: "page" }), pressed(state.view === "page")),
    make("span", { class: "gap" }),
    button("mode-page", "P", () => set({ mode: "page" }), pressed(state.mode === "page")),
    button("mode-plates", "L", () => set({ mode: "plates", tab: "inks" }), pressed(state.mode === "plates")),
    button("mode-paper", "S", () => set({ mode: "paper" }), pressed(state.mode === "paper")),
    button("heat", "H", () => set({ heat: !state.heat }), pressed(state.heat)));
  $("tools-layers").replaceChildren(
    ...Object.entries(LAYER_KEYS).map(([key, name]) => button(name, key.toUpperCase(), () => toggleLayer(name),
      { ...pressed(state.layers[name]), tip: `${name}-long`, "data-layer": name })),
    button("pins", "E", () => set({ pins: !state.pins }), { ...pressed(state.pins), tip: "pins-long", "data-layer": "pins" }));
  $("tools-zoom").replaceChildren(
    button("fit", "0", () => zoomTo("fit"), pressed(state.zoom === "fit")), button("width", "9", () => zoomTo("width"), pressed(state.zoom === "width")),
    button("actual", "1", () => zoomTo(1), pressed(state.zoom === 1)),
    make("button", { type: "button", text: "−", title: `${say("smaller")} (-)`, "aria-label": say("smaller"), onclick: () => zoomBy(0.8) }),
    make("output", { id: "zoom-shown", "aria-label": say("zooms") }),
    make("button", { type: "button", text: "+", title: `${say("larger")} (+)`, "aria-label": say("larger"), onclick: () => zoomBy(1.25) }));
  $("tools-more").replaceChildren(
    button("language", "Z", () => set({ lang: state.lang === "zh" ? "en" : "zh" }), { lang: state.lang === "zh" ? "en" : "zh-Hans" }),
    make("button", { type: "button", text: "◐", title: `${say("dark")} (D)`, "aria-label": say("dark"), onclick: () => set({ theme: nextTheme() }) }),
    make("button", { type: "button", text: "?", title: `${say("help")} (?)`, "aria-label": say("help"), onclick: toggleHelp }));
  sizeSheet();
}

remember();
on("theme", drawTheme);
on("lang view mode heat layers pins zoom", drawBar);
on("lang", drawPlan);
on("page lang", markPage);
on("view", showView);
on("page mode plates heat", showPixels);
on("zoom view page", sizeSheet);
on("page", drawMarks);
on("layers pins mode heat finding page", showLayers);
on("box", showPicked);
on("tab lang", drawTabs);
on("page lang scope shown finding", drawFindings);
on("page lang scope", drawCopyfit);
on("page lang mode plates heat", drawInks);
on("page line lang", drawText);
listenToStage();
listenToKeys();
for (const draw of [drawTheme, drawBar, drawPlan, drawTabs, drawFindings, drawCopyfit, drawInks, drawText, showView, drawMarks, showPixels]) draw();
document.documentElement.dataset.ready = "true";
