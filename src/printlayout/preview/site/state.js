// What is being looked at. Everything that can be changed is here; `changed` tells the parts that draw it.
const data = JSON.parse(document.getElementById("data").textContent);
const LAYERS = data.layers;
const state = {
  page: 0, view: "page", zoom: "fit", layers: {}, pins: true, mode: "page", plates: {}, heat: false,
  tab: "findings", scope: "issue", shown: { error: true, warning: true, info: true },
  lang: document.documentElement.lang.startsWith("zh") ? "zh" : "en", theme: "", finding: -1, line: -1, box: null,
};
const KEPT = ["lang", "theme", "layers", "pins", "zoom", "tab", "scope"];
const drawers = {};

/** Have `draw` called when one of the named parts of the state changes. */
function on(names, draw) {
  for (const name of names.split(" ")) (drawers[name] ||= new Set()).add(draw);
}

/** Change the state and draw what depends on it, each part once. */
function set(changes) {
  const due = new Set();
  for (const [name, value] of Object.entries(changes)) {
    state[name] = value;
    for (const draw of drawers[name] || []) due.add(draw);
  }
  for (const draw of due) draw();
  keep();
}

function keep() {
  try {
    localStorage.setItem("printlayout-proof", JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, state[name]]))));
  } catch { /* a browser that keeps nothing for files */ }
}

function remember() {
  try {
    const kept = JSON.parse(localStorage.getItem("printlayout-proof") || "{}");
    for (const name of KEPT) if (name in kept) state[name] = kept[name];
  } catch { /* as above */ }
  const at = data.pages.findIndex((page) => page.stem === decodeURIComponent(location.hash.slice(1)));
  if (at >= 0) state.page = at;
  else if (data.pages.length > 1 && !location.hash) state.view = "plan";
}

const here = () => data.pages[state.page];
const $ = (id) => document.getElementById(id);

/** An element: make("button", {class: "a", text: "b", onclick: f}, ...children). */
function make(tag, facts = {}, ...children) {
  const element = tag.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that says its key: shown in the tip, and to screen readers. */
function button(word, key, act, facts = {}) {
  const { tip, ...rest } = facts;
  const named = say(tip || word);
  return make("button", {
    type: "button", text: say(word), title: key ? `${named} (${key})` : named,
    "aria-keyshortcuts": key && key.length === 1 ? key : undefined, onclick: act, ...rest,
  });
}

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
const mm = (mpt) => (mpt * 25.4 / 72000).toFixed(1);
