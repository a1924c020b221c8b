/**
 * How does a reader pass a question on? By a link with everything behind its
 * `#`, which no server is told; only when the reader asks for it.
 */

/** What belongs to the question as the page shows it, beside the question itself. */
const LOOKS = ["lang", "names", "panels"];

/** A file has no address that leads anywhere else. */
export const canShare = () => location.protocol.startsWith("http");

/**
 * The link. Where the page names no brands, neither does the question.
 *
 * @param {Element} element
 * @param {string} question
 */
export function linkTo(element, question) {
  let link = `${location.origin}${location.pathname}#${question}`;
  for (const name of LOOKS) {
    const value = element.getAttribute(name);
    if (value) {
      link += `&${name}=${encodeURIComponent(value)}`;
    }
  }
  return link;
}

/**
 * Hands a link on in the best way that there is.
 *
 * @param {string} url
 * @returns {Promise<"shared" | "copied" | "shown">} `shown`: the reader has to copy it
 */
export async function share(url) {
  if (typeof navigator.share === "function") {
    try {
      await navigator.share({ title: document.title, url });
      return "shared";
    } catch (error) {
      if (/** @type {any} */ (error)?.name === "AbortError") {
        // The reader has thought better of it.
        return "shared";
      }
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "shown";
  }
}
