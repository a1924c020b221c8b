/** The page: the element, what the page adds to it, and its service worker. */
import "../entries/classic";
import { registerWorker } from "./serve-worker";
import { setUpPage } from "./setup";

setUpPage();
registerWorker();
