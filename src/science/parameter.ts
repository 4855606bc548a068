/** One number that a user may set on a law, a curve or a world: its meaning, unit, range and default. */
export interface Parameter {
  readonly about: string;
  readonly unit?: string;
  readonly default?: number;
  /** Smallest value allowed; with `open` the value itself is not allowed. */
  readonly min?: number;
  readonly max?: number;
  readonly open?: boolean;
}

/** The parameters of a form, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Chosen values, by name. */
export type Values = Readonly<Record<string, number>>;

/** A text in both languages of the project. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}
