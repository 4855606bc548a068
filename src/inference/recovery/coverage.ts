import type {Recovery} from '../../config/experiment.ts';
import type {Rate} from '../findings.ts';
import type {RecoveredLaw} from './recovered.ts';

/**
 * Share of true among all values of all clusters, with the standard error of a ratio of sums over clusters (Cochran 1977, section 6.3):
 * sqrt(R / (R - 1) sum_r (held_r - share n_r)^2) / sum_r n_r, for values of one cluster depend on one another; `n` counts the R clusters
 * that have a value. The error of one cluster is not known and told as 0. Null of nothing.
 */
export function clusteredShare(clusters: ReadonlyArray<readonly boolean[]>): Rate | null {
  const counts = clusters
    .filter((values) => values.length > 0)
    .map((values) => ({all: values.length, held: values.filter(Boolean).length}));
  const n = counts.length;
  if (n === 0) return null;
  const total = counts.reduce((sum, {all}) => sum + all, 0);
  const value = counts.reduce((sum, {held}) => sum + held, 0) / total;
  const squares = counts.reduce((sum, {all, held}) => sum + (held - value * all) ** 2, 0);
  return {value, mcse: n > 1 ? Math.sqrt((n / (n - 1)) * squares) / total : 0, n};
}

/**
 * Share of all intervals, over constants and replicates, that hold the constant put in; laws share the noise of their replicate, which is one
 * cluster. Exponents that follow from constants do not count. `laws` has shape [replicates][recoveries]. Null without any interval.
 */
export function recoveryCoverage(
  recoveries: readonly Recovery[],
  laws: ReadonlyArray<readonly RecoveredLaw[]>,
): Rate | null {
  const heldOf = ({loss, fit}: Recovery, {parameters}: RecoveredLaw): boolean[] =>
    parameters.flatMap(({name, low, high}) => {
      const truth = loss.form === fit ? loss.values[name] : undefined;
      return truth === undefined || low === null || high === null ? [] : [low <= truth && truth <= high];
    });
  return clusteredShare(laws.map((replicate) => recoveries.flatMap((one, i) => heldOf(one, replicate[i]!))));
}
