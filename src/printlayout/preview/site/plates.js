// Plates put together as the press would. Every mixture of the four process inks in 16 steps is looked up in a table
// that the program made with the press's profile: no colour is reckoned here, unless there is no profile.
const plateStore = { page: -1, tones: null };
let paperTable = null;

/** How much ink each plate of a page has at every pixel, in fifteenths; null for bare plates. */
async function tonesOf(page) {
  if (plateStore.page !== page) {
    plateStore.page = page;
    plateStore.tones = Promise.all(data.pages[page].plates.map(async ([, name]) => {
      if (!name) return null;
      const tones = await pixelsOf(name);
      for (let at = 0; at < tones.length; at++) tones[at] = 15 - Math.round(tones[at] / 17);
      return tones;
    }));
  }
  return plateStore.tones;
}

/** The colours of all mixtures: c * 4096 + m * 256 + y * 16 + k. */
async function tableOf() {
  if (paperTable) return paperTable;
  paperTable = data.paper_table ? await pixelsOf(data.paper_table, true) : plainTable();
  return paperTable;
}

function plainTable() {
  const table = new Uint8ClampedArray(65536 * 4);
  for (let at = 0; at < 65536; at++) {
    const parts = [at >> 12, (at >> 8) & 15, (at >> 4) & 15];
    parts.forEach((part, channel) => { table[at * 4 + channel] = 255 * (1 - part / 15) * (1 - (at & 15) / 15); });
    table[at * 4 + 3] = 255;
  }
  return table;
}

/** The plates chosen as one picture. `paper`: with the colour of the paper; a single plate alone is shown in grey. */
async function composed(page, chosen, paper) {
  const [tones, table] = await Promise.all([tonesOf(page), tableOf()]);
  const { plate_size: size, plates } = data.pages[page];
  const image = new ImageData(size[0], size[1]);
  const out = new Uint32Array(image.data.buffer);
  const inked = plates.map(([name, , ...alternate], at) => ({ name, alternate, tones: tones[at] }))
    .filter((plate) => plate.tones && chosen[plate.name] !== false);
  const single = !paper && Object.values(chosen).filter((shown) => shown === false).length === plates.length - 1;
  const colours = single ? greys() : mixtures(table, paper);
  out.fill(colours[0]);
  if (!inked.length) return image;
  const order = single ? inked.map((plate) => [plate.tones, 1]) : [];
  const spots = [];
  if (!single) {
    for (const plate of inked) {
      const shift = [12, 8, 4, 0][data.process.indexOf(plate.name)];
      if (shift === undefined) spots.push(plate); else order.push([plate.tones, 1 << shift]);
    }
  }
  const keys = new Uint16Array(out.length);
  for (const [tones, factor] of order) for (let at = 0; at < keys.length; at++) keys[at] += tones[at] * factor;
  for (const spot of spots) layOver(keys, spot);
  for (let at = 0; at < keys.length; at++) if (keys[at]) out[at] = colours[keys[at]];
  return image;
}

/** A spot ink over the process inks, by its alternate: what it leaves uncovered of each shows through. */
function layOver(keys, { tones, alternate }) {
  for (let at = 0; at < keys.length; at++) {
    if (!tones[at]) continue;
    let key = 0;
    for (let ink = 0; ink < 4; ink++) {
      const below = (keys[at] >> (12 - 4 * ink)) & 15;
      const above = tones[at] * alternate[ink] / 1000;
      key = key * 16 + Math.round(15 - (15 - below) * (15 - above) / 15);
    }
    keys[at] = key;
  }
}

const pack = (red, green, blue) => (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
const greys = () => Uint32Array.from({ length: 16 }, (_, tone) => pack(255 - tone * 17, 255 - tone * 17, 255 - tone * 17));

/** The colour of every mixture; without the paper the range from its white to the darkest mixture fills the screen's. */
function mixtures(table, paper) {
  const scaled = [0, 1, 2].map((channel) => {
    const white = paper ? 255 : table[channel], dark = paper ? 0 : table[65535 * 4 + channel];
    return Uint8ClampedArray.from({ length: 256 }, (_, value) => (value - dark) * 255 / (white - dark));
  });
  return Uint32Array.from({ length: 65536 }, (_, at) =>
    pack(scaled[0][table[at * 4]], scaled[1][table[at * 4 + 1]], scaled[2][table[at * 4 + 2]]));
}

/** Per cent of each plate round a pixel: the mean of four by four, which undoes the dither. */
async function density(page, x, y) {
  const tones = await tonesOf(page);
  const [width, height] = data.pages[page].plate_size;
  const left = clamp(x - (x % 4), 0, width - 4), top = clamp(y - (y % 4), 0, height - 4);
  return data.pages[page].plates.map(([name], at) => {
    let sum = 0;
    if (tones[at]) for (let row = 0; row < 4; row++) for (let column = 0; column < 4; column++) sum += tones[at][(top + row) * width + left + column];
    return [name, Math.round(sum * 100 / 240)];
  });
}
