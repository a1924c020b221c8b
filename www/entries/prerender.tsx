/**
 * Run by Node at build: prints the form of our own page in a language, as the element draws
 * it before anything is chosen, for readers whose script is still on its way. The language's
 * script is imported before this one.
 */
import { renderToString } from "preact-render-to-string";
import { provideInline, start } from "../core/wasm";
import { decode } from "../core/wasm-text";
import type { Actions } from "../view/actions";
import { State } from "../view/state";
import { Widget } from "../view/Widget";
import { wasmText } from "generated/wasm-text";

/** Whatever the day and the zone of the build, and so late that all parts of the day have begun. */
const NOW = new Date(2000, 0, 1, 23, 59).getTime();

const HINT = '<p class="hint">';

const lang = process.argv[2] ?? "";
provideInline(wasmText, decode);
await start();
const state = new State({ ask: "" }, lang);
state.start(NOW);
state.lookUpHelp();
if (state.settings.lang !== lang) {
  throw new Error(`the words of "${lang}" are not loaded`);
}
// As in MountedView; its style sheet shows it.
const form = renderToString(
  <div class="root" part="root" dir="ltr" lang={lang} hidden>
    <Widget state={state} actions={{} as Actions} sheet={null} address="">
      {null}
    </Widget>
  </div>,
);
if (!form.includes(HINT)) {
  throw new Error("the form has no hint, before which the text inside the element belongs");
}
process.stdout.write(
  form
    // What is preset and chosen says so twice.
    .replace(/ selected(?=[^>]* selected)/g, "")
    .replace(HINT, `<slot class="late"></slot>${HINT}`),
);
