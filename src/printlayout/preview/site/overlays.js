// Marks over the page, as the program lists them: rect, line, arrow, label.
let arrowHead = null;

function drawMark([kind, tone, text, ...at], layer) {
  const [a, b, c, d] = at.map((value) => value / 1000);
  const cls = `${kind} ${tone ? `tone-${tone}` : ""}`;
  if (kind === "rect") {
    const rect = make("svg:rect", { x: a, y: b, width: c, height: d, class: cls });
    if (!text) return [rect];
    return [rect, make("svg:text", { x: a, y: b, class: `name ${cls}`, text: layer === "frames" ? `${text}` : text })];
  }
  if (kind === "label") {
    return [make("svg:circle", { cx: a, cy: b, class: "badge" }), make("svg:text", { x: a, y: b, class: `badge-text ${cls}`, text })];
  }
  const line = make("svg:line", { x1: a, y1: b, x2: c, y2: d, class: cls, "marker-end": kind === "arrow" ? "url(#head)" : undefined });
  if (kind === "line" && text) return [line, make("svg:text", { x: a, y: b, class: "name number", text })];
  return [line];
}

/** All layers of the page; which of them show is a matter of classes. */
function drawMarks() {
  const page = here();
  const svg = $("marks");
  svg.replaceChildren();
  if (!page.sheet) return;
  svg.setAttribute("viewBox", page.sheet.map((value) => value / 1000).join(" "));
  arrowHead = make("svg:marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, orient: "auto", markerUnits: "userSpaceOnUse" },
    make("svg:path", { d: "M0 0L8 4L0 8z" }));
  svg.append(make("svg:defs", {}, arrowHead,
    make("svg:pattern", { id: "hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse" }, make("svg:path", { d: "M0 8L8 0" }))));
  const hatched = make("svg:g", { class: "layer unseparated" });
  for (const [x, y, width, height] of page.unseparated) {
    hatched.append(make("svg:rect", { x: x / 1000, y: y / 1000, width: width / 1000, height: height / 1000 }));
  }
  svg.append(hatched);
  for (const name of Object.keys(page.layers)) {
    const group = make("svg:g", { class: `layer layer-${name}` });
    for (const mark of page.layers[name]) group.append(...drawMark(mark, name));
    svg.append(group);
  }
  const pins = make("svg:g", { class: "layer layer-pins" });
  data.findings.forEach((finding, at) => {
    if (finding.page !== state.page || !finding.rect) return;
    const [x, y, width, height] = finding.rect.map((value) => value / 1000);
    pins.append(
      make("svg:rect", { x, y, width, height, class: `pin ${finding.severity}`, "data-finding": at }),
      make("svg:text", { x: x + width, y, class: `pin-number ${finding.severity}`, text: at + 1 }));
  });
  svg.append(pins, make("svg:rect", { id: "picked", hidden: true }));
  showLayers();
  scaleMarks();
  showPicked();
}

function showLayers() {
  const svg = $("marks");
  for (const name of LAYERS) svg.classList.toggle(`show-${name}`, Boolean(state.layers[name]));
  svg.classList.toggle("show-pins", state.pins);
  svg.classList.toggle("show-unseparated", state.mode !== "page" || state.heat);
  svg.querySelectorAll(".pin, .pin-number").forEach((pin) => pin.classList.toggle("current", Number(pin.dataset.finding) === state.finding));
}

/** Type and dots keep their size on the screen. */
function scaleMarks() {
  const unit = 1 / scale();
  $("marks").style.setProperty("--unit", unit);
  if (arrowHead) { arrowHead.setAttribute("markerWidth", 9 * unit); arrowHead.setAttribute("markerHeight", 9 * unit); }
}

function showPicked() {
  const picked = $("picked");
  if (!picked) return;
  picked.toggleAttribute("hidden", !state.box);
  if (!state.box) return;
  const [x, y, width, height] = state.box.map((value) => value / 1000);
  const edge = 2 / scale();
  for (const [name, value] of Object.entries({ x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge })) picked.setAttribute(name, value);
}
