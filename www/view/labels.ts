/** The static texts of the view, and the language that they are in. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Labels, labelsOf } from "../core/languages";

/** The code of the language of all texts. */
export const LanguageContext = createContext("en");

export const useLabels = (): Labels => labelsOf(useContext(LanguageContext));
