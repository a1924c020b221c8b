"use client";

import { useEffect, useRef, useState } from "react";
import type { AftercareConsensus } from "aftercare-consensus";
import "aftercare-consensus/define";

export default function Card() {
  const element = useRef<AftercareConsensus>(null);
  const [told, setTold] = useState("");
  useEffect(() => {
    const listening = new AbortController();
    element.current?.addEventListener("aftercare-change", ({ detail }) => setTold(detail.status), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, []);
  return (
    <>
      <p id="told">{told}</p>
      <aftercare-consensus ref={element} treatment="dysport" hours={14}>
        Ask your clinic when exercise is OK.
      </aftercare-consensus>
    </>
  );
}
