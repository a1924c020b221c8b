/** What is compared, and how it is put on a page. */
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} tag the element on the page
 * @property {string} folder where its files are
 * @property {(at: string) => string} lines those of a page's head that load it from an address
 */

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** What `cargo xtask bench` has built. */
const built = fileURLToPath(new URL("../../target/bench/peers", import.meta.url));

/** @param {string} name @returns {Subject} */
function peer(name) {
  return {
    name,
    tag: "aftercare-peer",
    folder: `${built}/${name}`,
    lines: (at) => `<script type="module" src="${at}/peer.js"></script>`,
  };
}

/** The one that all others are compared with. @type {Subject} */
export const OURS = {
  name: "ours",
  tag: "aftercare-consensus",
  folder: dist,
  lines: (at) => `<script src="${at}/aftercare-consensus.iife.js" defer></script>`,
};

/** The module with the wasm inside. @type {Subject} */
const MODULE = {
  ...OURS,
  name: "ours, module",
  lines: (at) => `
    <link rel="modulepreload" href="${at}/aftercare-consensus.js">
    <script type="module" src="${at}/define.js"></script>`,
};

/** The module with the wasm in a file beside it. @type {Subject} */
const SPLIT = {
  ...OURS,
  name: "ours, split",
  lines: (at) => `
    <link rel="preload" as="fetch" crossorigin type="application/wasm" href="${at}/aftercare-consensus.wasm">
    <script type="module">
      import { define } from "${at}/split.js";
      define();
    </script>
    <link rel="modulepreload" href="${at}/split.js">`,
};

export const PEERS = ["plain", "preact", "lit", "react"].map(peer);

export const SUBJECTS = [OURS, MODULE, SPLIT, ...PEERS];

/**
 * A page of a clinic.
 *
 * @param {Subject} subject
 * @param {string} attributes of its element
 * @param {number} [elements]
 */
export function page(subject, attributes, elements = 1) {
  const { tag } = subject;
  const element = `<${tag} ${attributes}>Ask your clinic when exercise is fine.</${tag}>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Aftercare</title>
    <meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,">
    ${subject.lines("/files")}
  </head>
  <body>
    <h1>After your treatment</h1>
    ${element.repeat(elements)}
  </body>
</html>
`;
}
