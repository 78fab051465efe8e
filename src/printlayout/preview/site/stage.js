// The page view: pixels, zoom, moving.
const ACTUAL = 96 / 72;  // pixels of the screen in a point, as browsers reckon
const LEAST = 0.1, MOST = 8;

const sheetSize = () => { const page = here(); return page.sheet ? [page.sheet[2] / 1000, page.sheet[3] / 1000] : [1, 1]; };

/** Pixels of the screen in a point. */
function scale() {
  const stage = $("stage"), [width, height] = sheetSize();
  const room = 32;
  if (state.zoom === "fit") return Math.max(0.05, Math.min((stage.clientWidth - room) / width, (stage.clientHeight - room) / height));
  if (state.zoom === "width") return Math.max(0.05, (stage.clientWidth - room) / width);
  return state.zoom * ACTUAL;
}

function sizeSheet() {
  const [width, height] = sheetSize(), by = scale(), sheet = $("sheet");
  sheet.style.width = `${width * by}px`;
  sheet.style.height = `${height * by}px`;
  $("stage").classList.toggle("close", by >= 0.9 * ACTUAL);  // near enough to read: small frames may say their names
  scaleMarks();
  showPicked();
  const shown = $("zoom-shown");
  if (shown) shown.textContent = `${Math.round(by / ACTUAL * 100)} %`;
}

/** Change the zoom and keep the point of the stage (pixels from its corner) where it is. */
function zoomTo(zoom, point) {
  const stage = $("stage");
  const [x, y] = point || [stage.clientWidth / 2, stage.clientHeight / 2];
  const box = $("sheet").getBoundingClientRect(), frame = stage.getBoundingClientRect();
  const part = [(frame.left + x - box.left) / box.width, (frame.top + y - box.top) / box.height];
  set({ zoom: typeof zoom === "number" ? clamp(zoom, LEAST, MOST) : zoom });
  const now = $("sheet").getBoundingClientRect();
  stage.scrollLeft += now.left + part[0] * now.width - frame.left - x;
  stage.scrollTop += now.top + part[1] * now.height - frame.top - y;
}
const zoomBy = (factor, point) => zoomTo(scale() / ACTUAL * factor, point);

/** Bring a rectangle of the page (milli-points) into the middle; from far away also nearer. */
function goTo(rect) {
  const page = here(), stage = $("stage");
  if (!rect || !page.sheet) return;
  const nearest = Math.min(stage.clientWidth / (rect[2] / 1000 + 80), stage.clientHeight / (rect[3] / 1000 + 80)) / ACTUAL;
  if (scale() / ACTUAL < 1 && nearest > 1) set({ zoom: Math.min(1.25, nearest) });
  const by = scale() / 1000, sheet = $("sheet");
  stage.scrollTo(
    sheet.offsetLeft + (rect[0] + rect[2] / 2 - page.sheet[0]) * by - stage.clientWidth / 2,
    sheet.offsetTop + (rect[1] + rect[3] / 2 - page.sheet[1]) * by - stage.clientHeight / 2);
}

/** Where on the page (milli-points) a pointer is; null outside the sheet. */
function pointOf(event) {
  const page = here(), box = $("sheet").getBoundingClientRect();
  if (!page.sheet) return null;
  const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
  if (x < 0 || y < 0 || x > 1 || y > 1) return null;
  return [page.sheet[0] + x * page.sheet[2], page.sheet[1] + y * page.sheet[3], x, y];
}

let wanted = 0;
/** The pixels of the page in the mode chosen. */
async function showPixels() {
  const page = here(), turn = ++wanted;
  const plain = state.mode === "page" || !page.plates.length;
  $("nothing").hidden = Boolean(page.image);
  $("nothing").textContent = say("no-picture");
  $("sheet").hidden = !page.image;
  if (page.image) $("pixels").src = urlOf(page.image); else $("pixels").removeAttribute("src");
  $("pixels").alt = `${say("page")} ${page.folio}`;
  $("heat").hidden = !(state.heat && page.heat);
  if (state.heat && page.heat) $("heat").src = urlOf(page.heat);
  if (plain) { $("inked").hidden = true; $("pixels").style.visibility = ""; return; }
  const paper = state.mode === "paper";
  const image = await composed(state.page, paper ? {} : state.plates, paper);
  if (turn !== wanted) return;
  const canvas = $("inked");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").putImageData(image, 0, 0);
  canvas.hidden = false;
  canvas.dataset.mode = state.mode;
  $("pixels").style.visibility = "hidden";
}

function listenToStage() {
  const stage = $("stage");
  let held = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    held = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, moved: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    showPointer(event);
    if (!held) return;
    const x = event.clientX - held.x, y = event.clientY - held.y;
    if (!held.moved && Math.hypot(x, y) < 4) return;
    held.moved = true;
    stage.classList.add("moving");
    stage.scrollLeft = held.left - x;
    stage.scrollTop = held.top - y;
  });
  stage.addEventListener("pointerup", (event) => {
    if (held && !held.moved) pickAt(pointOf(event));
    held = null;
    stage.classList.remove("moving");
  });
  stage.addEventListener("pointercancel", () => { held = null; stage.classList.remove("moving"); });
  stage.addEventListener("pointerleave", () => showPointer(null));
  stage.addEventListener("dblclick", (event) => {
    const box = stage.getBoundingClientRect();
    zoomTo(scale() / ACTUAL < 1 ? 1.5 : "fit", [event.clientX - box.left, event.clientY - box.top]);
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = stage.getBoundingClientRect();
    zoomBy(Math.exp(-event.deltaY / 400), [event.clientX - box.left, event.clientY - box.top]);
  }, { passive: false });
  new ResizeObserver(() => { if (state.view === "page") sizeSheet(); }).observe(stage);
}

/** The foot of the window: where the pointer is, in millimetres, columns and lines, and what ink is there. */
async function showPointer(event) {
  const point = event && pointOf(event), page = here();
  $("foot-place").textContent = point ? said(point, page) : "";
  if (!point || state.mode === "page" || !page.plates.length) { $("foot-ink").textContent = ""; return; }
  const parts = await density(state.page, Math.floor(point[2] * page.plate_size[0]), Math.floor(point[3] * page.plate_size[1]));
  const short = (name) => (data.process.includes(name) ? (name === "Black" ? "K" : name[0]) : name);
  $("foot-ink").textContent = `${parts.map(([name, part]) => `${short(name)} ${part}`).join("  ")}  = ${parts.reduce((sum, [, part]) => sum + part, 0)} %`;
}

function said([x, y], page) {
  const words = [`${mm(x)} × ${mm(y)} mm`];
  if (page.grid.columns) {
    const { columns, column, top, lines, leading, em } = page.grid;
    const at = columns.findIndex((left) => x >= left && x <= left + column), row = Math.floor((y - top + (leading - em) / 2) / leading);
    if (at >= 0) words.push(say("column", { n: at + 1 }));
    if (row >= 0 && row < lines) words.push(say("line", { n: row + 1 }));
  }
  return words.join("   ");
}
