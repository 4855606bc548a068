import type {Benchmark} from './benchmark.ts';
import type {CurveChoice} from './curve.ts';
import type {Words} from './parameter.ts';
import type {Source} from './run.ts';

/** What a question sees of a model: s (choice) or the shift in logits (open), and tau, confidence not backed by knowledge. */
export interface Latent {
  readonly s: number;
  readonly tau: number;
}

/** How a benchmark turns normalised performance into a latent: the inverse of its item model. */
export interface AnswerModel {
  latentAt(performance: number, loss: number): Latent;
}

/** Where an ability is evaluated: the source of the loss law and the true loss, nats per token. */
export interface Checkpoint {
  readonly source: Source;
  readonly loss: number;
}

/** Latent ability at a checkpoint. */
export type Ability = (at: Checkpoint) => Latent;

/** What a world knows of itself: exported beside every estimate. */
export interface Truth {
  /** eta, null where the world has no break. */
  readonly onset: number | null;
  /** Transition width w in nats: 0 at a break, null where the world has none. */
  readonly width: number | null;
}

/** An entry of the world registry: a law of latent ability, chosen per benchmark. */
export interface World {
  readonly name: string;
  readonly label: Words;
  readonly about: Words;
  readonly paper: string;
  readonly illustrative: boolean;
  /** The curve this world follows on a benchmark, unless the config names another. */
  curve(benchmark: Benchmark): CurveChoice;
  ability(model: AnswerModel, curve: CurveChoice): Ability;
  truth(curve: CurveChoice): Truth;
}
