// Pictures, decoded when they are first looked at. A live preview replaces `blobOf`.
const urls = new Map();

function blobOf(name) {
  const held = $(`image-${name}`);
  if (!held) return null;
  const text = atob(held.textContent);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return new Blob([bytes], { type: held.dataset.kind });
}

/** The address of a picture inside this page; empty if there is none. */
function urlOf(name) {
  if (!name) return "";
  if (!urls.has(name)) {
    const blob = blobOf(name);
    urls.set(name, blob ? URL.createObjectURL(blob) : "");
  }
  return urls.get(name);
}

/** One tone of every pixel of a grey picture, or all four of a coloured one. */
async function pixelsOf(name, whole = false) {
  const bitmap = await createImageBitmap(blobOf(name), { colorSpaceConversion: "none" });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
  if (whole) return pixels;
  const tones = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < tones.length; at++) tones[at] = pixels[at * 4];
  return tones;
}
