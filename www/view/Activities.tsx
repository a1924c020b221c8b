/** What about the other things a patient does, at the same moment? */
import type { Activity } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Count, Icon } from "./elements";
import { useLabels } from "./labels";

interface ActivitiesProps {
  activities: readonly Activity[];
  actions: Actions;
}

export function Activities({ activities, actions }: ActivitiesProps) {
  const { view } = useLabels();
  return (
    <section class="card body what-else">
      <h3 class="title what-else-title" tabindex={-1}>
        {view["what-else"]}
      </h3>
      <dl class="activities">
        {each(activities, (activity) => (
          <div key={activity.id} class="other">
            <dt>{activity.name}</dt>
            <dd>
              {activity.clinic && <p>{activity.clinic}</p>}
              <p class="other-status" data-status={activity.status}>
                <Icon status={activity.status} />
                <span>{activity.title}</span>
              </p>
              <p class="other-counts">
                {each(activity.counts, (count) => (
                  <Count key={count.text} count={count} actions={actions} />
                ))}
              </p>
              <p class="other-next">{activity.next}</p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
