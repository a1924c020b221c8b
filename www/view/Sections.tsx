/** What stands behind the counts: sections that the reader opens, each with a question for a title. */
import type { Sections as SectionsOf } from "generated/wasm";
import type { Actions } from "./actions";
import { each } from "./each";
import { Count, Counts, GoTo, Items, OutsideLink, Section } from "./elements";
import { useLabels } from "./labels";
import { memo } from "./memo";

interface SectionsProps {
  sections: SectionsOf;
  /** The names of the sections that were opened at some time. */
  opened: readonly string[];
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  actions: Actions;
}

/** For someone who did it before they asked: what is known comes first; calm, and no promise. */
export const Done = memo(function Done({ sections, opened, actions }: Omit<SectionsProps, "sources">) {
  const labels = useLabels().sections;
  const { done, doneTitle } = sections;
  return (
    <Section name="done" icon="done" title={doneTitle} isOpened={opened.includes("done")} actions={actions}>
      {done && (
        <div class="opened">
          <p>{labels["done-known"]}</p>
          <Counts counts={done.atOnce} actions={actions} />
          <p>{done.call}</p>
          <GoTo place=".help-title" text={labels["done-help"]} actions={actions} />
        </div>
      )}
    </Section>
  );
});

/** Whether it weakens the result. */
export const Result = memo(function Result({ sections, opened, actions }: Omit<SectionsProps, "sources">) {
  const labels = useLabels().sections;
  const { hasResult, result } = sections;
  const isOpened = opened.includes("result");
  return (
    hasResult && (
      <Section name="result" icon="question" title={labels.result} isOpened={isOpened} actions={actions}>
        {result && (
          <div class="opened">
            <p>{result.lead}</p>
            <Counts counts={result.views} actions={actions} />
            {result.habit && <p>{result.habit}</p>}
            {result.studied && (
              <p>
                <Count count={result.studied} actions={actions} />
              </p>
            )}
          </div>
        )}
      </Section>
    )
  );
});

/** The sections under the list of answers. */
export const Sections = memo(function Sections({ sections, opened, sources, actions }: SectionsProps) {
  const labels = useLabels().sections;
  const section = (name: string, title: string) => ({
    name,
    title,
    isOpened: opened.includes(name),
    actions,
  });
  const { hasWhy, why, kinds } = sections;
  return (
    <>
      {hasWhy && (
        <Section {...section("why", labels.why)}>
          {why && (
            <div class="opened">
              <p>{why.lead}</p>
              <Counts counts={why.reasons} actions={actions} />
              <p class="note">{labels["why-note"]}</p>
            </div>
          )}
        </Section>
      )}
      <Section {...section("studies", labels.studies)}>
        <Explained texts={labels["studies-list"]} sources={sources} />
      </Section>
      <Section {...section("kinds", labels.counts)}>
        {kinds && (
          <dl class="opened kinds-list">
            {each(kinds, ([name, about]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{about}</dd>
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
});

/** Some sentences, and where there is more. */
function Explained({ texts, sources }: { texts: readonly string[]; sources: string }) {
  const labels = useLabels().sections;
  return (
    <div class="opened">
      <Items texts={texts} />
      {sources && (
        <p>
          <OutsideLink href={sources}>{labels["computed-more"]}</OutsideLink>
        </p>
      )}
    </div>
  );
}
