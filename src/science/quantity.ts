import type {Words} from './parameter.ts';

/** What a key of a quantity names or holds. */
export interface Key {
  /**
   * `benchmark`, `metric`, `world`, `run` and `family` name parts of the study, `law` a law that it recovers, `constant` one of the form that is
   * fitted there; `word` is one of the choices, `number` a number.
   */
  readonly kind: 'benchmark' | 'metric' | 'world' | 'run' | 'family' | 'law' | 'constant' | 'word' | 'number';
  readonly about: string;
  readonly optional?: true;
  /** Of a word. */
  readonly choices?: readonly string[];
}

/** Units of quantities; a fraction is printed in percent, a percentage point is never stored. */
export type Unit = 'fraction' | 'nats' | 'tokens' | 'parameters' | 'none';

/** Something that can be measured on a finished study and compared with a published number. */
export interface QuantityForm {
  readonly name: string;
  readonly about: Words;
  readonly unit: Unit;
  /** The keys that say what it is measured of. A world that is left out is the first one of the study. */
  readonly of: Readonly<Record<string, Key>>;
}

/** Values of the keys of a quantity, such as {benchmark: 'mmlu', metric: 'accuracy', low: 2.05, high: 2.1}. */
export type Of = Readonly<Record<string, string | number>>;
