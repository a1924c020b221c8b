import { parentPort } from "node:worker_threads";
import { guidance } from "aftercare-consensus";

parentPort.postMessage(guidance("Dysport", 14).status);
