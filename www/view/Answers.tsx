/** Who says what: the list of answers behind the counts, and the lists by which it is filtered. */
import type { AnswerList, AnswerText, Choice, Filter } from "generated/wasm";
import { useMemo } from "preact/hooks";
import type { Actions } from "./actions";
import { each } from "./each";
import { Field, OutsideLink, Section } from "./elements";
import { Select } from "./Form";
import { useLabels, useSettings } from "./labels";
import { memo } from "./memo";
import { Key } from "./Shading";
import { NO_FILTER } from "./state";

interface AnswersProps {
  /** None until the reader has opened the list. */
  list: AnswerList | null;
  filter: Filter;
  /** Whether a count has led the reader here, so that they may want to go back. */
  canGoBack: boolean;
  /** The address of the page of sources; empty where there is none. */
  sources: string;
  actions: Actions;
}

export const Answers = memo(function Answers({ list, filter, canGoBack, sources, actions }: AnswersProps) {
  const { view } = useLabels();
  return (
    <Section name="who-says-what" title={view.answers} isOpened={list !== null} actions={actions}>
      {list && (
        <>
          <Filters list={list} filter={filter} actions={actions} />
          <Found list={list} canGoBack={canGoBack} actions={actions} />
          {list.foreign && <p class="note">{list.foreign}</p>}
          <ul class="voices">
            {each(list.answers, (answer) => (
              <Entry key={answer.id} answer={answer} sources={sources} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
});

interface FiltersProps {
  list: AnswerList;
  filter: Filter;
  actions: Actions;
}

function Filters({ list, filter, actions }: FiltersProps) {
  const labels = useLabels().answers;
  const choices = useMemo(
    () => ({
      panel: [choice("", labels.everyone), ...list.panels],
      stance: [choice("", labels["any-stance"]), ...list.stances],
      order: [
        choice("", labels["as-listed"]),
        choice("shortest", labels["shortest-first"]),
        choice("longest", labels["longest-first"]),
      ],
      activity: [choice("", list.asAsked), ...list.activities],
      product: [
        choice("", labels["any-product"]),
        ...(list.hasProduct ? [choice("named", labels["this-product"])] : []),
        choice("kind", labels["its-kind"]),
        choice("other", labels["other-product"]),
      ],
      also: [
        choice("", labels.anything),
        choice("at-once", labels["at-once"]),
        choice("first", labels.first),
        choice("longest", labels.longest),
        choice("condition", labels.condition),
        choice("no-weaker", labels["no-weaker"]),
        choice("may-weaken", labels["may-weaken"]),
        choice("no-study", labels["no-study"]),
        ...list.reasons,
      ],
    }),
    [list, labels],
  );
  const select = (name: string, key: keyof Filter, label: string) => (
    <Field label={label}>
      <Select
        name={name}
        choices={choices[key]}
        value={filter[key]}
        onChoose={(value) => actions.changeFilter({ [key]: value })}
      />
    </Field>
  );
  return (
    <>
      <div class="sift">
        {select("sift-whose", "panel", labels.whose)}
        {select("sift-now", "stance", labels.now)}
        {select("sift-order", "order", labels.order)}
      </div>
      <details class="sift-more">
        <summary>{labels["more-choices"]}</summary>
        <div class="sift">
          {select("sift-on", "activity", labels.on)}
          {select("sift-product", "product", labels.product)}
          {select("sift-also", "also", labels.also)}
        </div>
      </details>
    </>
  );
}

const choice = (value: string, name: string): Choice => ({ value, name });

/** The heading of the list. Whoever has pressed a number comes here, and can go back. */
function Found({
  list,
  canGoBack,
  actions,
}: Pick<AnswersProps, "canGoBack" | "actions"> & { list: AnswerList }) {
  const labels = useLabels().answers;
  return (
    <div class="found">
      <h4 class="found-title" tabindex={-1}>
        {list.title}
      </h4>
      {list.none && <p>{labels.none}</p>}
      {list.fewer && (
        <button
          class="link"
          type="button"
          onClick={({ currentTarget }) => actions.showAnswers(NO_FILTER, currentTarget)}
        >
          {labels.all}
        </button>
      )}
      {canGoBack && (
        <button class="link" type="button" onClick={() => actions.goBack()}>
          {labels.back}
        </button>
      )}
    </div>
  );
}

function Entry({ answer, sources }: { answer: AnswerText; sources: string }) {
  return (
    <li class="voice" id={`answer-${answer.id}`}>
      <Author tag="h5" answer={answer} />
      <p class="stance">
        <Key stance={answer.stance} />
        <span>{answer.stanceName}</span>
      </p>
      <Summary answer={answer} />
      <p class="note">{answer.position}</p>
      <Reference answer={answer} sources={sources} />
    </li>
  );
}

/** Whose answer it is; where that is not known, what sort of source. */
function Author({ tag: Tag, answer }: { tag: "p" | "h5"; answer: AnswerText }) {
  const lang = useDataLanguage(answer.isPublished);
  return (
    <Tag key={lang} class="who" lang={lang}>
      {answer.who}
    </Tag>
  );
}

/** What it says. */
function Summary({ answer }: { answer: AnswerText }) {
  const lang = useDataLanguage(true);
  return (
    <p key={lang} lang={lang}>
      {answer.summary}
    </p>
  );
}

/** Where it can be read: its own page, or the page of sources. */
function Reference({ answer: { source }, sources }: { answer: AnswerText; sources: string }) {
  const lang = useDataLanguage(source.isPublished);
  return (
    <p class="reference">
      {source.address !== null ? (
        // The language is that of the text and of what it leads to.
        <span key={lang} lang={lang}>
          <OutsideLink href={source.address}>{source.text}</OutsideLink>
        </span>
      ) : source.anchor !== null && sources ? (
        <OutsideLink href={`${sources}#${source.anchor}`}>{source.text}</OutsideLink>
      ) : (
        <cite key={lang} lang={lang}>
          {source.text}
        </cite>
      )}
      {source.number && <span>{source.number}</span>}
    </p>
  );
}

/**
 * The language of a text of the data, where it is not the reader's. It is the key of its
 * element, too: Preact empties the attribute of an element that stays, and keeps it.
 */
function useDataLanguage(isPublished: boolean): string | undefined {
  const { answersLang } = useSettings();
  return (isPublished && answersLang) || undefined;
}
