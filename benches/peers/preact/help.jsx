/** When to get help, and what the page is: the same whatever is asked. */
import { checkedLine, dataLine, list, say } from "../engine/card.js";
import { Call, Items } from "./elements.jsx";

/**
 * @param {{ kind: string, title: import("preact").ComponentChildren, call?: import("preact").ComponentChildren,
 *   signs: string[], children: import("preact").ComponentChildren }} props
 */
const Care = ({ kind, title, call, signs, children }) => (
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

/** @param {{ page: import("../engine/card.js").Page }} props */
export const Help = ({ page: { emergency, call, ring, contact } }) => (
  <>
    <section class="help" part="help">
      <h2 class="help-title title" tabindex={-1}>
        {say("view.help")}
      </h2>
      <Care
        kind="emergency"
        title={
          <>
            {emergency.before}
            {emergency.call && <a href={emergency.call.href}>{emergency.call.text}</a>}
            {emergency.after}
          </>
        }
        call={<Call style="call button" link={call} />}
        signs={list("red-flags.emergency")}
      >
        <p>{say("view.no-driving")}</p>
      </Care>
      <Care kind="urgent" title={say("view.soon")} signs={list("red-flags.soon")}>
        <p>{say("view.later")}</p>
      </Care>
      <Care kind="routine" title={say("view.common")} signs={list("help.common")}>
        <p>{ring}</p>
        <Call link={contact} />
      </Care>
    </section>
    <footer class="foot">
      <p>
        {say("view.scope")} <span class="notice">{say("card.notice")}</span>
      </p>
      <p>
        {dataLine} {checkedLine}
      </p>
    </footer>
  </>
);
