/** How often a question of an open answer is tried where a metric asks for repeated attempts. */
export interface Sampling {
  /** n, the attempts at each question behind pass@k. */
  readonly samples: number;
  /** k of pass@k, at most `samples`. */
  readonly k: number;
  /** r, the right answers at which PassUntil stops; at least 2, as the estimator says nothing of the probability at 1. */
  readonly successes: number;
  /** Attempts at which PassUntil stops without them. */
  readonly most: number;
}
