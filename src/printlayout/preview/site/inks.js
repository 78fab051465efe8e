// Plates, soft proof, coverage.
const MODES = ["page", "plates", "paper"];

function drawInks() {
  const page = here(), panel = $("panel-inks"), measures = page.measures || {};
  if (!page.plates.length) { panel.replaceChildren(make("p", { class: "quiet", text: say(page.coming ? "plates-coming" : "no-plates") })); return; }
  const modes = make("div", { class: "choice", role: "group", "aria-label": say("mode") }, ...MODES.map((mode, at) =>
    button(`mode-${mode}`, "PLS"[at], () => set({ mode }), { "aria-pressed": String(state.mode === mode), "data-mode": mode })));
  const rows = page.plates.map(([name, image, ...alternate]) => {
    const share = measures.plates ? measures.plates[name] : 0;
    const process = data.process.includes(name);
    const box = make("input", { type: "checkbox", id: `plate-${name}`, onchange: (event) => choosePlates({ ...state.plates, [name]: event.target.checked }) });
    box.checked = state.plates[name] !== false;
    const swatch = make("span", { class: `swatch ${process ? name : "spot"}`, "aria-hidden": "true" });
    if (!process) swatch.style.background = approximate(alternate);
    return make("tr", { class: image ? "" : "bare" }, make("td", {}, box), make("th", { scope: "row" }, swatch, make("label", { for: `plate-${name}`, text: process ? say(name) : name })),
      make("td", { class: "figure", text: image ? `${share.toFixed(1)} %` : say("bare") }),
      make("td", {}, button("show", "", () => choosePlates(only(name)), { class: "small", "aria-label": `${say("show")} ${process ? say(name) : name}`, "data-only": name })));
  });
  const table = make("table", { class: "plates" }, make("caption", { text: say("plates") }), make("thead", {}, make("tr", {}, make("td"),
    make("th", { scope: "col", text: say("plate") }), make("th", { scope: "col", class: "figure", text: say("coverage") }), make("td", {}, button("all", "", () => choosePlates({}), { class: "small" })))), make("tbody", {}, ...rows));
  const heat = make("label", { class: "check" }, make("input", { type: "checkbox", id: "heat-shown", disabled: !page.heat, onchange: (event) => set({ heat: event.target.checked }) }), ` ${say("heat")}`);
  heat.firstChild.checked = state.heat && Boolean(page.heat);
  const facts = make("dl");
  const told = [["most", `${measures.most} %`], ["limit", `${data.limit / 10} %`], ["over-area", `${measures.over_mm2} mm²`], ["condition", data.condition]];
  for (const [word, value] of told) facts.append(make("dt", { text: say(word) }), make("dd", { text: value, class: word === "over-area" && measures.over_mm2 ? "much" : undefined }));
  panel.replaceChildren(make("div", { class: "head" }, modes), table, heat, facts);
  if (!data.paper_table) panel.append(make("p", { class: "quiet", text: say("no-profile") }));
  if (page.unseparated.length) panel.append(make("p", { class: "quiet", text: say("unseparated") }));
}

const choosePlates = (plates) => set({ plates, mode: "plates" });
const only = (name) => Object.fromEntries(here().plates.map(([plate]) => [plate, plate === name]));

/** Show or hide a plate by its letter; with `alone`, that one only. */
function plateKey(letter, alone) {
  const plate = here().plates.map(([name]) => name).find((name) => (name === "Black" ? "k" : name[0].toLowerCase()) === letter && data.process.includes(name));
  if (!plate) return;
  choosePlates(alone ? only(plate) : { ...state.plates, [plate]: state.mode === "plates" ? state.plates[plate] === false : true });
}

function approximate([c, m, y, k]) {
  return `rgb(${[c, m, y].map((part) => Math.round(255 * (1 - part / 1000) * (1 - k / 1000))).join(" ")})`;
}
