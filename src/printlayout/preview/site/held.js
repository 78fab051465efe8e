// Pictures that stand in this file, decoded when they are first looked at.
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
