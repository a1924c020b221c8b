/** The script of the page in one file: everything inside, and nothing registered. */
import "./full.js";
import { serveElement } from "./around.js";

serveElement();
