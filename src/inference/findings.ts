/** What the statistics say: the object behind findings.json, the report and the terminal. */

import type {CORRELATIONS} from './classical/correlation.ts';
import type {LineTest} from './classical/lineTests.ts';
import type {
  Classical,
  Collapse,
  Explained,
  Forecast,
  Residuals,
  ShapeFreeOnset,
  SharedOnset,
  SmoothNull,
} from './evidence.ts';
import type {Interval} from './interval.ts';
import type {LawWarning} from './lawFit/warnings.ts';
import type {FamilyCorrelations} from './perQuestion/finding.ts';
import type {Recovered} from './recovery/recovered.ts';

/** A share or mean over replicates with its Monte Carlo standard error (Morris, White and Crowther 2019). */
export interface Rate {
  readonly value: number;
  readonly mcse: number;
  readonly n: number;
}

/** Shape of a transition. */
export type Shape = 'sharp' | 'soft' | 'undetermined';

/** What happens to the break when the metric changes. */
export type Verdict = 'kept' | 'moved' | 'removed' | 'none' | 'cannot-tell';

/** Which estimator was chosen by the data, so that a reader can name it. */
export interface EstimatorChoice {
  /** Where the weights come from. */
  readonly weights: 'standard-errors' | 'estimated' | 'equal';
  /** Shape after the break: `quadratic`, `cubic` or `spline`. */
  readonly postBreak: string;
  /** Far side: `flat`, `sloped` or `curved`. */
  readonly farSide: string;
  /** (1 + r) / (1 - r), r the lag-1 correlation of residuals along a run. */
  readonly inflation: number;
  /** Points used: [lowest, highest] loss. */
  readonly window: readonly [number, number];
  /** Extra standard deviation per point, beyond the supplied standard errors, estimated on the flat side. */
  readonly extraSd: number;
  /** Share of the residual variance that the residuals of the discontinuous metric explain and that was taken out; absent or 0 without. */
  readonly sharedNoise?: number;
}

/** The flat side of a curve against chance. */
export interface Plateau {
  readonly level: Interval;
  /** Change of the metric per nat on the flat side. */
  readonly slope: Interval;
  readonly chance: number | null;
  /** Equivalence to chance within `margin`: both one-sided tests at 5 %. */
  readonly atChance: boolean | null;
  readonly margin: number;
  readonly points: number;
}

/** One entry of the table of candidate curves. */
export interface Candidate {
  readonly name: string;
  readonly aicc: number;
  readonly bic: number;
  /** Akaike weight. */
  readonly weight: number;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The fitted bent hinge on a fine grid, for figures. */
export interface FittedLine {
  readonly loss: readonly number[];
  readonly value: readonly number[];
}

/** Profile of the residual sum of squares over (eta, w), as likelihood-ratio units above the optimum. */
export interface ProfileSurface {
  readonly onset: readonly number[];
  readonly width: readonly number[];
  /** [width, onset], row by row; null where the search did not need to look. */
  readonly ratio: ReadonlyArray<number | null>;
}

/** Rates over replicates of one curve. */
export interface CurveRates {
  readonly coverageOnset: Rate | null;
  readonly coverageWidth: Rate | null;
  readonly biasOnset: Rate | null;
  readonly onset: Rate | null;
  readonly width: Rate;
  readonly widthHigh: Rate;
  /** Medians over replicates of the estimated width and of the ends of its interval: what a typical replicate shows, nats. */
  readonly typicalWidth: Interval;
  readonly shapes: Readonly<Record<Shape, Rate>>;
  /** Share of replicates in which the smooth-null test rejects at 5 % (warp-speed bootstrap). */
  readonly smoothNullRejected: Rate | null;
  /** Share of replicates in which a test with a straight line as its null rejects at 5 %; absent in findings made before there was one. */
  readonly lineNull?: Readonly<Record<LineTest, Rate | null>>;
  /** Mean over replicates of the correlations of value and loss; their spread is mcse x sqrt(n). Absent in findings made before there was one. */
  readonly correlations?: Readonly<Record<(typeof CORRELATIONS)[number], Rate | null>>;
}

/** How often tables of one truth are judged rightly, and how often as the other truth. */
export interface DecisionRates {
  readonly right: Rate;
  readonly wrong: Rate;
}

/** Tables of one design. */
export interface DecidedDesign {
  /** Times the points of the table: so many runs in the place of each. */
  readonly points: number;
  /** What the noise is divided by. */
  readonly noise: number;
  /** Where the truth is the hinge: `sharp` is right, `soft` is wrong. */
  readonly sharp: DecisionRates;
  /** Where the truth is the smooth curve: `soft` is right, `sharp` is wrong. */
  readonly soft: DecisionRates;
}

/** What it would take to decide the shape of a curve that is undetermined. */
export interface Decision {
  readonly replicates: number;
  /** Lag-1 correlation of the noise along a run. */
  readonly correlation: number;
  readonly truths: {
    /** Where the best hinge breaks. */
    readonly sharp: {readonly onset: number};
    /** Name of the best smooth curve. */
    readonly soft: {readonly curve: string};
  };
  readonly designs: readonly DecidedDesign[];
  /** Share of tables that has to be judged rightly under either truth. */
  readonly wanted: number;
  /** The smallest multiple of the points, and of 1 over the noise, that gives it; null where none that was tried does. */
  readonly fewest: {readonly points: number | null; readonly noise: number | null};
}

/** One (world, benchmark, metric): fitted to replicate 0 as a researcher would see it, with rates over all replicates. */
export interface CurveFinding {
  readonly world: string | null;
  readonly benchmark: string;
  readonly metric: string;
  readonly points: number;
  readonly onset: Interval | null;
  readonly width: Interval;
  /** Width over the length of the rise, eta - min L. */
  readonly relativeWidth: number | null;
  readonly shape: Shape;
  /** Why the shape is what it is: a code that `words` turns into a sentence. */
  readonly reason: string;
  /** w*: widths below it count as sharp, nats. */
  readonly widthLimit: number;
  readonly estimator: EstimatorChoice;
  readonly plateau: Plateau | null;
  /** Loss distance over which the fitted curve rises from 10 to 90 % of its range, nats. */
  readonly rise: number | null;
  readonly smoothNull: SmoothNull | null;
  readonly shapeFree: ShapeFreeOnset | null;
  readonly collapse: readonly Collapse[];
  readonly forecasts: readonly Forecast[];
  readonly residuals: Residuals;
  readonly candidates: readonly Candidate[];
  readonly classical: Classical;
  readonly fitted: FittedLine;
  readonly profile: ProfileSurface | null;
  /** What would decide an undetermined shape; absent where that was not asked for, null where there is nothing to tell. */
  readonly decision?: Decision | null;
  readonly truth: {readonly onset: number | null; readonly width: number | null} | null;
  readonly rates: CurveRates | null;
}

/** From a discontinuous to a continuous metric of one benchmark. */
export interface PairFinding {
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** eta(to) - eta(from), nats. */
  readonly difference: Interval | null;
  readonly explained: Explained | null;
  readonly rates: Readonly<Record<Verdict, Rate>> | null;
}

/** One (world, benchmark). */
export interface BenchmarkFinding {
  readonly world: string | null;
  readonly benchmark: string;
  readonly verdict: Verdict | 'break' | 'no-break';
  readonly pairs: readonly PairFinding[];
  readonly sharedOnset: SharedOnset | null;
  /** Share of replicates with each verdict. */
  readonly rates: Readonly<Record<string, Rate>> | null;
  /** What the rule should say in this world, where the truth is known. */
  readonly truth: Verdict | 'break' | 'no-break' | null;
  /** How single questions go with compute; only in studies that draw it. */
  readonly perQuestion?: readonly FamilyCorrelations[];
}

/** A constant of a law: what was put in, what replicate 0 gives, and how the fit does over replicates. */
export interface RecoveredParameter extends Omit<Recovered, 'estimate'> {
  /** Null where the fit has no finite one. */
  readonly estimate: number | null;
  /** Null where the law that was put in has no such constant. */
  readonly truth: number | null;
  /** Share that holds the truth of the 95 % intervals of all replicates that have one; null without any, or without truth. */
  readonly covered: Rate | null;
  /** Mean of estimate / truth - 1 over replicates, or of the estimate where the truth is 0; null without truth, where it or its error is not finite, where most replicates do not identify the constant, or where the estimate stands for a sum with a constant that is not fitted. */
  readonly bias: Rate | null;
  /** Why the runs of replicate 0 say little about it: codes of the warnings of a fit. */
  readonly warnings: readonly LawWarning['kind'][];
}

/** A constant that was put in and not fitted, with what the warnings of a fit say of it. */
export type HeldParameter = Pick<RecoveredParameter, 'name' | 'truth' | 'warnings'>;

/** A law that was put into runs and fitted to them again. */
export interface RecoveryFinding {
  readonly name: string;
  /** The form that was fitted, and that which was put in. */
  readonly law: string;
  readonly form: string;
  readonly source: string;
  /** Runs of one replicate, and resamples behind an interval. */
  readonly runs: number;
  readonly resamples: number;
  readonly parameters: readonly RecoveredParameter[];
  /** Constants that are not fitted, for the runs do not reach them; absent where there are none. */
  readonly held?: readonly HeldParameter[];
  /** Compute-optimal size by compute (FLOP); empty for forms without one. */
  readonly optimal: readonly (Omit<RecoveredParameter, 'warnings' | 'name'> & {readonly compute: number})[];
}

/** findings.json. */
export interface Findings {
  readonly version: 1;
  readonly curves: readonly CurveFinding[];
  readonly benchmarks: readonly BenchmarkFinding[];
  /** Laws that were put into runs and fitted again; only in studies that ask for it. */
  readonly recovery?: readonly RecoveryFinding[];
  /** Share of their intervals over all constants and replicates that hold the truth, with the error of replicates as clusters; absent without intervals. */
  readonly recoveryCoverage?: Rate;
}
