/**
 * For the host's page: lets each frame that holds `embed.html` be as high as
 * what it shows. Optional: without it the frame scrolls.
 */
(() => {
  /** Higher is no card, whatever a frame says. */
  const HIGHEST = 100_000;

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.type !== "aftercare-consensus:height") {
      return;
    }
    const { height } = data;
    if (typeof height !== "number" || !(height > 0 && height <= HIGHEST)) {
      return;
    }
    for (const frame of document.querySelectorAll("iframe[src]")) {
      const { clientHeight, contentWindow, offsetHeight, src, style } = /** @type {HTMLIFrameElement} */ (
        frame
      );
      // The browser has made the address whole, where it is one. A sandboxed frame
      // has no origin of its own.
      const isOurs =
        contentWindow === source &&
        /^[^?#]*\/embed\.html([?#]|$)/.test(src) &&
        (origin === "null" || src.startsWith(`${origin}/`));
      if (isOurs) {
        const borders = getComputedStyle(frame).boxSizing === "border-box" ? offsetHeight - clientHeight : 0;
        style.blockSize = `${Math.ceil(height) + borders}px`;
      }
    }
  });
})();
