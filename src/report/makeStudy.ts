import type {Experiment, WorldChoice} from '../config/experiment.ts';
import type {Findings} from '../inference/findings.ts';
import type {LongTable, Table} from '../numeric/table.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Words} from '../science/parameter.ts';
import {nameOn} from '../science/ruler.ts';
import {checkpointCount} from '../science/run.ts';
import type {World} from '../science/world.ts';
import {WORLDS} from '../science/worlds/registry.ts';
import {bandsOf} from './bands.ts';
import {numberColumn, textColumn} from './columns.ts';
import type {Language} from './figure.ts';
import {lossesOf} from './losses.ts';
import {extent} from './numbers.ts';
import {samplesOf} from './readSamples.ts';
import {replicateRows} from './replicates.ts';
import type {BenchmarkView, Manifest, MetricView, PaperPoint, ScoreRow, Study, StudyParts, WorldView} from './study.ts';
import {DESIGN_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
import {worldAbout} from './worldAbout.ts';

/** What a study is made of: the same from a run in memory and from a finished directory. */
export interface RunParts {
  readonly experiment: Experiment;
  readonly manifest: Manifest;
  readonly findings: Findings;
  /** The tables of the output contract; null where a run has none: a study of training alone has neither scores nor replicates. */
  readonly scores: LongTable | null;
  readonly trajectories: LongTable;
  readonly replicates: LongTable | null;
  readonly paper: readonly PaperPoint[];
}

/** The rows of replicate 0 that a piece of the scores starts with. */
function firstReplicate(scores: Table): ScoreRow[] {
  const replicate = numberColumn(scores, 'replicate');
  const text = (name: string) => textColumn(scores, name);
  const number = (name: string) => numberColumn(scores, name);
  const [world, benchmark, metric, family, run] = ['world', 'benchmark', 'metric', 'family', 'run'].map(text);
  const [params, tokens, checkpoint, compute] = ['params', 'tokens', 'checkpoint', 'compute'].map(number);
  const [loss, value, standardError, questions] = ['loss', 'value', 'standardError', 'questions'].map(number);
  const rows: ScoreRow[] = [];
  for (let i = 0; i < scores.rows && replicate[i] === 0; i++) {
    rows.push({
      world: world![i]!,
      benchmark: benchmark![i]!,
      metric: metric![i]!,
      family: family![i]!,
      run: run![i]!,
      params: params![i]!,
      tokens: tokens![i]!,
      checkpoint: checkpoint![i]!,
      compute: compute![i]!,
      loss: loss![i]!,
      value: value![i]!,
      standardError: Number.isNaN(standardError![i]!) ? null : standardError![i]!,
      questions: questions![i]!,
    });
  }
  return rows;
}

function benchmarkView({name, label, answer, questions, illustrative, source}: Benchmark): BenchmarkView {
  const options = answer.kind === 'choice' ? answer.options : null;
  return {name, label, options, questions, illustrative: illustrative !== null, source};
}

function metricViews({metrics, benchmarks}: Experiment): MetricView[] {
  return METRICS.filter(({name}) => metrics.includes(name)).map((metric) => {
    const {name, label, formula, source, guess, direction, continuous, percent} = metric;
    const has = benchmarks.filter(({answer}) => metric.answers.includes(answer.kind));
    const chance = Object.fromEntries(has.map((benchmark) => [benchmark.name, metric.chance(benchmark)]));
    const definition = {formula, source, guess};
    return {name, label, definition, direction, continuous, percent, chance};
  });
}

/** What a world is called in a study: by its label where it has its own name, with the axis that it is laid against. */
function worldLabel(world: World, {name, axis = 'loss'}: WorldChoice): Words {
  if (name !== nameOn(world.name, axis)) return {en: name, zh: name};
  if (axis === 'loss') return world.label;
  const of = (language: Language): string => fill(DESIGN_WORDS.normalised, language, {world: world.label[language]});
  return {en: of('en'), zh: of('zh')};
}

function worldViews(experiment: Experiment): WorldView[] {
  return experiment.worlds.flatMap((choice) => {
    const world = WORLDS.find(({name}) => name === choice.world);
    if (!world) return [];
    const {paper, illustrative} = world;
    const about = worldAbout(world, choice, experiment);
    return [{name: choice.name, label: worldLabel(world, choice), about, paper, illustrative}];
  });
}

/** What the registries say of the parts of an experiment. */
export function partsOf(experiment: Experiment): StudyParts {
  return {
    experiment,
    benchmarks: experiment.benchmarks.map(benchmarkView),
    metrics: metricViews(experiment),
    worlds: worldViews(experiment),
  };
}

/** Rows from the start of a long table, until a piece gives none. */
async function leading<T>(table: LongTable, read: (piece: Table) => readonly T[]): Promise<T[]> {
  const rows: T[] = [];
  for await (const piece of table.pieces()) {
    const found = read(piece);
    if (found.length === 0) break;
    for (const row of found) rows.push(row);
  }
  return rows;
}

/** How far beyond the losses of a study published points are still drawn, nats. */
const BEYOND = 0.03;

/** The published points at losses that a study reaches. */
function pointsNear(rows: readonly ScoreRow[], paper: readonly PaperPoint[]): readonly PaperPoint[] {
  const [low, high] = extent(rows.map(({loss}) => loss)) ?? [0, 0];
  return paper.filter(({loss}) => loss >= low - BEYOND && loss <= high + BEYOND);
}

/** Puts together what figures, page and terminal read. Throws Fault `table-column` if a table lacks a column. */
export async function makeStudy(parts: RunParts): Promise<Study> {
  const {experiment, manifest, findings, scores, trajectories, replicates, paper} = parts;
  const {references} = experiment;
  // Quantities come with the fits, which nothing needs that only describes a design.
  const {curvesAsked, scorecardRows} = await import('./scorecard/rows.ts');
  const asked = curvesAsked(references);
  const size = checkpointCount(experiment.population.runs);
  const rows = scores ? await leading(scores, firstReplicate) : [];
  const study = {
    ...partsOf(experiment),
    table: null,
    figures: experiment.figures,
    manifest,
    findings,
    paper: experiment.rulers ? [] : pointsNear(rows, paper),
    scores: rows,
    // Bins over all families belong to one ruler.
    bands: scores && !experiment.rulers ? await bandsOf(scores, trajectories) : [],
    ...(await lossesOf(experiment, trajectories)),
    intervals: replicates ? await leading(replicates, replicateRows) : [],
    samples: references.length > 0 ? await samplesOf(scores, trajectories, {size, asked}) : null,
  };
  return {...study, scorecard: scorecardRows(study)};
}
