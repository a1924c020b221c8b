import { useState } from "react";
import { guidance } from "aftercare-consensus";
import "aftercare-consensus/define";

export default function Card() {
  const [told, setTold] = useState("");
  return (
    <main>
      <p id="status">{guidance("Dysport", 14).status}</p>
      <p id="told">{told}</p>
      <aftercare-consensus
        treatment="dysport"
        hours={14}
        onaftercare-change={(event) => setTold(event.detail.status)}
      >
        Ask your clinic when exercise is OK.
      </aftercare-consensus>
    </main>
  );
}
