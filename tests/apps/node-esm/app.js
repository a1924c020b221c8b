import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { guidance, init } from "aftercare-consensus";
// On a server each does nothing.
import "aftercare-consensus/define";
import "aftercare-consensus/iife";
import "aftercare-consensus/react";
import "aftercare-consensus/svelte";
import "aftercare-consensus/vue";

const run = (file) => execFileSync("node", [file], { encoding: "utf8" });

await init();
const { status } = guidance("Dysport", 14);
assert.match(run("ask.js"), / aftercare sheets say /);
assert.equal(run("split.js"), `${status}\n`);
assert.match(run("language.js"), / médicos y /);
assert.match(run("errors.js"), /^unknown_treatment treatment is "Botax"/);

const worker = new Worker(new URL("worker.js", import.meta.url));
assert.deepEqual(await once(worker, "message"), [status]);
