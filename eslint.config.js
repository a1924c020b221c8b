import js from "@eslint/js";
import globals from "globals";

/** Attacks that a page under Trusted Types refuses: never written here at all. */
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"].map((property) => ({
  selector: `MemberExpression[property.name='${property.split(".").pop()}']`,
  message: "Make elements with createElement and textContent.",
}));

export default [
  { ignores: ["dist/", "target/", "node_modules/"] },
  js.configs.recommended,
  {
    rules: {
      curly: "error",
      eqeqeq: "error",
      "no-implicit-coercion": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["www/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-console": "error", "no-restricted-syntax": ["error", ...markup] },
  },
  { files: ["xtask/**/*.js"], languageOptions: { globals: globals.node } },
  {
    // Some of it runs in Node and some in a page.
    files: ["benches/**/*.{js,jsx}"],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
  { files: ["tests/**/*.js"], languageOptions: { globals: { ...globals.browser, ...globals.node } } },
];
