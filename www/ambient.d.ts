/** What the build makes, by the names under which the sources import it. */
declare module "built:glue" {
  import type { Glue } from "./glue.js";
  export const guidance: Glue["guidance"];
  export const timeline: Glue["timeline"];
  export const catalog: Glue["catalog"];
  export const language: Glue["language"];
  export const version: Glue["version"];
  export const View: Glue["View"];
  export function initSync(options: { module: BufferSource }): unknown;
  export default function init(options: { module_or_path: unknown }): Promise<unknown>;
}

/** The wasm in hexadecimal digits. */
declare module "built:wasm" {
  const digits: string;
  export default digits;
}

/** The element's style sheet. */
declare module "built:style" {
  const css: string;
  export default css;
}
