import type {Rate} from '../findings.ts';
import {rate} from '../rates.ts';
import type {WarpSpeed} from './warpSpeed.ts';

/** With fewer replicates the critical value would lie beyond the largest resample. */
const FEWEST = 19;

/** Resampled statistics of each null over all replicates, rising. */
function pooled(replicates: readonly WarpSpeed[]): Map<string, Float64Array> {
  const names = new Set(replicates.flatMap(({statistics}) => statistics.map(({name}) => name)));
  return new Map(
    Array.from(names, (name) => [
      name,
      Float64Array.from(
        replicates.flatMap(({statistics}) => statistics.flatMap((one) => (one.name === name ? [one.resampled] : []))),
      ).sort(),
    ]),
  );
}

/**
 * How often the smooth-null test rejects at `level` (warp-speed method: Giacomini, Politis and White 2013): a replicate rejects if for every
 * null that is near in it the statistic exceeds 0 and the critical value of that null, the (1 - level) (n + 1)-th of the n resampled statistics.
 * Each replicate resamples its nulls, near or not, so that a null that is near in a few replicates only has a critical value too; a null with fewer than 19 resamples rejects nothing.
 * The Monte Carlo standard error counts the replicates and, as half the change of the rate over one standard error of their rank,
 * the critical values. Null with fewer than 19 replicates.
 */
export function rejectionRate(replicates: readonly WarpSpeed[], level = 0.05): Rate | null {
  const n = replicates.length;
  if (n < FEWEST) return null;
  const pools = pooled(replicates);
  const rejections = (shift: number): boolean[] =>
    replicates.map(({statistics}) =>
      statistics.every(({name, statistic, near}) => {
        const pool = pools.get(name)!;
        const rank = (1 - level) * (pool.length + 1);
        if (!near) return true;
        const shifted = Math.min(Math.max(Math.ceil(rank + shift), 1), pool.length);
        return rank <= pool.length && statistic > Math.max(pool[shifted - 1]!, 0);
      }),
    );
  const error = Math.sqrt(n * level * (1 - level));
  const found = rate(rejections(0))!;
  const spread = (rate(rejections(-error))!.value - rate(rejections(error))!.value) / 2;
  return {...found, mcse: Math.hypot(found.mcse, spread)};
}
