import {type Key, streamKey} from '../numeric/stream.ts';
import {pearson, spearman} from './classical/correlation.ts';
import {daviesTest} from './classical/davies.ts';
import {emergenceScore} from './classical/emergenceScore.ts';
import {bestJump} from './classical/jumps.ts';
import {plainHinge} from './classical/plainHinge.ts';
import {pseudoScoreTest} from './classical/pseudoScore.ts';
import type {Sample} from './classical/sample.ts';
import {segmentedFit} from './classical/segmented.ts';
import {structuralChange} from './classical/structuralChange.ts';
import {supremumUpper} from './classical/supremumLaw.ts';
import {supWald} from './classical/supWald.ts';
import {type Curve, sortedPoints} from './curve.ts';

/** How the resampled p-value is made. */
export interface ClassicalOptions {
  readonly key?: Key;
  /** Resamples of the wild bootstrap; 0 leaves `supWaldP` null. */
  readonly resamples?: number;
}

const MOST_RESAMPLED = 1000;
const TRIM = 0.15;

/** Means of equally many neighbours in x, so that at most `most` points are left; a kink statistic hardly changes by it. */
function averaged({x, y}: Sample, most: number): Sample {
  const size = Math.ceil(x.length / most);
  const groups = Math.ceil(x.length / size);
  const means = (values: Float64Array): Float64Array =>
    Float64Array.from({length: groups}, (_, g) => {
      const part = values.subarray(g * size, (g + 1) * size);
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    });
  return size > 1 ? {x: means(x), y: means(y), weight: null} : {x, y, weight: null};
}

/**
 * Classical numbers of a curve against loss, unweighted, to stand beside ours and not in their place: Davies' test, the pseudo-score test, sup-Wald and sup-F
 * compare a break with a straight line, which every smooth bend rejects too.
 *  - spearman, pearson: correlations of loss and value; emergenceScore: Schaeffer et al. 2023, equation 1
 *  - hingeOnset: best flat-then-line hinge; segmentedOnset: best two lines that meet; stepOnset: middle of the gap with the best jump of the mean; losses
 *  - daviesP, pseudoScoreP: p of no change of slope; supWald, supWaldP: Hansen's statistic of a kink and its wild-bootstrap p
 *  - supF, supFP: largest Chow statistic of intercept and slope by loss and its asymptotic p, which is for regressors without a trend:
 *    with loss itself as regressor 6.5 to 7 % of straight lines fall below 5 %
 * Null where a number does not exist: too few points or distinct losses, a constant value, points on a line. All but the bootstrap take O(n);
 * the bootstrap works on means of neighbours where there are more than 1,000 points.
 */
export function classicalNumbers(
  curve: Curve,
  {key = streamKey('classical numbers', 'wild bootstrap'), resamples = 999}: ClassicalOptions = {},
): Readonly<Record<string, number | null>> {
  const points = sortedPoints(curve);
  const sample = {x: points.x, y: points.y, weight: null};
  const step = bestJump(sample, 'mean');
  const change = structuralChange(sample, {trim: TRIM});
  const numbers = {
    spearman: spearman(points.x, points.y),
    pearson: pearson(points.x, points.y),
    emergenceScore: emergenceScore(points.y.slice().reverse()),
    hingeOnset: plainHinge(points)?.eta ?? null,
    segmentedOnset: segmentedFit(sample)?.psi.value ?? null,
    stepOnset: step && (step.at + step.next) / 2,
    daviesP: daviesTest(sample)?.p ?? null,
    pseudoScoreP: pseudoScoreTest(sample)?.p ?? null,
    supWald: supWald(key, sample, {resamples: 0})?.statistic ?? null,
    supWaldP: supWald(key, averaged(sample, MOST_RESAMPLED), {resamples})?.p ?? null,
    supF: change?.sup ?? null,
    supFP: change && supremumUpper(change.sup, change.coefficients, TRIM),
  };
  // A denominator that is nearly rounding overflows: such a number does not exist either.
  const entries = Object.entries(numbers).map(
    ([name, value]) => [name, Number.isFinite(value) ? value : null] as const,
  );
  return Object.fromEntries(entries);
}
