/**
 * For the host's page: lets each frame that holds `embed.html` be as high as
 * what it shows. Optional: without it the frame scrolls.
 */
(() => {
  /** Higher is no card, whatever a frame says. */
  const HIGHEST = 100_000;

  /**
   * @param {string} src what a frame holds; a site may have frames with an address that is none
   * @param {string} origin who speaks; a sandboxed frame has no origin of its own
   */
  const holdsOurPage = (src, origin) => {
    try {
      const address = new URL(src, document.baseURI);
      return address.pathname.endsWith("/embed.html") && (origin === "null" || origin === address.origin);
    } catch {
      return false;
    }
  };

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
      const isOurs = contentWindow === source && holdsOurPage(src, origin);
      if (isOurs) {
        const borders = getComputedStyle(frame).boxSizing === "border-box" ? offsetHeight - clientHeight : 0;
        style.blockSize = `${Math.ceil(height) + borders}px`;
      }
    }
  });
})();
