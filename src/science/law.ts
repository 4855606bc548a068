import type {Parameters, Values} from './parameter.ts';
import type {Source} from './run.ts';
import type {SizeLaw} from './sizeThreshold.ts';

/** Test loss, in nats per token, at one point of training; what a form does not use it ignores. */
export type Law = (at: Source) => number;

/** Published constants of a form. */
export interface LawPreset {
  readonly values: Values;
  readonly source: string;
}

/** An entry of the law registry: a form with its parameters and its published constants. */
export interface LawForm {
  readonly name: string;
  readonly formula: string;
  readonly source: string;
  readonly parameters: Parameters;
  /** Presets by name; the first is the default of the form. */
  readonly presets: Readonly<Record<string, LawPreset>>;
  /** Whether N of the form counts parameters without embeddings. */
  readonly withoutEmbeddings?: true;
  build(values: Values): Law;
  /** The form as a law of size alone, `D` tokens seen at the learning rate `lr`; absent where it is none. */
  atTokens?(values: Values, at: Pick<Source, 'D' | 'lr'>): SizeLaw;
}
