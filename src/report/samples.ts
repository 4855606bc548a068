/** Scores of one curve in every replicate. */
export interface CurveSamples {
  readonly world: string;
  readonly benchmark: string;
  readonly metric: string;
  /** [replicates][points], in the order of the points. */
  readonly values: ReadonlyArray<Float64Array>;
}

/** What replicates of a study gave, as far as published numbers are compared with it. */
export interface Samples {
  /** Losses as measured, nats per token: [replicates][points], in the order of `trajectories` of the study. */
  readonly losses: readonly Float64Array[];
  readonly curves: readonly CurveSamples[];
}

/** Names of a curve. */
export type CurveNames = Omit<CurveSamples, 'values'>;
