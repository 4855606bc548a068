import type {AnswerKind, Checkpoint, Shown, Truth} from './latent.ts';
import type {Parameters, Values} from './parameter.ts';

/** A law of what a model shows on a benchmark, as a function of its training. */
export interface CurveForm {
  readonly name: string;
  readonly formula: string;
  /** Whether the curve has a threshold, the parameter `eta`, above which performance is exactly 0. */
  readonly threshold: boolean;
  /** What it gives: see `Shown`. */
  readonly shows: 'performance' | 'token' | 'groups';
  /** Whether it depends on the loss alone, is the same for all questions and never below chance. */
  readonly simple: boolean;
  /** Whether performance may be exactly 0 or below, where an open answer is never right. */
  readonly vanishes: boolean;
  readonly parameters: Parameters;
  /**
   * What is planted in the curve on answers of a kind; null where the words sharp and soft do not fit, because it is no curve of the loss, or because
   * it falls below chance where open answers cannot follow: they stay at 0 and have a corner where it comes back.
   */
  truth(values: Values, kind: AnswerKind): Truth | null;
  build(values: Values): (at: Checkpoint) => Shown;
}

/** A curve with its numbers. */
export interface CurveChoice {
  readonly curve: string;
  readonly values: Values;
  /** A second curve that is mixed in: performance is (1 - dial) of the other plus dial of this one. */
  readonly mix?: {readonly dial: number; readonly from: CurveChoice};
}

/** Highest normalised performance a simulated benchmark reaches: the item model reaches 1 only at infinity. */
export const CEILING = 0.995;

/** Largest share of chance that a simulated benchmark loses below chance: four options of spread 1.5 reach 0.47. */
export const MOST_BELOW = 0.45;

/** A curve without any break. */
export const SMOOTH: Truth = {onset: null, width: null};

/** Parameters that several forms share. */
export const SHARED = {
  eta: {about: 'loss threshold', unit: 'nats per token', min: 0, open: true},
  middle: {about: 'location', unit: 'nats per token', min: 0, open: true},
  scale: {about: 'scale', unit: 'nats', min: 0, open: true},
  amplitude: {about: 'size of the rise', min: 0, open: true, max: 100},
  base: {about: 'level far above the rise', min: 0, max: 1, default: 0},
} as const satisfies Parameters;
