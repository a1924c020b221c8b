/** Which custom properties does the element's style sheet read, and what holds where none is set? */

/**
 * @param {string} css
 * @returns {Map<string, { light: string, dark: string }>} by name, as the sheet has them
 */
export function customProperties(css) {
  const found = new Map();
  for (const [, name, value] of css.matchAll(/: var\((--aftercare-[a-z-]+), ([^;]+)\);/g)) {
    const [light, dark] = value.match(/#[\da-f]{3,6}/gi) ?? [value, value];
    // In the order of the sheet; what has two themes comes last.
    found.set(name, { light, dark: dark ?? light });
  }
  return found;
}
