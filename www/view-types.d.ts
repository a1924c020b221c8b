/** What a view is and what it asks of the page: types for this project's own use. */

/** A view, be it whole or a first look. */
export interface AnyView {
  update(): void;
  answer(): void;
  quick(name: string): void;
  heard(): void;
  due(): number;
  guidance(): string | undefined;
  question(): string | undefined;
  details(packed: string | undefined): void;
  free(): void;
  /** Of a first look: the whole could not be loaded. */
  miss?(): void;
  /** Of a first look: what the whole is told that takes its place, packed. */
  handover?(attributes: string): string;
}

/** Draws, in the place of what is drawn already. */
export type Mount = (attributes: string, host: Host, before: AnyView | undefined) => AnyView;

/** What a view asks of the element that it is in. */
export interface Owner {
  /** The reader asks who says what. */
  load(): void;
  /**
   * A card is shown: its status, treatment and activity, and of the clinic's wait, where it
   * has one, 1 while that runs, and 2 more where the consensus says the contrary; with a
   * space between.
   */
  changed(told: string): void;
  /** The attributes have no card: the error's code, a space, and its message. */
  failed(told: string): void;
  /** The address of the page of sources. */
  sources(): string;
  /** Whether a reader can save a file from this page. */
  saves(): boolean;
}

/** What a view asks of the page; `src/web/whole/host.rs` says what each is. */
export interface Host extends Owner {
  /** A language's code, and the markup right behind it. */
  paint(markup: string): void;
  read(): string;
  /** A control, for a first look. */
  find(name: string): HTMLInputElement | null;
  /** A control's class, a space, and what is filled in. */
  fill(told: string): void;
  choose(name: string): void;
  fold(): void;
  now(): number;
  parse(text: string, until: number): number;
  calendar(text: string, at: number): string;
  when(lang: string, at: number, now: number): string;
  tick(lang: string, at: number, now: number): string;
  fraction(text: string, number: number): string;
}
