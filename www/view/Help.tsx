/** When to get help: two levels, under every card. */
import type { SettingsView } from "generated/wasm";
import { Call, Calling, Items } from "./elements";
import { useLabels } from "./labels";

export function Help({ help }: Pick<SettingsView, "help">) {
  const { view } = useLabels();
  return (
    <section class="help" part="help">
      <h2 class="help-title" tabindex={-1}>
        {view.help}
      </h2>
      <div class="care emergency">
        <h3>
          <Calling sentence={help.emergency} />
        </h3>
        <Items texts={help.emergencyList} />
        <Call link={help.emergencyCall} />
      </div>
      <div class="care soon">
        <h3>{view.soon}</h3>
        <Items texts={help.soonList} />
        <p>{view["no-driving"]}</p>
        <Call link={help.contact} />
      </div>
    </section>
  );
}
