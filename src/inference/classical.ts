import {streamKey} from '../numeric/stream.ts';
import {breakModels} from './classical/breakModels.ts';
import {changeRows} from './classical/changeRows.ts';
import {correlations} from './classical/correlation.ts';
import {emergenceScore} from './classical/emergenceScore.ts';
import {kinkRows} from './classical/kinkRows.ts';
import {logitRows} from './classical/logitRows.ts';
import {finite} from './classical/row.ts';
import {type Curve, sortedPoints} from './curve.ts';
import type {Classical} from './evidence.ts';

/** How resampled p-values are made. */
export interface ClassicalOptions {
  readonly seed?: string;
  /** Names the curve for its random numbers. */
  readonly key?: string;
  /** Resamples of the wild bootstrap, and draws from the limit laws of exp-F and ave-F; 0 leaves their p null. */
  readonly resamples?: number;
}

/**
 * What the usual methods say of a curve against loss, unweighted, to stand beside ours and not in their place: their null is one straight line, which
 * every smooth bend rejects too. Correlations, emergence score, curves with one break, tests of a kink, tests of a structural change, and tests of
 * a kink in the log-odds where the values are shares of known numbers of questions; places are losses. A number that does not exist is null: too
 * few points or distinct losses, a constant value, points on a line. The bootstrap works on means of neighbours above 1,000 points, Bai and Perron's
 * partitions above 500, the logits above 60; all else takes O(n).
 */
export function classical(
  curve: Curve,
  {seed = 'classical', key = '', resamples = 999}: ClassicalOptions = {},
): Classical {
  const points = sortedPoints(curve);
  const {x, y, order} = points;
  const sample = {x, y, weight: null};
  const {trials = null} = curve;
  const shares = trials && {x, y, trials: Float64Array.from(order, (i) => trials[i]!)};
  return {
    ...correlations(curve),
    emergenceScore: finite(emergenceScore(y.slice().reverse())),
    models: breakModels(sample).filter(({rss, bic}) => Number.isFinite(rss) && Number.isFinite(bic)),
    tests: [
      ...kinkRows(streamKey(seed, `classical ${key}`), sample, resamples),
      ...changeRows(streamKey(seed, `change law ${key}`), sample, resamples),
      ...logitRows(shares),
    ],
  };
}
