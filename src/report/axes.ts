import {extent} from './numbers.ts';
import type {MetricView, ScoreRow, Study} from './study.ts';

/** Limits of the loss axis in Du et al. 2024, Figs 1 and 4, nats per token. */
const PAPER_LIMITS = [1.715, 2.785] as const;

/** How far data may lie outside the paper's limits and still be drawn on its axis, nats. */
const REACH = 0.3;

/** The reversed loss axis. */
export interface LossAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** A value axis, in the units that are printed. */
export interface ValueAxis {
  readonly domain: readonly [number, number];
  /** Good is up: a score that is better when lower runs downwards. */
  readonly reverse: boolean;
  /** Factor from the stored fraction to the printed unit. */
  readonly factor: number;
}

/** A step of 1, 2, 2.5 or 5 times a power of ten that cuts `span` into about `count` parts. */
function niceStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999) ?? 10);
}

/** Round numbers inside a domain. */
function ticksIn([low, high]: readonly [number, number], count: number): readonly number[] {
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, i) => Number(((first + i) * step).toFixed(10)));
}

/** The loss axis of a study: the limits of Du et al. 2024, widened to the data, where the data are in their range; else the data's own. */
export function lossAxis(study: Study): LossAxis {
  const losses = [...study.scores.map(({loss}) => loss), ...study.paper.map(({loss}) => loss)];
  const [low, high] = extent(losses) ?? PAPER_LIMITS;
  const pad = Math.max(0.02 * (high - low), 1e-3);
  const near = low > PAPER_LIMITS[0] - REACH && high < PAPER_LIMITS[1] + REACH && high > 2;
  const domain: readonly [number, number] = near
    ? [Math.min(low - 0.02, PAPER_LIMITS[0]), Math.max(high + 0.02, PAPER_LIMITS[1])]
    : [low - pad, high + pad];
  return {domain, ticks: ticksIn(domain, 5)};
}

/** The value axis of one benchmark and metric, the same in every world so that worlds can be compared. */
export function valueAxis(study: Study, benchmark: string, metric: MetricView): ValueAxis {
  const factor = metric.percent ? 100 : 1;
  const mine = (row: Pick<ScoreRow, 'benchmark' | 'metric'>): boolean =>
    row.benchmark === benchmark && row.metric === metric.name;
  const chance = metric.chance[benchmark];
  const values = [
    ...study.scores.filter(mine).map(({value}) => value),
    ...study.paper.filter(mine).map(({value}) => value),
    ...(typeof chance === 'number' ? [chance] : []),
  ];
  const [low, high] = extent(values.filter(Number.isFinite)) ?? [0, 1];
  const pad = Math.max(0.06 * (high - low), 1e-6);
  return {domain: [factor * (low - pad), factor * (high + pad)], reverse: metric.direction === 'lower', factor};
}
