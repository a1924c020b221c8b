/** Which custom properties does the element's style sheet read, and what holds where none is set? */

/**
 * @param {string} css
 * @returns {Map<string, { light: string, dark: string }>} by name, as the sheet has them
 */
export function customProperties(css) {
  const dark = css.match(/@media screen and \(prefers-color-scheme: dark\) \{\n([^]*?)\n\}/)?.[1] ?? "";
  const inTheDark = defaults(dark);
  return new Map(
    [...defaults(css.replace(dark, ""))].map(([name, light]) => [
      name,
      { light, dark: inTheDark.get(name) ?? light },
    ]),
  );
}

/**
 * @param {string} css
 * @returns {Map<string, string>}
 */
function defaults(css) {
  return new Map(
    [...css.matchAll(/var\((--aftercare-[a-z-]+),\s*([^;]+)\);/g)].map(([, name, value]) => [name, value]),
  );
}
