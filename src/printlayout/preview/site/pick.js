// A click on the page: a finding, or a line of text with its source and style.
const SPREAD = 1500;  // a finger's breadth round a thin line, in milli-points

const within = ([x, y], rect, by = 0) => x >= rect[0] - by && x <= rect[0] + rect[2] + by && y >= rect[1] - by && y <= rect[1] + rect[3] + by;

function pickAt(point) {
  if (!point) { set({ line: -1, box: null, finding: -1 }); return; }
  const page = here();
  if (state.pins) {
    const hit = data.findings.map((finding, at) => [finding, at])
      .filter(([finding]) => finding.page === state.page && finding.rect && state.shown[finding.severity] && within(point, finding.rect, SPREAD))
      .sort(([one], [other]) => one.rect[2] * one.rect[3] - other.rect[2] * other.rect[3])[0];
    const line = page.lines.findIndex((one) => within(point, one));
    if (hit && (line < 0 || hit[0].rect[2] * hit[0].rect[3] <= 4 * page.lines[line][2] * page.lines[line][3])) {
      if (line >= 0) set({ line });
      pickFinding(hit[1], false);
      return;
    }
  }
  let found = page.lines.findIndex((line) => within(point, line));
  if (found < 0) found = page.lines.findIndex((line) => within(point, line, SPREAD));
  pickLine(found);
}

function pickLine(at, move = false) {
  const line = here().lines?.[at];
  if (!line) { set({ line: -1, box: null, finding: -1 }); return; }
  set({ line: at, box: line.slice(0, 4), finding: -1, tab: "text" });
  if (move) { goTo(line.slice(0, 4)); tell(line[4]); }
}

/** Show a finding at its place. */
function pickFinding(at, move = true) {
  const finding = data.findings[at];
  if (!finding) return;
  if (finding.page >= 0 && finding.page !== state.page) set({ page: finding.page, line: -1 });
  set({ finding: at, view: "page", tab: "findings", box: finding.rect });
  if (move) goTo(finding.rect);
  tell(finding.message[state.lang]);
  document.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: "nearest" });
}

function nextFinding(step) {
  const listed = listedFindings();
  if (!listed.length) return;
  const now = listed.indexOf(state.finding);
  pickFinding(listed[now < 0 ? (step > 0 ? 0 : listed.length - 1) : (now + step + listed.length) % listed.length]);
}

function stepLine(step) {
  const { lines } = here();
  if (lines?.length) pickLine(state.line < 0 ? (step > 0 ? 0 : lines.length - 1) : clamp(state.line + step, 0, lines.length - 1), true);
}

/** The words of a line's style: the part of the story in the reader's language, and the style's own name. */
const styleOf = (look) => look.style.split(" / ").filter(Boolean).map((one) => {
  const [part, name] = one.split(": ");
  return name ? `${say(part)} (${name})` : say(part);
}).join(" / ");

function drawText() {
  const panel = $("panel-text"), page = here(), line = page.lines?.[state.line];
  panel.replaceChildren();
  if (!line) { panel.append(make("p", { class: "quiet", text: say("pick-text") })); return; }
  const [x, y, width, height, text, source, lookAt, groupAt, frameAt, before] = line;
  const look = page.looks[lookAt], [kind, slot] = page.groups[groupAt], [file, row, start] = page.sources[source] || ["", 0, 0];
  const column = start && start + before;
  const fit = page.copyfit.find((one) => one.slot === slot && kind === "story");
  const facts = [["source", placeButton(file, row, column)], ["style", styleOf(look) || "—"],
    ["face", look.face], ["size", `${look.size / 1000} pt${look.hao ? `  ${look.hao}` : ""}`], ["ink", look.ink]];
  if (fit) facts.unshift(["story", fit.story]);
  if (slot) facts.push(["slot", slot]);
  if (frameAt >= 0) facts.push(["frame", `${page.frames[frameAt][0]} ${page.frames[frameAt][1]}`]);
  facts.push(["place", `${mm(x)}, ${mm(y)}   ${mm(width)} × ${mm(height)} mm`]);
  const list = make("dl");
  for (const [word, value] of facts) list.append(make("dt", { text: say(word) }), make("dd", {}, value));
  panel.append(make("blockquote", { text }), list);
  const listing = excerpt(file, row, column);
  if (listing) panel.append(listing);
}

const placeText = (file, row, column) => (row ? `${file}:${row}:${column}` : file);

/** A place in a file; pressing it copies it. */
function placeButton(file, row, column) {
  const text = placeText(file, row, column);
  if (!text) return make("span", { text: "—" });
  return make("button", { type: "button", class: "place", text, title: say("copy"), onclick: (event) => {
    event.stopPropagation();
    navigator.clipboard?.writeText(text).then(() => tell(say("copied", { text })), () => {});
  } });
}

/** Some lines of a source file round a place. */
function excerpt(file, row, column) {
  const source = data.files[file];
  if (!source || !row) return null;
  const rows = source.split("\n"), first = Math.max(1, row - 2), last = Math.min(rows.length, row + 2);
  const listing = make("ol", { class: "excerpt", start: first, tabindex: 0, "aria-label": say("source") });
  for (let at = first; at <= last; at++) {
    const text = rows[at - 1], item = make("li", { class: at === row ? "here" : undefined, value: at });
    if (at === row && column > 0) {
      const characters = Array.from(text);
      item.append(characters.slice(0, column - 1).join(""), make("mark", { text: characters.slice(column - 1, column + 7).join("") }), characters.slice(column + 7).join(""));
    } else item.textContent = text || " ";
    listing.append(item);
  }
  return listing;
}

const tell = (text) => { $("foot-said").textContent = text; };
