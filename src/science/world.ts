import type {Benchmark} from './benchmark.ts';
import type {CurveChoice} from './curve.ts';
import type {Words} from './parameter.ts';

/** An entry of the world registry: a law of latent ability, chosen per benchmark. */
export interface World {
  readonly name: string;
  readonly label: Words;
  readonly about: Words;
  /** The same of a world with a threshold where a study puts it elsewhere: at {eta}. */
  readonly moved?: Words;
  /** What changing the metric can and cannot do here, in a sentence. */
  readonly lesson: Words;
  readonly paper: string;
  readonly illustrative: boolean;
  /** The curve this world follows on a benchmark, unless the config names another. */
  curve(benchmark: Benchmark): CurveChoice;
}
