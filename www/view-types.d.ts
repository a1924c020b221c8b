/** What a view is and what it asks of the page: types for this project's own use. */

/** A view, be it whole or a first look. */
export interface AnyView {
  /** Does one of the things of calls.js; what it does not know it leaves. */
  ask(what: number, given?: string, number?: number): string | undefined;
  /** When it wants to look at the clock again, in milliseconds of the epoch. */
  due(): number;
  /** Whether it is a first look, in whose place the whole comes. */
  isFirst?: true;
}

/** Draws, in the place of what is drawn already. */
export type Mount = (attributes: string, host: Host, before: AnyView | undefined) => AnyView;

/** What a view asks of the element that it is in, by the numbers of calls.js. */
export interface Owner {
  /** LOAD: the reader asks who says what, in a language. */
  6(lang: string): void;
  /**
   * CHANGED: a card is shown: its status, treatment and activity, and of the clinic's wait,
   * where it has one, 1 while that runs, and 2 more where the consensus says the contrary;
   * with a space between.
   */
  7(told: string): void;
  /** FAILED: the attributes have no card: the error's code, a space, and its message. */
  8(told: string): void;
  /** SOURCES: the address of the page of sources. */
  9(): string;
  /** SAVES: whether a reader can save a file from this page. */
  10(): boolean;
}

/** What a view asks of the page; `src/web/whole/host.rs` says what each is. */
export interface Host extends Owner {
  /** PAINT. */
  0(markup: string): void;
  /** TOUCH. */
  1(told: string): string;
  /** NOW. */
  2(): number;
  /** PARSE. */
  3(text: string, until: number): number;
  /** CALENDAR. */
  4(text: string, at: number): string;
  /** WRITE. */
  5(told: string, at: number): string;
  /** FIND: of a first look alone, the element of a class. */
  11(name: string): HTMLInputElement | null;
}
