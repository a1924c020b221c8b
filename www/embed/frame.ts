/**
 * The frame for other sites (`embed.html`): the element, which takes its settings from
 * the frame's address, and whose height the host is told.
 */
import { linkSettings } from "../core/api";
import { FRAME, apply, followHash } from "../page/link";
import "../entries/classic";

const element = document.querySelector("aftercare-consensus");
if (element) {
  apply(element, linkSettings(location.search, FRAME));
  followHash(element, FRAME);
}

// A host that runs embed.js lets the frame grow; without it the frame scrolls.
if (parent !== window) {
  let height = 0;
  // To any host: a height tells nothing about who reads what.
  const tell = () => parent.postMessage({ type: "aftercare-consensus:height", height }, "*");
  new ResizeObserver(() => {
    // The body's own height, not the frame's, or the two would chase each other.
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now !== height) {
      height = now;
      tell();
    }
  }).observe(document.body);
  // The host's script may come later than this.
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "aftercare-consensus:ask-height") {
      tell();
    }
  });
}
