/** What is reported beside the bent hinge: plain data in findings.json. */

import type {Interval} from './interval.ts';

/** How resamples are drawn: normal noise of the residuals' size, signs on residuals, one weight on the residuals of a whole run, or multipliers that follow each other along a run. */
export type Bootstrap = 'parametric' | 'wild' | 'cluster' | 'dependent';

/** One smooth curve as null hypothesis. */
export interface SmoothNullEntry {
  readonly name: string;
  readonly bic: number;
  /** Likelihood ratio of the hinge against it. */
  readonly statistic: number;
  /** Null where the curve is more than 10 BIC points worse than the best smooth curve and was not resampled. */
  readonly p: number | null;
}

/** Test of a hinge (w = 0) against the best smooth curves. */
export interface SmoothNull {
  /** The largest p over the smooth curves within 10 BIC points of the best. */
  readonly p: number;
  /** The curve with that p. */
  readonly null: string;
  readonly statistic: number;
  readonly resamples: number;
  readonly bootstrap: Bootstrap;
  readonly nulls: readonly SmoothNullEntry[];
  /** Bent hinges at least this wide are among the nulls: the test is blind to breaks that are less sharp, nats. */
  readonly blind: number;
  /** p adjusted over the benchmarks of one world and metric (Holm 1979; Benjamini and Hochberg 1995); null for a single benchmark. */
  readonly adjusted: {readonly holm: number; readonly falseDiscovery: number} | null;
}

/** Where a curve leaves its flat side, without a shape for what follows. */
export interface ShapeFreeOnset {
  /** Flat + isotonic; null where the curve never leaves its flat side or has none. */
  readonly onset: Interval | null;
  /** Highest loss at which, with family-wise error 5 %, the level is rejected; null where it never is. */
  readonly firstRejection: number | null;
  /** The level that is tested, and whether it is chance or the estimated flat side. */
  readonly level: number;
  readonly levelOf: 'chance' | 'plateau';
  readonly tests: number;
}

/** Whether a discontinuous metric is a smooth function of a continuous one. */
export interface Explained {
  /** Share of the variance of the discontinuous metric that a monotone function of the continuous one explains. */
  readonly share: number;
  /** Change of slope at the onset that remains in the residual, per nat. */
  readonly slopeChange: Interval;
  /** The same over the change of slope before. */
  readonly remaining: number;
  /** p of no remaining break. */
  readonly p: number;
  /** True where nothing remains and a remaining break of a fifth could have been seen, false where one remains, null where it cannot be told. */
  readonly explained: boolean | null;
}

/** Whether runs of different size agree where an axis is equal. */
export interface Collapse {
  readonly at: 'loss' | 'compute' | 'params';
  /** Root mean square difference between runs beyond noise, in units of the metric. */
  readonly rms: Interval;
  /** Expected root mean square difference from noise alone. */
  readonly noise: number;
  /** Differences below this count as none. */
  readonly margin: number;
  readonly runs: number;
  readonly verdict: 'collapses' | 'differs' | 'cannot-tell';
}

/** How well a law that was fitted above a cutoff predicts the points below. */
export interface Forecast {
  /** Highest loss that is predicted, nats. */
  readonly cutoff: number;
  readonly laws: readonly ForecastLaw[];
  /** Law with the highest mean log score. */
  readonly best: string;
}

/** One law of the contest. */
export interface ForecastLaw {
  readonly name: string;
  /** Mean log density of the points below the cutoff. */
  readonly logScore: number;
  readonly rmse: number;
  /** Share of points in the 95 % prediction interval by distance below the cutoff. */
  readonly coverage: ReadonlyArray<{
    readonly from: number;
    readonly to: number;
    readonly covered: number;
    readonly n: number;
  }>;
}

/** One onset for all metrics of a benchmark against one each. */
export interface SharedOnset extends Interval {
  /** p of one onset for all, from paired resamples. */
  readonly p: number | null;
  readonly metrics: readonly string[];
}

/** Residuals of the bent hinge over their standard deviations, by rising loss. */
export interface Residuals {
  readonly loss: readonly number[];
  readonly value: readonly number[];
  /** Index of the run of each point. */
  readonly run: readonly number[];
}

/** Where a break is put; the ends are null where the method gives no interval. */
export interface BreakPlace {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The pieces of an interval that is not connected. */
  readonly pieces?: ReadonlyArray<readonly [number, number]>;
}

/** Classical tests and break models, in the order of their rows. */
export type ClassicalName =
  | 'davies'
  | 'pseudoScore'
  | 'segmented'
  | 'supWald'
  | 'supF'
  | 'expF'
  | 'aveF'
  | 'cusum'
  | 'baiPerron'
  | 'logitDavies'
  | 'logitPseudoScore'
  | 'logitSegmented';

/** Why a classical test has nothing to say, or no p. */
export type ClassicalReason =
  | 'too-few-points'
  | 'on-the-line'
  | 'no-candidate'
  | 'not-a-share'
  | 'no-maximum'
  | 'no-resamples';

/** One classical test or break model; its null is one straight line for all points, of the score or (logit) of its log-odds. */
export interface ClassicalTest {
  readonly name: ClassicalName;
  readonly statistic: number | null;
  readonly p: number | null;
  /** None where the method names no place or finds no break. */
  readonly breaks: readonly BreakPlace[];
  /** Null where nothing is missing. */
  readonly reason: ClassicalReason | null;
}

/** A line, a polynomial or a curve with one break, fitted by plain least squares. */
export interface BreakModel {
  readonly name: 'line' | 'quadratic' | 'cubic' | 'hinge' | 'segmented' | 'step' | 'stegmented';
  /** Where it breaks; null without a break. */
  readonly at: number | null;
  readonly rss: number;
  /** Free numbers of the mean, the place of the break counted. */
  readonly count: number;
  /** n ln(RSS / n) + count ln n. */
  readonly bic: number;
}

/** What the usual methods say of a curve. */
export interface Classical {
  /** Correlations of x and value; null where one of them is constant. */
  readonly spearman: number | null;
  readonly pearson: number | null;
  /** Schaeffer et al. 2023, equation 1. */
  readonly emergenceScore: number | null;
  readonly models: readonly BreakModel[];
  readonly tests: readonly ClassicalTest[];
}
