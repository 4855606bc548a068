import type {Benchmark} from '../science/benchmark.ts';
import type {CurveChoice} from '../science/curve.ts';
import type {Noise} from '../science/noise.ts';
import type {Values, Words} from '../science/parameter.ts';
import type {Reference} from '../science/reference.ts';
import type {LossAxisName, Rulers} from '../science/ruler.ts';
import type {Run} from '../science/run.ts';
import type {Sampling} from '../science/sampling.ts';

/** Ways to evaluate a cell. */
export const FIDELITIES = ['items', 'surrogate', 'expected'] as const;

/** How a cell is evaluated: every question simulated, one draw from the law of its means, or the expectation without sampling noise. */
export type Fidelity = (typeof FIDELITIES)[number];

/** Margins of the verdict rule of src/inference/verdict.ts. */
export interface VerdictRule {
  /** w* as a share of the length of the rise, eta - min L. */
  readonly widthShare: number;
  /** Largest difference of eta between metrics that counts as the same break, nats. */
  readonly margin: number;
  /** The same where the continuous metric's interval of eta is longer than `wideInterval`. */
  readonly wideMargin: number;
  readonly wideInterval: number;
}

/** One world of the axis with the curve it follows on each benchmark. */
export interface WorldChoice {
  /** Name in tables and findings. */
  readonly name: string;
  /** Entry of the world registry. */
  readonly world: string;
  readonly curves: Readonly<Record<string, CurveChoice>>;
  /** The loss that its scores are laid against and fitted on; the printed one if absent. */
  readonly axis?: LossAxisName;
}

/** A law that is put into runs and fitted to them again. */
export interface Recovery {
  readonly name: string;
  readonly loss: Experiment['loss'];
  readonly population: Experiment['population'];
  /** Name of the form that is fitted. */
  readonly fit: string;
  /** Resamples behind the intervals; 0 leaves them out. */
  readonly resamples: number;
}

/** A config with every preset expanded and every default filled in: what the engine runs. */
export interface Experiment {
  readonly name: string;
  /** The question in a sentence, null for the general one. */
  readonly question: Words | null;
  readonly seed: string;
  readonly replicates: number;
  /** Resamples of every bootstrap; 0 leaves the bootstraps out. */
  readonly resamples: number;
  readonly fidelity: Fidelity;
  readonly population: {readonly name: string; readonly source: string; readonly runs: readonly Run[]};
  readonly loss: {readonly name: string; readonly form: string; readonly source: string; readonly values: Values};
  /** Rulers on which families print their loss; absent where all share one. */
  readonly rulers?: Rulers;
  readonly noise: Noise;
  readonly benchmarks: readonly Benchmark[];
  readonly worlds: readonly WorldChoice[];
  readonly metrics: readonly string[];
  /** How often questions are tried; only where a metric asks for repeated attempts. */
  readonly sampling?: Sampling;
  /** Laws that are recovered from runs of their own; only in studies of training alone. */
  readonly recover?: readonly Recovery[];
  readonly figures: readonly string[];
  /** Published numbers that the study is compared with. */
  readonly references: readonly Reference[];
  readonly verdict: VerdictRule;
}
