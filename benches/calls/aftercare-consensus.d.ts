/** The module, which run.js serves in the folder of measure.js. */
export * from "../../www/entries/module.js";
