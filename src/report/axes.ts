import type {LossAxisName} from '../science/ruler.ts';
import {extent} from './numbers.ts';
import type {MetricView, ScoreRow, Study} from './study.ts';

/** Limits of the loss axis in Du et al. 2024, Figs 1 and 4, nats per token. */
const PAPER_LIMITS = [1.715, 2.785] as const;

/** How far data may lie outside the paper's limits and still be drawn on its axis, nats. */
const REACH = 0.3;

/** Scores that all lie below the first loss, or all above the second, would leave a third of the paper's axis empty. */
const FULL_FROM = 2.4;
const FULL_TO = 2;

/** The loss axis, reversed so that good is to the right; or the x axis of a table. */
export interface LossAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly reverse: boolean;
  readonly log: boolean;
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

/** Round numbers inside a domain, about `count` of them. */
export function ticksIn([low, high]: readonly [number, number], count: number): readonly number[] {
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, i) => Number(((first + i) * step).toFixed(10)));
}

/** Vega expression of labels of counts as the field writes them: B for 1e9, for which d3 writes G. */
export function countLabels(digits: number): string {
  return `replace(format(datum.value, '.${digits}~s'), 'G', 'B')`;
}

/** Vega expression of labels with their power of ten: 1e21, for which d3 writes 1e+21. */
export const POWER_LABELS = "replace(format(datum.value, '~e'), '+', '')";

/** Fewest and most labels of a logarithmic axis. */
const FEWEST_TICKS = 3;
const MOST_TICKS = 6;

/** Ticks of a logarithmic axis: 1, 2 and 5 times powers of ten, or powers of ten alone where these are too many; on a short axis round numbers in equal steps. */
export function logTicks([low, high]: readonly [number, number]): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const powers = Array.from({length: last - first + 1}, (_, i) => first + i);
  const within = (ticks: readonly number[]): number[] => ticks.filter((tick) => tick >= low && tick <= high);
  const fine = within(powers.flatMap((power) => [1, 2, 5].map((step) => Number(`${step}e${power}`))));
  if (fine.length < FEWEST_TICKS) return ticksIn([low, high], MOST_TICKS);
  if (fine.length <= MOST_TICKS) return fine;
  const coarse = within(powers.map((power) => Number(`1e${power}`)));
  return coarse.filter((_, i) => i % Math.ceil(coarse.length / MOST_TICKS) === 0);
}

/** The x axis of a table: the data with a little room. */
function tableAxis(losses: readonly number[], log: boolean, ascending: boolean): LossAxis {
  const [low, high] = extent(losses) ?? [1, 2];
  if (log) {
    const room = Math.max((high / low) ** 0.02, 1 + 1e-6);
    const domain = [low / room, high * room] as const;
    return {domain, ticks: logTicks(domain), reverse: !ascending, log};
  }
  const pad = Math.max(0.02 * (high - low), 1e-9 * Math.max(Math.abs(low), Math.abs(high), 1e-3));
  const domain = [low - pad, high + pad] as const;
  return {domain, ticks: ticksIn(domain, 5), reverse: !ascending, log};
}

/** The loss axis that the scores of a world are laid against; the first world's if none is named. */
export function axisNameOf({experiment}: Pick<Study, 'experiment'>, world?: string | null): LossAxisName {
  const choice = world ? experiment?.worlds.find(({name}) => name === world) : experiment?.worlds[0];
  return choice?.axis ?? 'loss';
}

/** The loss axis of a world: the limits of Du et al. 2024, widened to the data, where the data are in their range; else the data's own. The same for all worlds that share it. */
export function lossAxis(study: Study, world?: string | null): LossAxis {
  const name = axisNameOf(study, world);
  const others = new Set(study.experiment?.worlds.filter(({axis = 'loss'}) => axis !== name).map((one) => one.name));
  const scores = study.scores.filter(({world}) => world === null || !others.has(world));
  // Readings of what the study does not score are not drawn.
  const shown = new Set(scores.map(({benchmark, metric}) => `${benchmark} ${metric}`));
  const paper = study.paper.filter(({benchmark, metric}) => shown.has(`${benchmark} ${metric}`));
  const own = scores.map(({loss}) => loss);
  const losses = [...own, ...paper.map(({loss}) => loss)];
  if (study.table) return tableAxis(losses, study.table.log, study.table.ascending);
  const [low, high] = extent(losses) ?? PAPER_LIMITS;
  const [best] = extent(own) ?? PAPER_LIMITS;
  const pad = Math.max(0.02 * (high - low), 1e-3);
  const near = low > PAPER_LIMITS[0] - REACH && high < PAPER_LIMITS[1] + REACH && high > FULL_FROM && best < FULL_TO;
  const domain: readonly [number, number] = near
    ? [Math.min(low - 0.02, PAPER_LIMITS[0]), Math.max(high + 0.02, PAPER_LIMITS[1])]
    : [low - pad, high + pad];
  return {domain, ticks: ticksIn(domain, 5), reverse: true, log: false};
}

/** Place of a loss on its axis: 0 at the left end, 1 at the right one. */
export function placeOn({domain: [low, high], reverse, log}: LossAxis, loss: number): number {
  const share = log ? Math.log(loss / low) / Math.log(high / low) : (loss - low) / (high - low);
  return reverse ? 1 - share : share;
}

/** Height of a value on its axis: 0 at the lower end, 1 at the upper one. */
export function heightOn({domain: [low, high], reverse, factor}: ValueAxis, value: number): number {
  const share = (factor * value - low) / (high - low);
  return reverse ? 1 - share : share;
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
  const size = Math.max(Math.abs(low), Math.abs(high));
  // A constant score still gets an axis whose ticks differ in their first digits.
  const pad = high > low ? Math.max(0.06 * (high - low), 1e-3 * size, 1e-6) : Math.max(0.1 * size, 0.01);
  return {domain: [factor * (low - pad), factor * (high + pad)], reverse: metric.direction === 'lower', factor};
}

/** An axis of at least `least` units, from a multiple of five on where that holds everything: scatter about chance is not blown up. */
export function atLeast(axis: ValueAxis, least: number): ValueAxis {
  const [low, high] = axis.domain;
  if (high - low >= least) return axis;
  const round = Math.max(5 * Math.floor(low / 5), Math.min(low, -0.05 * least));
  const start = round + least >= high ? round : low;
  return {...axis, domain: [start, start + least]};
}
