/** The page: the element, what the page adds to it, and its service worker. */
import "./prerendered";
import "../entries/classic";
import { registerWorker } from "./serve-worker";
import { setUpPage } from "./setup";

setUpPage();
registerWorker();
