import { guidance } from "aftercare-consensus";
import Card from "./card";

export default function Page() {
  return (
    <main>
      <p id="status">{guidance("Dysport", 14).status}</p>
      <Card />
    </main>
  );
}
