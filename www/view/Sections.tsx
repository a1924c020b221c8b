/** What stands behind the counts: sections that the reader opens, each with a question for a title. */
import type { Sections as SectionsOf } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Claim, Count, GoTo, Items, OutsideLink, Section } from "./elements";
import { useLabels } from "./labels";

interface SectionsProps {
  sections: SectionsOf;
  /** The names of the sections that were opened at some time. */
  opened: readonly string[];
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  actions: Actions;
}

/** For someone who did it before they asked: calm, and no promise. */
export function Done({ sections, opened, actions }: Omit<SectionsProps, "sources">) {
  const labels = useLabels().sections;
  const { done, doneTitle } = sections;
  return (
    <Section name="done" title={doneTitle} isOpened={opened.includes("done")} actions={actions}>
      {done && (
        <div class="inside">
          {done.atOnce && (
            <p>
              <Count count={done.atOnce} actions={actions} />
            </p>
          )}
          {done.weakens && <Claim claim={done.weakens} actions={actions} />}
          <p>{done.call}</p>
          <GoTo place=".help-title" text={labels["done-help"]} actions={actions} />
        </div>
      )}
    </Section>
  );
}

/** Whether it weakens the result. */
export function Result({ sections, opened, actions }: Omit<SectionsProps, "sources">) {
  const labels = useLabels().sections;
  const { hasResult, result } = sections;
  return (
    hasResult && (
      <Section name="result" title={labels.result} isOpened={opened.includes("result")} actions={actions}>
        {result && (
          <div class="inside">
            {result.weakens && <Claim claim={result.weakens} actions={actions} />}
            {result.habit && <p>{result.habit}</p>}
            {result.studied && <Claim claim={result.studied} actions={actions} />}
          </div>
        )}
      </Section>
    )
  );
}

/** The sections under the list of answers. */
export function Sections({ sections, opened, sources, actions }: SectionsProps) {
  const labels = useLabels().sections;
  const section = (name: string, title: string) => ({
    name,
    title,
    isOpened: opened.includes(name),
    actions,
  });
  const { why, kinds } = sections;
  return (
    <>
      <Section {...section("why", labels.why)}>
        {why && (
          <div class="inside">
            <p>{why.lead}</p>
            <ul>
              {each(why.reasons, (reason) => (
                <li key={reason.text}>
                  <Count count={reason} actions={actions} />
                </li>
              ))}
            </ul>
            <p class="note">{labels["why-note"]}</p>
          </div>
        )}
      </Section>
      <Section {...section("studies", labels.studies)}>
        <Explained texts={labels["studies-list"]} sources={sources} />
      </Section>
      <Section {...section("kinds", labels.counts)}>
        {kinds && (
          <dl class="inside activities">
            {each(kinds, ({ id, name, about, speak }) => (
              <div key={id} class="other">
                <dt>{name}</dt>
                <dd>
                  <p>{about}</p>
                  <p>
                    <Count count={speak} actions={actions} />
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section {...section("computed", labels.computed)}>
        <Explained texts={labels["computed-list"]} sources={sources} />
      </Section>
    </>
  );
}

/** Some sentences, and where there is more. */
function Explained({ texts, sources }: { texts: readonly string[]; sources: string }) {
  const labels = useLabels().sections;
  return (
    <div class="inside">
      <Items texts={texts} />
      {sources && (
        <p>
          <OutsideLink href={sources}>{labels["computed-more"]}</OutsideLink>
        </p>
      )}
    </div>
  );
}
