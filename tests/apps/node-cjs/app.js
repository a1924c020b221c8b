const assert = require("node:assert/strict");
require("./ask.js");
const { guidance, GuidanceError } = require("aftercare-consensus");
require("aftercare-consensus/define");
require("aftercare-consensus/es");
const split = require("aftercare-consensus/split");

assert.match(guidance("Dysport", 14).summary, / aftercare sheets say /);
assert.throws(() => guidance("Botax", 14), GuidanceError);
split.init().then(() => {
  assert.equal(split.guidance("Dysport", 14).status, guidance("Dysport", 14).status);
});
