import {exp, log} from '../../numeric/elementary.ts';
import {evenCheckpoints, makeRun} from '../../science/population.ts';
import {POPULATIONS} from '../../science/populations/registry.ts';
import type {Run} from '../../science/run.ts';
import {LIMITS} from '../design.ts';
import type {Experiment} from '../experiment.ts';
import type {Path, Report} from '../faults.ts';
import type {Config} from '../schema/config.ts';
import {MOST} from '../schema/population.ts';

type Population = Exclude<Config['population'], string>;
type Grid = Extract<Population, {grid: unknown}>['grid'];
type WrittenRun = Extract<Population, {runs: unknown}>['runs'][number];
type Axis = Grid['params'];

const WRITTEN = 'set in the config';

/** Expands the population of a config into its runs; null after a report. */
export function resolvePopulation(population: Config['population'], report: Report): Experiment['population'] | null {
  if (typeof population === 'string') {
    const preset = POPULATIONS.find(({name}) => name === population)!;
    return {name: preset.name, source: preset.source, runs: preset.runs};
  }
  const runs = 'runs' in population ? writtenRuns(population.runs, report) : gridRuns(population.grid, report);
  const name = population.name ?? ('runs' in population ? 'runs' : 'grid');
  return runs && {name, source: WRITTEN, runs};
}

function writtenRuns(sketches: readonly WrittenRun[], report: Report): readonly Run[] | null {
  let sound = true;
  const fail: Report = (problem) => {
    sound = false;
    report(problem);
  };
  const seen = new Map<string, number>();
  const total = sketches.reduce((sum, {checkpoints}) => sum + sizeOf(checkpoints), 0);
  if (total > LIMITS.checkpoints)
    fail({code: 'too-many-cells', path: ['population', 'runs'], data: {got: total, bound: LIMITS.checkpoints}});
  sketches.forEach((sketch, i) => {
    const id = `${sketch.family}/${sketch.name}`;
    if (seen.has(id)) fail({code: 'duplicate-name', path: ['population', 'runs', i, 'name'], data: {got: id}});
    seen.set(id, i);
    if (typeof sketch.checkpoints !== 'number') checkRising(sketch.checkpoints, sketch.tokens, i, fail);
  });
  return sound ? sketches.map(runOf) : null;
}

function runOf({checkpoints, paramsNonEmbedding, ...rest}: WrittenRun): Run {
  return makeRun({
    ...rest,
    ...(paramsNonEmbedding === undefined ? {} : {paramsNonEmbedding}),
    checkpoints: typeof checkpoints === 'number' ? evenCheckpoints(rest.tokens, checkpoints) : checkpoints,
  });
}

function checkRising(checkpoints: readonly number[], tokens: number, run: number, report: Report): void {
  const wrong = checkpoints.findIndex((value, j) => value > tokens || (j > 0 && value <= checkpoints[j - 1]!));
  const value = checkpoints[wrong];
  if (value === undefined) return;
  const path: Path = ['population', 'runs', run, 'checkpoints', wrong];
  if (value > tokens) report({code: 'checkpoint-beyond', path, data: {got: value, bound: tokens}});
  else report({code: 'checkpoints-not-rising', path, data: {got: value, before: checkpoints[wrong - 1]!}});
}

function gridRuns(grid: Grid, report: Report): readonly Run[] | null {
  const path: Path = ['population', 'grid'];
  const {params, tokens, tokensPerParam, checkpoints, batch, schedule} = grid;
  const budget = tokens ?? tokensPerParam;
  if (budget === undefined || (tokens !== undefined && tokensPerParam !== undefined)) {
    report({code: 'one-of', path, data: {allowed: ['tokens', 'tokensPerParam']}});
    return null;
  }
  const count = sizeOf(params) * sizeOf(budget);
  if (count > MOST.runs) report({code: 'too-many-runs', path, data: {got: count, bound: MOST.runs}});
  const cells = count * checkpoints;
  if (cells > LIMITS.checkpoints) report({code: 'too-many-cells', path, data: {got: cells, bound: LIMITS.checkpoints}});
  if (count > MOST.runs || cells > LIMITS.checkpoints) return null;
  const runs = axisValues(params).flatMap((N) =>
    axisValues(budget).map((amount) => {
      const D = tokens === undefined ? Math.round(amount * N) : amount;
      const name = `${shortNumber(N)}-${shortNumber(D)}`;
      return makeRun({
        family: shortNumber(N),
        name,
        params: N,
        tokens: D,
        batch,
        schedule,
        checkpoints: evenCheckpoints(D, checkpoints),
      });
    }),
  );
  const ids = runs.map(({id}) => id);
  if (new Set(ids).size === ids.length) return runs;
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.size === seen.add(id).size)!;
  report({code: 'duplicate-name', path, data: {got: twice}});
  return null;
}

function sizeOf(axis: Axis): number {
  if (typeof axis === 'number') return 1;
  return Array.isArray(axis) ? axis.length : (axis as {count: number}).count;
}

/** Values of an axis; `{from, to, count}` gives equal ratios with both ends exact, rounded to whole numbers from 100 on. */
function axisValues(axis: Axis): readonly number[] {
  if (typeof axis === 'number') return [axis];
  if (Array.isArray(axis)) return axis;
  const {from, to, count} = axis as {from: number; to: number; count: number};
  const step = count > 1 ? log(to / from) / (count - 1) : 0;
  return Array.from({length: count}, (_, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const value = from * exp(step * i);
    return value >= 100 ? Math.round(value) : value;
  });
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
