/**
 * For the host's page: makes each frame that holds `embed.html` as high as what it
 * shows. Optional: without it the frame scrolls.
 */

/** No height above this is accepted from a frame. */
const HIGHEST = 100_000;

/** A frame may have told its height before this script was there. */
const ASK = { type: "aftercare-consensus:ask-height" };

addEventListener("message", ({ data, source }) => {
  if (data?.type !== "aftercare-consensus:height") {
    return;
  }
  const { height } = data;
  if (typeof height !== "number" || !(height > 0 && height <= HIGHEST)) {
    return;
  }
  const frames = [...document.querySelectorAll("iframe")];
  // A frame may have another name on this site, and lead to another site.
  const named = frames.filter(({ src }) => /^[^?#]*\/embed\.html([?#]|$)/.test(src));
  const frame = (named[0] ? named : frames).find(({ contentWindow }) => contentWindow === source);
  if (frame) {
    const { clientHeight, offsetHeight, style } = frame;
    const borders = getComputedStyle(frame).boxSizing === "border-box" ? offsetHeight - clientHeight : 0;
    style.blockSize = `${Math.ceil(height) + borders}px`;
  }
});

for (const { contentWindow } of document.querySelectorAll("iframe")) {
  contentWindow?.postMessage(ASK, "*");
}
