/** What a reader can do, as the components call it. */
import type { Filter, Form, PlanForm } from "generated/wasm";

export interface Actions {
  /** Something was chosen or typed in the form. */
  changeForm(part: Partial<Form>): void;
  /** The button under the form: leads to the answer, or to what is missing. */
  showAnswer(): void;
  /** The form was opened, or folded into one line. */
  fold(isFolded: boolean): void;
  /** A section is about to be opened. */
  open(section: string): void;
  /** A count: leads to the answers behind it. */
  showAnswers(filter: Filter, from: Element): void;
  /** A row of another activity: asks it, or leads to the answers on it where it cannot be asked. */
  askActivity(activity: string, from: Element): void;
  /** Something was chosen or typed in the form of a plan, or it is asked. */
  changePlan(part: Partial<PlanForm>): void;
  /** A choice in one of the lists over the answers. */
  changeFilter(part: Partial<Filter>): void;
  /** A button that leads to another place of the card, by its selector. */
  goTo(place: string, from: Element): void;
  /** Back to the button that led to the answers. */
  goBack(): void;
  /** The chart's marker was moved to a minute. */
  moveMarker(minute: number): void;
  /** The chart's marker follows the clock again. */
  resetMarker(): void;
  /** The mouse is over a minute of the chart, or over none. */
  hover(minute: number | null): void;
}
