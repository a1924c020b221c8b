/** What about the other things a patient does, at the same moment? A row for each, which asks it. */
import type { Activity } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Icon } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";

interface ActivitiesProps {
  activities: readonly Activity[];
  actions: Actions;
}

export const Activities = memo(function Activities({ activities, actions }: ActivitiesProps) {
  const { view } = useLabels();
  return (
    <section class="card what-else" part="activities">
      <h3 class="title">{view["what-else"]}</h3>
      <p class="note">{view["what-else-note"]}</p>
      <ul class="rows">
        {each(activities, ({ id, name, clinic, status, text }) => (
          <li key={id}>
            <button
              class="row other"
              type="button"
              data-status={clinic ? "clinic" : status}
              onClick={({ currentTarget }) => actions.askActivity(id, currentTarget)}
            >
              <Icon status={clinic ? "clinic" : status} />
              <span>{name}</span>
              <b>{text}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});
