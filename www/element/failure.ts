/** What is wrong, for programs and for the reader; the error of a bad attribute has a sentence of its own. */
export function failureOf(error: unknown) {
  const { code, message, text, lang } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    text?: string;
    lang?: string;
  };
  const isKnown = typeof code === "string" && code !== "internal";
  return {
    code: isKnown ? code : "internal",
    message: `${message ?? error}`,
    shown: isKnown ? `${message}` : "The answer cannot be shown here.",
    text,
    lang: lang ?? "en",
  };
}
