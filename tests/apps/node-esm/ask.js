import { guidance } from "aftercare-consensus";

const card = guidance("Dysport", 14, { activity: "exercise", treatedAt: "17:00" });
console.log(card.status, card.summary);
