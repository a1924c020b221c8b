import type { Api, GuidanceError as Refusal } from "./module.js";

type Program = Api & { GuidanceError: typeof Refusal };

declare global {
  /**
   * What the classic scripts put on the page. `init` brings the functions: beside the
   * classic script from the module, in the full script at once, where they stand on it, too.
   */
  var AftercareConsensus: Readonly<{ init(): Promise<Program> } & Partial<Program>>;
}
