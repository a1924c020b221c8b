/** A reminder of the next step, as an event for the reader's own calendar. */
import type { Reminder as ReminderOf } from "generated/wasm";
import { useRef, useState } from "preact/hooks";
import { LineIcon } from "./elements";
import { useLabels } from "./labels";

/** A browser refuses to save a file without a word, in a frame or within another app: so the text is offered too. */
export function Reminder({ reminder: { href, text, yourself, event } }: { reminder: ReminderOf }) {
  const { view } = useLabels();
  const [isPressed, setPressed] = useState(false);
  return (
    <div class="remind">
      {href === null ? (
        <p class="note">{yourself}</p>
      ) : (
        <p class="saves">
          <a class="button" href={href} download="reminder.ics" onClick={() => setPressed(true)}>
            <LineIcon name="bell" />
            <span>{text}</span>
          </a>
          <span class="note">{view["remind-note"]}</span>
        </p>
      )}
      <div class="refused" role="status">
        {(isPressed || href === null) && <EventText event={event} />}
      </div>
    </div>
  );
}

/** The event as a text. Copying works without leave: what is marked is copied, or can be by hand. */
function EventText({ event }: { event: string }) {
  const { view } = useLabels();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    const text = field.current;
    text?.focus();
    text?.select();
    setCopied(text?.ownerDocument.execCommand("copy") ?? false);
  };
  return (
    <>
      <label>
        <span class="note">{view["remind-refused"]}</span>
        <textarea ref={field} readOnly rows={4} value={event} />
      </label>
      <button class="button" type="button" onClick={copy}>
        {view["remind-copy"]}
      </button>
      {isCopied !== null && <p>{view[isCopied ? "remind-copied" : "remind-marked"]}</p>}
    </>
  );
}
