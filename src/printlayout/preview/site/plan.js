// The strip of pages and the flat plan, in the pairs that lie open together.
const folio = (page) => page.folio;

function pageButton(at) {
  const page = data.pages[at];
  const counts = { error: 0, warning: 0 };
  for (const finding of data.findings) if (finding.page === at && finding.severity in counts) counts[finding.severity]++;
  const picture = page.thumb
    ? make("img", { src: urlOf(page.thumb), alt: say("page"), draggable: "false", width: page.size[0], height: page.size[1] })
    : make("span", { class: "missing", text: "—" });
  return make("button", {
    type: "button", class: "thumb", "data-page": at, "aria-current": at === state.page ? "page" : undefined, onclick: () => set({ page: at, view: "page", line: -1, box: null, finding: -1 }),
  }, picture, make("span", { class: "label" }, make("b", { text: folio(page) }), make("span", { text: page.section }),
    ...Object.entries(counts).filter(([, count]) => count).map(([severity, count]) => make("span", { class: `badge ${severity}` },
      make("span", { "aria-hidden": "true", text: `${GLYPHS[severity]} ` }), make("span", { class: "unseen", text: `${say(severity)} ` }), String(count)))));
}

const openings = () => data.openings.map((pages) => make("div", { class: `opening n${pages.length}` }, ...pages.map(pageButton)));

function drawPlan() {
  $("strip").replaceChildren(...openings());
  $("plan").replaceChildren(...openings());
  markPage();
}

function markPage() {
  for (const one of document.querySelectorAll(".thumb")) {
    if (Number(one.dataset.page) === state.page) one.setAttribute("aria-current", "page"); else one.removeAttribute("aria-current");
  }
  document.querySelector("#strip [aria-current]")?.scrollIntoView({ block: "nearest" });
  const page = here();
  $("foot-page").textContent = [folio(page), page.section, page.layout, say(page.sound ? "sound" : "unsound")].filter(Boolean).join("   ");
  $("foot-page").classList.toggle("bad", !page.sound);
  if (page.stem) try { history.replaceState(null, "", `#${encodeURIComponent(page.stem)}`); } catch { /* a page that may not change its address */ }
}

function showView() {
  $("plan").hidden = state.view !== "plan";
  $("stage").hidden = state.view === "plan";
  if (state.view === "page") sizeSheet();
}

const turn = (step) => set({ page: clamp(state.page + step, 0, data.pages.length - 1), line: -1, box: null, finding: -1 });
