/** The page in one file: the same as the page, without a service worker. */
import "../entries/classic";
import { setUpPage } from "./setup";

setUpPage();
