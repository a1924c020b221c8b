/** The module, which run.js serves beside measure.js. */
export * from "../../www/module.js";
