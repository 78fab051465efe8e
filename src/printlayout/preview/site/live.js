// The live preview: the program sends what has changed, and it is put in place of what was there.
const live = { version: data.version, connected: true, turn: Promise.resolve() };

/** Whether two things are the same to the last value. */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The picture of the page being looked at, decoded before the old one goes: the page never blinks. */
async function decoded(name) {
  if (!name) return;
  const image = new Image();
  image.src = urlOf(name);
  try { await image.decode(); } catch { /* gone already: a newer one is on its way */ }
}

/** How pages look now, ahead of everything else about them. */
async function glance(images) {
  const image = images[state.page], page = here();
  for (const [at, name] of Object.entries(images)) if (data.pages[at]) data.pages[at].image = name;
  if (!image) return;
  await decoded(image);
  if (here() === page && page.sheet) { Object.assign(page, { plates: [], heat: "", coming: true }); showPixels(); }
}

async function take(news) {
  if (news.reload) { location.reload(); return; }
  await glance(Object.fromEntries(Object.entries(news.glances).filter(([at]) => !news.pages[at])));
  const mine = news.pages[state.page];
  if (mine && mine.image !== here().image) await decoded(mine.image);
  const thumbs = JSON.stringify([data.openings, data.pages.map((page) => [page.thumb, page.sound]), data.findings.map((one) => [one.page, one.severity])]);
  const before = { findings: data.findings, facts: [data.paper, data.date, data.edition] };
  if (news.facts.paper_table !== data.paper_table) paperTable = null;
  Object.assign(data, news.facts, { findings: news.findings, openings: news.openings, faults: news.faults });
  Object.assign(data.files, news.files);
  for (const [at, page] of Object.entries(news.pages)) data.pages[at] = page;
  live.version = news.version;
  if (mine) {
    plateStore.page = -1;
    set({ page: state.page, line: -1, box: null, finding: -1 });
    sizeSheet();
  } else if (!same(before.findings, data.findings)) set({ finding: -1, shown: state.shown });
  else if (Object.keys(news.pages).length) drawCopyfit();
  if (mine || !same(before.findings, data.findings)) drawMarks();
  const now = JSON.stringify([data.openings, data.pages.map((page) => [page.thumb, page.sound]), data.findings.map((one) => [one.page, one.severity])]);
  if (now !== thumbs) keepFocus(drawPlan);
  if (!same(before.facts, [data.paper, data.date, data.edition])) drawBar();
  drawTabs();
  drawFaults();
  document.documentElement.dataset.version = String(live.version);
}

/** Draw something anew without taking the keyboard from the page that had it. */
function keepFocus(draw) {
  const held = document.activeElement?.dataset?.page, within = document.activeElement?.closest?.("#strip, #plan")?.id;
  draw();
  if (held !== undefined && within) document.querySelector(`#${within} [data-page="${held}"]`)?.focus();
}

/** What stands in the way of a page, over it; the page below is how it was before. */
function drawFaults() {
  const box = $("faults"), faults = data.faults;
  const scrolled = box.scrollTop;
  box.hidden = !faults.length;
  document.title = (faults.length ? "■ " : "") + data.title;
  if (!faults.length) { box.replaceChildren(); return; }
  const list = make("ol", { class: "faults" });
  for (const fault of faults) {
    const item = make("li", {}, make("p", { class: "message" }, make("span", { class: "glyph error", "aria-hidden": "true", text: GLYPHS.error }), ` ${fault.message[state.lang]}`),
      make("p", { class: "below" }, placeButton(fault.file, fault.line, fault.column), make("span", { class: "code", text: fault.code })));
    const listing = excerpt(fault.file, fault.line, fault.column);
    if (listing) item.append(listing);
    if (fault.hint[state.lang]) item.append(make("p", { class: "hint", text: fault.hint[state.lang] }));
    list.append(item);
  }
  box.setAttribute("aria-label", say("faults"));
  box.replaceChildren(make("h2", { text: say("faults-told", { n: faults.length }) }), make("p", { class: "quiet", text: say("as-before") }), list);
  box.scrollTop = scrolled;
}

function drawLive() {
  const sign = $("foot-live");
  sign.classList.toggle("lost", !live.connected);
  sign.textContent = say(live.connected ? "live" : "lost");
}

function listen() {
  const events = new EventSource(`events?since=${encodeURIComponent(live.version)}`);
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    live.turn = live.turn.then(() => take(news)).catch((fault) => console.error(fault));
  };
  events.onopen = () => { live.connected = true; drawLive(); };
  events.onerror = () => { live.connected = false; drawLive(); };
  addEventListener("pagehide", () => events.close());
}

on("lang", drawFaults);
on("lang", drawLive);
drawFaults();
drawLive();
listen();
document.documentElement.dataset.version = String(live.version);
