import {FLAT_FROM, type Schedule, schedulePenalty, summedRate} from '../../science/kaplan/schedules.ts';
import {SCHEDULED_RUNS} from '../../science/populations/kaplan2020Schedules.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** The end of one run of known schedule. */
export interface SchedulePoint {
  readonly schedule: Schedule;
  /** Learning rate summed over the steps. */
  readonly sum: number;
  /** Nats per token. */
  readonly loss: number;
}

const RUNS = new Map(SCHEDULED_RUNS.map((one) => [one.run.id, one]));

/** Final losses of runs of known schedule, raised by `schedulePenalty` (illustrative) where learning rates sum to little. */
export function schedulePoints(curves: readonly TrainingCurve[]): SchedulePoint[] {
  return curves.flatMap((curve) => {
    const one = RUNS.get(`${curve.family}/${curve.run}`);
    if (!one) return [];
    const sum = summedRate(one.schedule);
    return [{schedule: one.schedule, sum, loss: finalPoint(curve).loss * (1 + schedulePenalty(sum))}];
  });
}

/** Losses of the schedules that sum to at least 100. */
export interface Plateau {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Mean and range of the losses where schedules do not matter, nats per token; null where no schedule sums to 100. */
export function plateauOf(points: readonly SchedulePoint[]): Plateau | null {
  const losses = points.filter(({sum}) => sum >= FLAT_FROM).map(({loss}) => loss);
  if (losses.length === 0) return null;
  return {
    mean: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    low: Math.min(...losses),
    high: Math.max(...losses),
  };
}
