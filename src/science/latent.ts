import type {Source} from './run.ts';

/** Whether an answer is one of several options or free text. */
export type AnswerKind = 'choice' | 'open';

/** What a question sees of a model: s (choice) or the shift in logits (open), and tau, confidence not backed by knowledge. */
export interface Latent {
  readonly s: number;
  readonly tau: number;
}

/** Two groups of questions: the first `share` of them is answered at one latent, the rest at another. */
export interface Split<T> {
  readonly share: number;
  readonly first: T;
  readonly rest: T;
}

/**
 * What a model shows on a benchmark: normalised performance (0 is chance, 1 perfect; below 0 it is worse than chance, -1 never right),
 * or the probability of a right token, or performance by groups of questions.
 */
export type Shown = number | {readonly token: number} | Split<number>;

/** How a benchmark turns what is shown into latents: the inverse of its item model. */
export interface AnswerModel {
  /** The latent at which expected accuracy is chance + (1 - chance) performance, or chance (1 + performance) below chance. */
  latentAt(performance: number, loss: number): Latent;
  /** The latent of a model that gives a right token the probability p; whoever does not know an option guesses evenly. */
  tokenLatent(p: number, loss: number): Latent;
}

/** Where an ability is evaluated: the source of the loss law, the true loss in nats per token, and a uniform number that belongs to the run. */
export interface Checkpoint {
  readonly source: Source;
  readonly loss: number;
  /** In (0, 1), of one training run on one benchmark: the same at all its checkpoints and in all worlds. */
  readonly luck: number;
}

/** Latent ability at a checkpoint, of all questions or by groups. */
export type Ability = (at: Checkpoint) => Latent | Split<Latent>;

/** What a world knows of itself: exported beside every estimate. */
export interface Truth {
  /** eta, null where the world has no break. */
  readonly onset: number | null;
  /** Transition width w in nats: 0 at a break, null where the world has none or one that a width does not describe. */
  readonly width: number | null;
}
