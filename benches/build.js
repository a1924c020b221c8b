/** Builds the peers, each by Vite's production build, as its community ships. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import purge from "@fullhuman/postcss-purgecss";
import react from "@vitejs/plugin-react";
import { minifyHTMLLiterals } from "minify-literals";
import { build } from "vite";
import { evidenceWords, peersCorpus } from "./lib/corpus.js";

const peers = fileURLToPath(new URL("peers/", import.meta.url));

const purgecss = /** @type {any} */ (purge).default ?? purge;

/** Takes the space out of Lit's templates, which no one would ship. @type {import("vite").Plugin} */
const minifiedTemplates = {
  name: "minified-templates",
  async transform(code, id) {
    return id.includes("/peers/lit/") ? await minifyHTMLLiterals(code, { fileName: id }) : undefined;
  },
};

/**
 * What differs from one to the other.
 *
 * @type {Record<string, { entry: string } & import("vite").UserConfig>}
 */
const PEERS = {
  plain: { entry: "main.js" },
  preact: { entry: "main.jsx", oxc: { jsx: { runtime: "automatic", importSource: "preact" } } },
  lit: { entry: "main.js", plugins: [minifiedTemplates] },
  react: { entry: "main.jsx", plugins: [react()] },
};

const [printed, out] = process.argv.slice(2);
if (!printed || !out) {
  throw new Error(
    "Give the file with the corpus and the folder for what is built; `cargo xtask bench` does.",
  );
}
const data = JSON.parse(readFileSync(printed, "utf8"));
mkdirSync(out, { recursive: true });
const corpus = write("corpus.json", peersCorpus(data));
const words = write("evidence-words.json", evidenceWords(data));

for (const [name, { entry, ...own }] of Object.entries(PEERS)) {
  await build({
    ...own,
    configFile: false,
    root: peers,
    logLevel: "warn",
    resolve: { alias: { "built:corpus": corpus, "built:evidence-words": words } },
    css: {
      postcss: {
        // Ours has rules for parts that the peers do not have.
        plugins: [
          purgecss({
            content: [`${peers}/{engine,plain,preact,lit,react}/*.{js,jsx}`],
            safelist: { greedy: [/:host/, /part=/], standard: [/^(fine|wait|silent|untimed)$/, /^lines-/] },
          }),
        ],
      },
    },
    build: {
      outDir: `${out}/${name}`,
      emptyOutDir: true,
      // The browsers of ours, not older ones.
      target: "es2022",
      modulePreload: false,
      rollupOptions: {
        input: `${peers}/${name}/${entry}`,
        output: { entryFileNames: "peer.js", chunkFileNames: "[name].js", format: "es" },
      },
    },
  });
}

/** @param {string} name @param {unknown} content */
function write(name, content) {
  const path = `${out}/${name}`;
  writeFileSync(path, JSON.stringify(content));
  return path;
}
