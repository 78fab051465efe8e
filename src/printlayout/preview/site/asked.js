// Pictures of the live preview, asked of the program by names that say their content.
const urlOf = (name) => (name ? `image/${name}` : "");

async function blobOf(name) {
  const answer = await fetch(urlOf(name));
  return answer.blob();
}
