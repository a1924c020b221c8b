/** A clinic's page in React. */
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [hours, setHours] = useState(14);
  const [shown, setShown] = useState(true);
  const [told, setTold] = useState("nothing");
  return (
    <main>
      <h1>After your treatment</h1>
      <button onClick={() => setHours(hours + 24)}>A day later</button>
      <button onClick={() => setShown(!shown)}>Hide or show</button>
      <p>Told: {told}</p>
      {shown && (
        <aftercare-consensus
          treatment="dysport"
          hours={hours}
          onaftercare-change={(event) => setTold(event.detail.treatment)}
        >
          Ask your clinic when exercise is OK.
        </aftercare-consensus>
      )}
    </main>
  );
}

createRoot(document.getElementById("app")).render(<Page />);
