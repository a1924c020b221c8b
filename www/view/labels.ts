/** What all components read: the settings, and the static texts in their language. */
import type { SettingsView } from "generated/wasm";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Labels, labelsOf } from "../core/languages";

export const SettingsContext = createContext<SettingsView>({} as SettingsView);

export const useSettings = (): SettingsView => useContext(SettingsContext);

export const useLabels = (): Labels => labelsOf(useSettings().lang);
