/** A reminder of the next step, as an event for the reader's own calendar. */
import type { Reminder as ReminderOf } from "generated/wasm";
import { useLabels } from "./labels";

export function Reminder({ reminder }: { reminder: ReminderOf }) {
  const { view } = useLabels();
  if (reminder.href === null) {
    // No file can be saved here.
    return <p class="note">{reminder.yourself}</p>;
  }
  return (
    <p class="remind">
      <a class="button" href={reminder.href} download="reminder.ics">
        {reminder.text}
      </a>
      <span class="note">{view["remind-note"]}</span>
    </p>
  );
}
