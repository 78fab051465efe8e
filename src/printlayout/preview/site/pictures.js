// Pictures as pixels. Where they come from is said by `held` (in this file) or `asked` (of the live preview).
/** One tone of every pixel of a grey picture, or all four of a coloured one. */
async function pixelsOf(name, whole = false) {
  const bitmap = await createImageBitmap(await blobOf(name), { colorSpaceConversion: "none" });
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
