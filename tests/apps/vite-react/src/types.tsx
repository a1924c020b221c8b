import { useRef } from "react";
import type { AftercareConsensus } from "aftercare-consensus";

/** What may stand on the tag, for the compiler alone. */
export function All() {
  const element = useRef<AftercareConsensus>(null);
  return (
    <>
      <aftercare-consensus
        ref={element}
        key="card"
        className="card"
        treated-at="2026-11-21T17:00"
        panels={["doctors"]}
        sources="/sources.html"
        ask
        compact
        onClick={() => console.log(element.current?.guidance?.summary)}
        onaftercare-error={({ detail }) => console.error(detail.code, detail.message)}
      />
      {/* @ts-expect-error there is no such way of naming */}
      <aftercare-consensus names="marque" />
      {/* @ts-expect-error events carry no time */}
      <aftercare-consensus onaftercare-change={({ detail }) => detail.hours} />
    </>
  );
}
