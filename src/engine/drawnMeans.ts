import {binomialAt} from '../numeric/binomial.ts';
import {STATISTICS} from '../science/metric.ts';
import {DEVIATION, SCALE, SKEW, SLOPE} from '../science/surrogate/grid.ts';

/** Values of the drawn statistics are held to these ranges. */
const LOWEST = Float64Array.of(0, 0, 0, Number.NEGATIVE_INFINITY, -1);
const HIGHEST = Float64Array.of(1, 1, 2, 0, 1);

/** Place of the wrong tokens among STATISTICS; their square follows. */
const MISTAKES = STATISTICS.indexOf('mistakes');

/** Largest skewness of a mean that is followed: up to here the expansion rises for every deviation above -5. */
const MOST_SKEW = 0.6;

/**
 * Writes the means of STATISTICS of one world from a filled law, for n questions: the skewness of a mean in first order
 * (Cornish and Fisher 1938), a mean of squares by its regression on the mean.
 */
export function writeMeans(law: Float64Array, n: number, count: number, out: Float64Array, from: number): void {
  const root = Math.sqrt(n);
  const correct = binomialAt(law[DEVIATION]!, n, law[0]!) / n;
  out[from] = correct;
  for (let k = 1; k < count; k++) {
    const mean = law[k]!;
    const scale = law[SCALE + k]!;
    const z = law[DEVIATION + k]!;
    const skew = Math.min(Math.max(law[SKEW + k]! / root, -MOST_SKEW), MOST_SKEW);
    const deviation = ((z + (skew * (z * z - 1)) / 6) * scale) / root;
    out[from + 2 * k - 1] = Math.min(Math.max(mean + deviation, LOWEST[k]!), HIGHEST[k]!);
    out[from + 2 * k] = Math.max(mean * mean + scale * scale + law[SLOPE + k]! * deviation, 0);
  }
  for (let i = 2 * count - 1; i < STATISTICS.length; i++) out[from + i] = 0;
  // Of an answer of one token, one is wrong or none; choices have no tokens and no metric of theirs reads it.
  out[from + MISTAKES] = 1 - correct;
  out[from + MISTAKES + 1] = 1 - correct;
}
