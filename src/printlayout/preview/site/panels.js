// The panels at the right: findings and copyfit. (Inks have a part of their own, text is drawn by what is picked.)
const TABS = ["findings", "copyfit", "inks", "text"];
const GLYPHS = { error: "■", warning: "▲", info: "●" };

function drawTabs() {
  const counts = { findings: data.findings.length, copyfit: data.pages.reduce((sum, page) => sum + page.copyfit.length, 0) };
  $("tabs").replaceChildren(...TABS.map((tab) => make("button", {
    type: "button", role: "tab", id: `tab-${tab}`, "aria-selected": String(state.tab === tab), "aria-controls": `panel-${tab}`,
    tabindex: state.tab === tab ? 0 : -1, onclick: () => set({ tab }),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      set({ tab: TABS[(TABS.indexOf(state.tab) + step + TABS.length) % TABS.length] });
      $(`tab-${state.tab}`).focus();
    },
  }, say(tab), counts[tab] ? make("span", { class: "count", text: counts[tab] }) : null)));
  for (const tab of TABS) $(`panel-${tab}`).hidden = tab !== state.tab;
}

/** The choice between this page and the whole issue. */
function scopeChoice() {
  return make("div", { class: "choice", role: "group", "aria-label": say("scope") }, ...["this-page", "whole-issue"].map((word) => {
    const scope = word === "this-page" ? "page" : "issue";
    return button(word, "", () => set({ scope }), { "aria-pressed": String(state.scope === scope) });
  }));
}

const inScope = (page) => state.scope === "issue" || page === state.page || page < 0;

/** The findings listed, by index. */
const listedFindings = () => data.findings.map((finding, at) => at)
  .filter((at) => inScope(data.findings[at].page) && state.shown[data.findings[at].severity]);

function drawFindings() {
  const panel = $("panel-findings"), kept = panel.scrollTop;
  const chips = make("div", { class: "choice", role: "group", "aria-label": say("show") }, ...Object.keys(GLYPHS).map((severity) => {
    const count = data.findings.filter((finding) => finding.severity === severity && inScope(finding.page)).length;
    return make("button", {
      type: "button", class: severity, "aria-pressed": String(state.shown[severity]), title: say(severity),
      onclick: () => set({ shown: { ...state.shown, [severity]: !state.shown[severity] } }),
    }, make("span", { class: "glyph", "aria-hidden": "true", text: GLYPHS[severity] }), ` ${say(severity)} ${count}`);
  }));
  const list = make("ol", { class: "rows" });
  for (const at of listedFindings()) list.append(findingRow(at));
  panel.replaceChildren(make("div", { class: "head" }, scopeChoice(), chips), list.children.length ? list : make("p", { class: "quiet", text: say("no-findings") }));
  panel.scrollTop = kept;
}

function findingRow(at) {
  const finding = data.findings[at];
  const where = finding.page >= 0 ? data.pages[finding.page].folio : "";
  const hint = finding.hint[state.lang];
  const text = make("button", {
    type: "button", class: "row", "data-row": at, "aria-current": state.finding === at ? "true" : undefined, onclick: () => pickFinding(at),
  },
  make("span", { class: `glyph ${finding.severity}`, role: "img", "aria-label": say(finding.severity), text: GLYPHS[finding.severity] }),
  make("span", { class: "message", text: finding.message[state.lang] }),
  make("span", { class: "number", text: `${at + 1}` }));
  const below = make("div", { class: "below" }, where ? make("span", { class: "folio", text: where }) : null,
    placeButton(finding.file, finding.line, finding.column), make("span", { class: "code", text: finding.code }),
    finding.rect ? null : make("span", { text: say("no-place") }));
  const item = make("li", { value: at + 1, class: state.finding === at ? "current" : undefined }, text, below);
  if (state.finding === at) {
    if (hint) item.append(make("p", { class: "hint", text: hint }));
    const listing = excerpt(finding.file, finding.line, finding.column);
    if (listing) item.append(listing);
  }
  return item;
}

/** How a story stands, in a word. */
function fitWord(fit) {
  if (fit.overset_lines) return say("over", { n: fit.overset_lines, m: fit.overset_characters });
  return fit.free_lines ? say("free", { n: fit.free_lines }) : say("good");
}

function drawCopyfit() {
  const rows = [];
  data.pages.forEach((page, at) => {
    if (inScope(at)) for (const fit of page.copyfit) rows.push([at, page, fit]);
  });
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...["page", "story", "characters", "lines", "state"].map((word) =>
    make("th", { scope: "col", text: say(word) })))));
  const body = make("tbody");
  for (const [at, page, fit] of rows) {
    const total = fit.lines + fit.free_lines + fit.overset_lines || 1;
    const share = Math.round(100 * fit.lines / total);
    body.append(make("tr", { class: fit.overset_lines ? "over" : fit.free_lines ? "free" : "" },
      make("td", { text: page.folio }),
      make("th", { scope: "row" }, make("button", { type: "button", class: "link", text: fit.story, onclick: () => showStory(at, fit) }), make("small", { text: fit.slot })),
      make("td", { text: fit.characters }), make("td", { text: fit.lines }),
      make("td", {}, make("span", { text: fitWord(fit) }), make("meter", { min: 0, max: 100, value: share, "aria-label": fitWord(fit) }), ...further(fit))));
  }
  table.append(body);
  $("panel-copyfit").replaceChildren(make("div", { class: "head" }, scopeChoice()), rows.length ? table : make("p", { class: "quiet", text: say("no-stories") }));
}

/** What was changed to make a story fit, and what would make it fit, least harm first. */
function further(fit) {
  const own = state.lang === "en" ? fit.en : fit;
  const lines = own.done ? [`${say("fit-done")} ${own.done}`] : [];
  lines.push(...own.remedies.map((one) => `${say("fit-way")} ${one.text}`));
  return lines.map((text) => make("small", { text }));
}

function showStory(at, fit) {
  if (at !== state.page) set({ page: at });
  const frames = here().frames.filter(([, name]) => name === fit.slot);
  const frame = frames.find(([kind]) => kind === "slot") || frames[0];
  set({ view: "page", box: frame ? frame.slice(2) : null, line: -1, finding: -1 });
  if (frame) goTo(frame.slice(2));
}
