// The pages: one or two panes, whose sheets have the same size and move together.
const POINT = 96 / 72000; // pixels of the screen to a milli-point at actual size
const sheetSize = () => { const page = here(), each = 72000 / data.dpi; return [page.size[0] * each, page.size[1] * each]; };
const sidesOf = (page) => (page.state === "new" ? ["new"] : page.state === "gone" ? ["old"] : ["old", "new"]);
/** The way of comparing: a page of one side alone can only be looked at. */
const modeNow = () => (sidesOf(here()).length < 2 ? "side" : state.mode);

function scale() {
  const view = document.querySelector(".view"), [width, height] = sheetSize();
  if (!view) return 1;
  const across = Math.max(40, view.clientWidth - 28), down = Math.max(40, view.clientHeight - 28);
  if (state.zoom === "fit") return Math.min(across / (width * POINT), down / (height * POINT));
  if (state.zoom === "width") return across / (width * POINT);
  return state.zoom;
}

function image(side, facts = {}) {
  return make("img", { src: urlOf(`${state.page}-${side}`), alt: side === "overlay" ? say("overlay-long") : `${say(side === "old" ? "old" : "new-side")} ${here().name}`, "data-side": side, ...facts });
}

function pane(side, title, ...inside) {
  const sheet = make("div", { class: "sheet" }, ...inside);
  const view = make("div", { class: "view", tabindex: "0", role: "region", "aria-label": title }, sheet);
  view.onscroll = () => follow(view);
  drag(view);
  return make("div", { class: `pane ${side}`, "data-pane": side }, make("h3", { text: title }), view);
}

function drawPanes() {
  const page = here(), panes = $("panes");
  const empty = !page || !page.size[0];
  $("nothing").hidden = !empty;
  panes.hidden = empty;
  $("swipe-row").hidden = true;
  $("foot-key").replaceChildren();
  if (empty) {
    $("nothing").textContent = say(!page ? "nothing-none" : data.same ? "nothing-all" : "nothing-same");
    return;
  }
  const mode = modeNow(), titles = { old: `${say("old")}  ${data.old}`, new: `${say("new-side")}  ${data.new}` };
  if (mode === "side") panes.replaceChildren(...sidesOf(page).map((side) => pane(side, titles[side], image(side))));
  else if (mode === "swipe") {
    panes.replaceChildren(pane("both", `${titles.old}  |  ${titles.new}`, image("old"), image("new", { class: "over" }), make("div", { class: "edge" })));
    $("swipe-row").hidden = false;
    drawSwipe();
  } else if (mode === "blink") {
    panes.replaceChildren(pane("both", "", image("old"), image("new")));
    drawFace();
  } else {
    panes.replaceChildren(pane("both", say("overlay-long"), image("overlay")));
    $("foot-key").replaceChildren(...["went", "came", "other"].flatMap((kind) => [make("span", { class: `key-${kind}` }), say(kind)]));
  }
  drawMarks();
  sizeSheets();
}

function sizeSheets() {
  const factor = scale() * POINT, [width, height] = sheetSize();
  for (const sheet of document.querySelectorAll(".sheet")) {
    sheet.style.width = `${width * factor}px`;
    sheet.style.height = `${height * factor}px`;
    for (const one of sheet.querySelectorAll("img")) {
      const own = here().sizes[one.dataset.side] || here().size;
      one.style.width = `${(own[0] / here().size[0]) * 100}%`;
      one.style.height = `${(own[1] / here().size[1]) * 100}%`;
    }
  }
  $("zoom-shown").textContent = `${Math.round(scale() * 100)} %`;
}

function drawMarks() {
  const [width, height] = sheetSize(), page = here();
  for (const one of document.querySelectorAll(".pane")) {
    const sheet = one.querySelector(".sheet"), side = one.dataset.pane;
    for (const old of sheet.querySelectorAll(".mark")) old.remove();
    if (!state.marks) continue;
    const put = (rect, kind, at) => {
      const mark = make("div", { class: `mark ${kind}${at === state.change && at !== undefined ? " current" : ""}`, "data-change": at });
      const grow = 2 / (scale() * POINT);
      mark.style.left = `${((rect[0] - grow) / width) * 100}%`; mark.style.top = `${((rect[1] - grow) / height) * 100}%`;
      mark.style.width = `${((rect[2] + grow) / width) * 100}%`; mark.style.height = `${((rect[3] + grow) / height) * 100}%`;
      sheet.append(mark);
    };
    if (modeNow() === "side") page.places.slice(0, 300).forEach((rect) => put(rect, "pixel"));
    page.changes.forEach((change, at) => {
      const rect = side === "old" ? change.old : side === "new" ? change.new : change.new || change.old;
      // what takes up much of the page is framed only when it is asked for
      if (rect) put(rect, rect[2] * rect[3] > width * height / 16 ? "wide" : "", at);
    });
  }
}

/** Show the place of the change chosen in every pane. */
function goTo() {
  drawMarks();
  const change = here() && here().changes[state.change];
  if (!change) return;
  for (const view of document.querySelectorAll(".view")) {
    const mark = view.querySelector(".mark.current");
    if (!mark) continue;
    const box = mark.getBoundingClientRect(), frame = view.getBoundingClientRect();
    view.scrollBy(box.left + box.width / 2 - frame.left - frame.width / 2, box.top + box.height / 2 - frame.top - frame.height / 2);
  }
}

let following = false;
function follow(view) {
  if (following) return;
  following = true;
  for (const other of document.querySelectorAll(".view")) if (other !== view) { other.scrollLeft = view.scrollLeft; other.scrollTop = view.scrollTop; }
  requestAnimationFrame(() => { following = false; });
}

function drag(view) {
  let from = null;
  view.onpointerdown = (event) => {
    if (event.button || event.target === view && event.offsetX > view.clientWidth) return;
    from = [event.clientX + view.scrollLeft, event.clientY + view.scrollTop];
    view.setPointerCapture(event.pointerId);
    view.classList.add("moving");
  };
  view.onpointermove = (event) => { if (from) view.scrollTo(from[0] - event.clientX, from[1] - event.clientY); };
  view.onpointerup = view.onpointercancel = () => { from = null; view.classList.remove("moving"); };
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
}

const zoomTo = (zoom) => set({ zoom });
/** Zoom with the middle of the window held. */
function zoomBy(factor) {
  const view = document.querySelector(".view");
  if (!view) return;
  const before = scale(), x = (view.scrollLeft + view.clientWidth / 2) / before, y = (view.scrollTop + view.clientHeight / 2) / before;
  set({ zoom: clamp(before * factor, 0.1, 8) });
  view.scrollLeft = x * scale() - view.clientWidth / 2;
  view.scrollTop = y * scale() - view.clientHeight / 2;
}

function drawSwipe() {
  $("swipe").value = state.swipe;
  for (const sheet of document.querySelectorAll(".sheet")) sheet.style.setProperty("--swipe", `${state.swipe}%`);
}

// Blinking: the new page over the old one, shown and hidden.
let timer = 0;
function drawFace() {
  const upper = document.querySelector('.sheet img[data-side="new"]'), title = document.querySelector(".pane h3");
  if (modeNow() !== "blink" || !upper) return;
  upper.style.visibility = state.face === "new" ? "visible" : "hidden";
  title.textContent = state.face === "new" ? `${say("new-side")}  ${data.new}` : `${say("old")}  ${data.old}`;
  const pane = document.querySelector(".pane");
  pane.classList.toggle("new", state.face === "new"); pane.classList.toggle("old", state.face === "old");
}
const flip = () => set({ face: state.face === "new" ? "old" : "new" });
/** Once a second, unless the reader's machine asks for rest: then only the key turns over. */
function keepBlinking() {
  clearInterval(timer);
  if (state.mode === "blink" && !still) timer = setInterval(flip, 1000);
}
