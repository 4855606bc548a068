import {criticalBatch} from '../../science/kaplan/criticalBatch.ts';
import type {LossPower} from '../../science/kaplan/crossing.ts';
import {PF_DAY} from '../../science/kaplan/pfDay.ts';
import {lawData} from '../lawFit/data.ts';
import {fitLaw, valuesOf} from '../lawFit/fit.ts';
import {fittableKaplanC} from '../lawFit/forms/kaplan.ts';
import {type PowerLaw, powerLaw} from '../powerLaw.ts';
import {bestSize} from './bestSize.ts';
import {lossAt, type TrainingCurve} from './curves.ts';

/** Whether compute is that of the runs, at their batch, or the least that any batch would have needed. */
export type Accounting = 'compute' | 'leastCompute';

/** What training does best with some compute. */
export interface Best {
  /** PF-days. */
  readonly compute: number;
  /** N without embeddings. */
  readonly size: number;
  /** Nats per token. */
  readonly loss: number;
  /** Steps: those of the runs' batch, or the fewest that any batch would have needed. */
  readonly steps: number;
  /** Tokens of a step: that of the runs, or the critical one. */
  readonly batch: number;
}

/** Loss above which a run has learnt next to nothing, nats per token: ln 50257 = 10.8 is an even guess. */
const UNTAUGHT = 10;
/** Places of compute in each power of ten. */
const DENSITY = 4;

/** The best of some curves of one batch at equal ratios of compute, where a size between the smallest and the largest is best. */
export function frontierOf(curves: readonly TrainingCurve[], accounting: Accounting): readonly Best[] {
  const [one] = curves;
  if (!one) return [];
  const spent = curves.flatMap(({points}) => points.map((point) => point[accounting]));
  const [low, high] = spent.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [spent[0]!, spent[0]!]);
  const first = Math.ceil(DENSITY * Math.log10(low));
  const count = Math.max(0, Math.floor(DENSITY * Math.log10(high)) - first + 1);
  return Array.from({length: count}, (_, i) => 10 ** ((first + i) / DENSITY)).flatMap((compute) => {
    const best = bestSize(
      curves.flatMap((curve) => {
        const value = lossAt(curve, accounting, compute);
        return value === null || value > UNTAUGHT ? [] : [{size: curve.size, value}];
      }),
    );
    if (!best) return [];
    const batch = accounting === 'compute' ? one.batch : criticalBatch(best.value, one.constants);
    const steps = (compute * PF_DAY) / (6 * best.size * batch);
    return [{compute, size: best.size, loss: best.value, steps, batch}];
  });
}

/** L = (Cc / C)^aC fitted to a frontier; null with fewer than three places, or where the loss does not follow compute. */
export function frontierLaw(frontier: readonly Best[]): LossPower | null {
  if (frontier.length < 3) return null;
  const rows = frontier.map(({compute, loss}) => ({N: NaN, D: NaN, S: NaN, C: compute * PF_DAY, lr: 0, loss}));
  const fit = fitLaw(fittableKaplanC, lawData(rows));
  const {Cc, aC} = valuesOf(fit.fittable, fit.theta);
  return Number.isFinite(Cc!) ? {scale: Cc!, exponent: aC!} : null;
}

/** How what is best grows with compute, C in PF-days; null with fewer than three places. */
export function spendingLaw(frontier: readonly Best[], of: (best: Best) => number): PowerLaw | null {
  return powerLaw(
    frontier.map(({compute}) => compute),
    frontier.map(of),
  );
}
