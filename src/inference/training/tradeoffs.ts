import {grouped} from '../../numeric/grouped.ts';
import {fitTradeoff, type Tradeoff} from '../../science/kaplan/batchScan.ts';
import type {CriticalBatch} from '../../science/kaplan/criticalBatch.ts';
import {powerLaw} from '../powerLaw.ts';
import {finalPoint, reachOf, type TrainingCurve} from './curves.ts';

/** The trade of steps against examples of one model at one loss. */
export interface LossTradeoff extends Tradeoff {
  readonly family: string;
  /** Nats per token. */
  readonly loss: number;
}

/** Highest loss that is looked at, and the ratio from one to the next. */
const FIRST = 8;
const RATIO = 0.97;
/** How far above the worst end of a scan a loss has to lie, nats: at the end runs are flat, and noise decides when they get there. */
const ROOM = 0.1;

/** Losses from 8 nats down at equal ratios that all runs of a scan reach. */
function targetsOf(curves: readonly TrainingCurve[]): readonly number[] {
  const least = Math.max(...curves.map((curve) => finalPoint(curve).loss)) + ROOM;
  const count = Math.floor(Math.log(least / FIRST) / Math.log(RATIO)) + 1;
  return Array.from({length: Math.max(0, count)}, (_, i) => FIRST * RATIO ** i);
}

/** Fits steps against examples at rising demands, for each family of runs that differ in their batch (Kaplan et al. 2020, section 5.1, Fig 18). */
export function tradeoffsOf(curves: readonly TrainingCurve[]): LossTradeoff[] {
  return [...grouped(curves, ({family}) => family)].flatMap(([family, mine]) =>
    targetsOf(mine).flatMap((loss) => {
      const scans = mine.flatMap((curve) => {
        const steps = reachOf(curve, 'steps', loss);
        return steps === null ? [] : [{batch: curve.batch, steps}];
      });
      const found = fitTradeoff(scans);
      return found ? [{family, loss, ...found}] : [];
    }),
  );
}

/** B* and aB of Bcrit = B* L^(-1/aB) through the critical batches at all losses; null with fewer than three. */
export function fitCriticalBatch(tradeoffs: readonly LossTradeoff[]): CriticalBatch | null {
  const found = powerLaw(
    tradeoffs.map(({loss}) => loss),
    tradeoffs.map(({Bcrit}) => Bcrit),
  );
  return found && {Bstar: found.scale, aB: -1 / found.exponent};
}
