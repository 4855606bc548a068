import {fitParabola} from '../../numeric/parabola.ts';
import {criticalBatch} from '../../science/kaplan/criticalBatch.ts';
import {PF_DAY} from '../../science/kaplan/pfDay.ts';
import {reachOf, type TrainingCurve} from './curves.ts';
import {type Best, frontierLaw, spendingLaw} from './frontier.ts';

/** What one size needs to reach a loss, over what the best size needs. */
export interface Tolerance {
  /** N without embeddings. */
  readonly size: number;
  /** N / N_eff. */
  readonly ratio: number;
  /** C / C_eff. */
  readonly compute: number;
  /** S / S_eff, steps of the limit of large batches. */
  readonly steps: number;
}

/**
 * What every size needs to reach each of `losses` (Kaplan et al. 2020, Fig 12). The best size and its compute follow from the powers of
 * compute fitted to the `frontier` of these curves, its steps from S = C / (6 N Bcrit). Empty without a frontier.
 */
export function tolerances(
  curves: readonly TrainingCurve[],
  frontier: readonly Best[],
  losses: readonly number[],
): readonly Tolerance[] {
  const [one] = curves;
  const law = frontierLaw(frontier);
  const sizes = spendingLaw(frontier, (best) => best.size);
  if (!one || !law || !sizes) return [];
  return losses.flatMap((loss) => {
    const compute = law.scale * loss ** (-1 / law.exponent);
    const size = sizes.scale * compute ** sizes.exponent;
    const steps = (compute * PF_DAY) / (6 * size * criticalBatch(loss, one.constants));
    return curves.flatMap((curve): Tolerance[] => {
      const [spent, taken] = [reachOf(curve, 'leastCompute', loss), reachOf(curve, 'leastSteps', loss)];
      if (spent === null || taken === null) return [];
      return [{size: curve.size, ratio: curve.size / size, compute: spent / compute, steps: taken / steps}];
    });
  });
}

/** How far sizes may be from the wanted one to be counted, as a factor. */
const NEAR = 2.5;

/**
 * Compute or steps at `ratio` times the best size: a parabola of logarithms through the sizes within a factor of 2.5. Null with fewer than
 * four of them, or three places.
 */
export function costAt(found: readonly Tolerance[], ratio: number, part: 'compute' | 'steps'): number | null {
  const near = found.filter((one) => Math.abs(Math.log(one.ratio / ratio)) < Math.log(NEAR));
  if (near.length < 4) return null;
  const fit = fitParabola(
    near.map((one) => Math.log(one.ratio / ratio)),
    near.map((one) => Math.log(one[part])),
  );
  return fit && Math.exp(fit.level);
}
