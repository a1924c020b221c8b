const { guidance } = require("aftercare-consensus");

console.log(guidance("Dysport", 14).summary);
