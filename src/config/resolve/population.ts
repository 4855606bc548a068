import {makeRun} from '../../science/population.ts';
import {POPULATIONS} from '../../science/populations/registry.ts';
import type {Run} from '../../science/run.ts';
import {LIMITS} from '../design.ts';
import type {Experiment} from '../experiment.ts';
import type {Path, Report} from '../faults.ts';
import type {Config} from '../schema/config.ts';
import {gridRuns} from './grid.ts';
import {checkFirst, checkWarmup, placesOf, type Ratios, sizeOf} from './places.ts';

type Population = Exclude<Config['population'], string>;
type WrittenRun = Extract<Population, {runs: unknown}>['runs'][number];

const WRITTEN = 'set in the config';

/** Expands the population at a path of a config into its runs; null after a report. */
export function resolvePopulation(
  population: Config['population'],
  path: Path,
  report: Report,
): Experiment['population'] | null {
  if (typeof population === 'string') {
    const preset = POPULATIONS.find(({name}) => name === population)!;
    return {name: preset.name, source: preset.source, runs: preset.runs};
  }
  const runs =
    'runs' in population
      ? writtenRuns(population.runs, [...path, 'runs'], report)
      : gridRuns(population.grid, [...path, 'grid'], report);
  const name = population.name ?? ('runs' in population ? 'runs' : 'grid');
  return runs && {name, source: WRITTEN, runs};
}

function writtenRuns(sketches: readonly WrittenRun[], path: Path, report: Report): readonly Run[] | null {
  let sound = true;
  const fail: Report = (problem) => {
    sound = false;
    report(problem);
  };
  const seen = new Map<string, number>();
  const total = sketches.reduce((sum, {checkpoints}) => sum + sizeOf(checkpoints), 0);
  if (total > LIMITS.checkpoints) fail({code: 'too-many-cells', path, data: {got: total, bound: LIMITS.checkpoints}});
  sketches.forEach((sketch, i) => {
    const id = `${sketch.family}/${sketch.name}`;
    if (seen.has(id)) fail({code: 'duplicate-name', path: [...path, i, 'name'], data: {got: id}});
    seen.set(id, i);
    checkPlaces(sketch, [...path, i, 'checkpoints'], fail);
    checkWarmup(sketch, [...path, i], fail);
  });
  return sound ? sketches.map(runOf) : null;
}

function runOf({checkpoints, paramsNonEmbedding, warmup, unique, ...rest}: WrittenRun): Run {
  return makeRun({
    ...rest,
    ...(paramsNonEmbedding === undefined ? {} : {paramsNonEmbedding}),
    ...(warmup === undefined ? {} : {warmup}),
    ...(unique === undefined ? {} : {unique}),
    checkpoints: placesOf(checkpoints, rest.tokens),
  });
}

function checkPlaces({checkpoints, tokens}: WrittenRun, path: Path, report: Report): void {
  if (typeof checkpoints === 'number') return;
  if (!Array.isArray(checkpoints)) {
    checkFirst(checkpoints as Ratios, tokens, path, report);
    return;
  }
  const wrong = checkpoints.findIndex((value, j) => value > tokens || (j > 0 && value <= checkpoints[j - 1]!));
  const value = checkpoints[wrong];
  if (value === undefined) return;
  if (value > tokens) report({code: 'checkpoint-beyond', path: [...path, wrong], data: {got: value, bound: tokens}});
  else
    report({
      code: 'checkpoints-not-rising',
      path: [...path, wrong],
      data: {got: value, before: checkpoints[wrong - 1]!},
    });
}
