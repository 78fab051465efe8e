// What is being looked at. `set` changes it and draws the parts that depend on it.
const data = JSON.parse(document.getElementById("data").textContent);
const MODES = ["side", "swipe", "blink", "overlay"];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const state = {
  page: Math.max(0, data.pages.findIndex((page) => page.state !== "same" && page.state !== "alike")), change: -1,
  mode: "side", marks: true, zoom: "fit", swipe: 50, face: "new", theme: "",
  lang: document.documentElement.lang.startsWith("zh") ? "zh" : "en",
};
const KEPT = ["mode", "marks", "theme", "lang"];
const drawers = {};

/** Have `draw` called when one of the named parts of the state changes. */
function on(names, draw) {
  for (const name of names.split(" ")) (drawers[name] ||= new Set()).add(draw);
}

function set(changes) {
  const due = new Set();
  for (const [name, value] of Object.entries(changes)) {
    state[name] = value;
    for (const draw of drawers[name] || []) due.add(draw);
  }
  for (const draw of due) draw();
  try {
    localStorage.setItem("printlayout-diff", JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, state[name]]))));
  } catch { /* a browser that keeps nothing for files */ }
}

function remember() {
  try {
    const kept = JSON.parse(localStorage.getItem("printlayout-diff") || "{}");
    for (const name of KEPT) if (name in kept) state[name] = kept[name];
  } catch { /* as above */ }
  const at = data.pages.findIndex((page) => page.name === decodeURIComponent(location.hash.slice(1)));
  if (at >= 0) state.page = at;
}

const here = () => data.pages[state.page];
const $ = (id) => document.getElementById(id);
const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

/** An element: make("button", {class: "a", text: "b", onclick: f}, ...children). */
function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
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
  return make("button", { type: "button", text: say(word), title: `${say(tip || word)} (${key})`, "aria-keyshortcuts": key.length === 1 ? key : undefined, onclick: act, ...rest });
}

// Pictures, decoded when they are first looked at.
const urls = new Map();
function urlOf(name) {
  if (!urls.has(name)) {
    const held = $(`image-${name}`);
    if (!held) return "";
    const bytes = Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
    urls.set(name, URL.createObjectURL(new Blob([bytes], { type: held.dataset.kind })));
  }
  return urls.get(name);
}
