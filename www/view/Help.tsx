/** When to get help: a card for an emergency, one for what is urgent, and one for what is common and passes. */
import type { Help as HelpOf } from "generated/wasm";
import type { ComponentChildren } from "preact";
import { Call, Calling, Items } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";

export const Help = memo(function Help({ help }: { help: HelpOf }) {
  const { view } = useLabels();
  return (
    <section class="help" part="help">
      <h2 class="help-title title" tabindex={-1}>
        {view.help}
      </h2>
      <Care
        kind="emergency"
        title={<Calling sentence={help.emergency} />}
        call={<Call class="call button" link={help.emergencyCall} />}
        signs={help.emergencyList}
      >
        <p>{view["no-driving"]}</p>
      </Care>
      <Care kind="urgent" title={view.soon} signs={help.soonList}>
        <p>{view.later}</p>
      </Care>
      <Care kind="routine" title={view.common} signs={help.commonList}>
        <p>{help.ring}</p>
        <Call link={help.contact} />
      </Care>
    </section>
  );
});

interface CareProps {
  kind: "emergency" | "urgent" | "routine";
  title: ComponentChildren;
  /** Stands in the bar. */
  call?: ComponentChildren;
  signs: readonly string[];
  children: ComponentChildren;
}

const Care = ({ kind, title, call, signs, children }: CareProps) => (
  <div class={`card care ${kind}`}>
    <div class="care-head">
      <h3>{title}</h3>
      {call}
    </div>
    <div class="care-body">
      <Items texts={signs} />
      {children}
    </div>
  </div>
);
