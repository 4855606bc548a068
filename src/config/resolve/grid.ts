import {equalRatios} from '../../numeric/ratios.ts';
import {withEmbeddings} from '../../science/chinchilla/embeddings.ts';
import {makeRun} from '../../science/population.ts';
import type {Run} from '../../science/run.ts';
import {LIMITS} from '../design.ts';
import type {Path, Report} from '../faults.ts';
import type {Config} from '../schema/config.ts';
import {MOST} from '../schema/population.ts';
import {checkFirst, checkWarmup, placesOf, sizeOf} from './places.ts';

type Population = Exclude<Config['population'], string>;
type Grid = Extract<Population, {grid: unknown}>['grid'];
type Axis = Grid['params'];

/** One point of a grid. */
interface Point {
  readonly params: number;
  /** A value of the axis of budgets: tokens, tokens per parameter, or compute. */
  readonly budget: number;
  readonly batch: number;
  readonly unique: number | undefined;
  readonly schedule: Run['schedule'];
}

const BUDGETS = ['tokens', 'tokensPerParam', 'compute'] as const;

/** Expands a grid into its runs, one for each size, budget, batch, data set and schedule; null after a report. */
export function gridRuns(grid: Grid, path: Path, report: Report): readonly Run[] | null {
  const given = BUDGETS.filter((name) => grid[name] !== undefined);
  if (given.length !== 1) {
    report({code: 'one-of-three', path, data: {allowed: [...BUDGETS]}});
    return null;
  }
  const budget = given[0]!;
  const axes = [grid.params, grid[budget]!, grid.batch, ...(grid.unique === undefined ? [] : [grid.unique])];
  const count = axes.reduce<number>((product, axis) => product * lengthOf(axis), schedulesOf(grid).length);
  if (count > MOST.runs) report({code: 'too-many-runs', path, data: {got: count, bound: MOST.runs}});
  const cells = count * sizeOf(grid.checkpoints);
  if (cells > LIMITS.checkpoints) report({code: 'too-many-cells', path, data: {got: cells, bound: LIMITS.checkpoints}});
  if (count > MOST.runs || cells > LIMITS.checkpoints) return null;
  const runs = pointsOf(grid, budget).map((point) => runOf(grid, budget, point));
  return isSound(runs, grid, path, report) ? runs : null;
}

function pointsOf(grid: Grid, budget: (typeof BUDGETS)[number]): Point[] {
  const sets = grid.unique === undefined ? [undefined] : axisValues(grid.unique);
  return axisValues(grid.params).flatMap((params) =>
    axisValues(grid[budget]!).flatMap((amount) =>
      axisValues(grid.batch).flatMap((batch) =>
        sets.flatMap((unique) =>
          schedulesOf(grid).map((schedule) => ({params, budget: amount, batch, unique, schedule})),
        ),
      ),
    ),
  );
}

function schedulesOf({schedule}: Grid): readonly Run['schedule'][] {
  return typeof schedule === 'string' ? [schedule] : schedule;
}

/** N = params + embeddings params^(1/3) (Pearce and Song 2024, arXiv:2406.12907), a whole number. */
function totalOf({embeddings}: Grid, params: number): number {
  return embeddings === undefined ? params : Math.round(withEmbeddings(params, embeddings));
}

function runOf(grid: Grid, of: (typeof BUDGETS)[number], point: Point): Run {
  const {params, budget, batch, unique, schedule} = point;
  const N = totalOf(grid, params);
  const tokens = of === 'tokens' ? budget : Math.round(of === 'compute' ? budget / (6 * N) : budget * N);
  const parts = [params, tokens];
  if (lengthOf(grid.batch) > 1) parts.push(batch);
  if (unique !== undefined && lengthOf(grid.unique!) > 1) parts.push(unique);
  const name = [...parts.map(shortNumber), ...(schedulesOf(grid).length > 1 ? [schedule] : [])].join('-');
  return makeRun({
    family: shortNumber(params),
    name,
    params: N,
    ...(grid.embeddings === undefined ? {} : {paramsNonEmbedding: params}),
    tokens,
    batch,
    schedule,
    ...(grid.warmup === undefined ? {} : {warmup: grid.warmup}),
    ...(unique === undefined ? {} : {unique}),
    checkpoints: placesOf(grid.checkpoints, tokens),
  });
}

/** Reports the first run that cannot be: no tokens, places of checkpoints, warm-up, a name that occurs twice. */
function isSound(runs: readonly Run[], grid: Grid, path: Path, report: Report): boolean {
  const {checkpoints, warmup} = grid;
  // A warm-up belongs to those of the schedules that have one.
  const warms = schedulesOf(grid).includes('warmup-cosine');
  let sound = true;
  const fail: Report = (problem) => {
    if (sound) report(problem);
    sound = false;
  };
  const seen = new Set<string>();
  for (const run of runs) {
    if (run.tokens < 1) fail({code: 'run-no-tokens', path, data: {params: run.params}});
    if (typeof checkpoints !== 'number') checkFirst(checkpoints, run.tokens, [...path, 'checkpoints'], fail);
    if (!warms || run.schedule === 'warmup-cosine') checkWarmup({...run, warmup}, path, fail);
    if (seen.has(run.id)) fail({code: 'duplicate-name', path, data: {got: run.id}});
    seen.add(run.id);
  }
  return sound;
}

/** Values of an axis: a number is one. */
function lengthOf(axis: Axis): number {
  return typeof axis === 'number' ? 1 : sizeOf(axis);
}

/** Values of an axis; `{from, to, count}` gives equal ratios with both ends exact, rounded to whole numbers from 100 on. */
function axisValues(axis: Axis): readonly number[] {
  if (typeof axis === 'number') return [axis];
  if (Array.isArray(axis)) return axis;
  const {from, to, count} = axis as {from: number; to: number; count: number};
  if (count === 1) return [from];
  const inside = (i: number): boolean => i > 0 && i < count - 1;
  return equalRatios(from, to, count).map((value, i) => (inside(i) && value >= 100 ? Math.round(value) : value));
}

/** A count as papers write it, four digits: 1.5B, 300M, 2.622T. */
function shortNumber(value: number): string {
  const unit =
    (
      [
        [1e12, 'T'],
        [1e9, 'B'],
        [1e6, 'M'],
        [1e3, 'K'],
      ] as const
    ).find(([size]) => value >= size) ?? ([1, ''] as const);
  return `${Number((value / unit[0]).toPrecision(4))}${unit[1]}`;
}
