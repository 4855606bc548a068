import type {Experiment} from '../config/experiment.ts';
import type {Findings} from '../inference/findings.ts';
import type {LongTable, Table} from '../numeric/table.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {METRICS} from '../science/metrics/registry.ts';
import {WORLDS} from '../science/worlds/registry.ts';
import {bandsOf} from './bands.ts';
import {numberColumn, textColumn} from './columns.ts';
import {replicateRows} from './replicates.ts';
import type {BenchmarkView, Manifest, MetricView, PaperPoint, ScoreRow, Study, StudyParts, WorldView} from './study.ts';
import {worldAbout} from './worldAbout.ts';

/** What a study is made of: the same from a run in memory and from a finished directory. */
export interface RunParts {
  readonly experiment: Experiment;
  readonly manifest: Manifest;
  readonly findings: Findings;
  /** The tables of the output contract; that of replicates is null where a run has none. */
  readonly scores: LongTable;
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
    const {name, label, formula, direction, continuous, percent} = metric;
    const has = benchmarks.filter(({answer}) => metric.answers.includes(answer.kind));
    const chance = Object.fromEntries(has.map((benchmark) => [benchmark.name, metric.chance(benchmark)]));
    return {name, label, formula, direction, continuous, percent, chance};
  });
}

function worldViews(experiment: Experiment): WorldView[] {
  return experiment.worlds.flatMap((choice) => {
    const world = WORLDS.find(({name}) => name === choice.world);
    if (!world) return [];
    const {paper, illustrative} = world;
    const label = choice.name === world.name ? world.label : {en: choice.name, zh: choice.name};
    return [{name: choice.name, label, about: worldAbout(world, choice, experiment), paper, illustrative}];
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

/** Puts together what figures, page and terminal read. Throws Fault `table-column` if a table lacks a column. */
export async function makeStudy(parts: RunParts): Promise<Study> {
  const {experiment, manifest, findings, scores, trajectories, replicates, paper} = parts;
  return {
    ...partsOf(experiment),
    table: null,
    figures: experiment.figures,
    manifest,
    findings,
    paper,
    scores: await leading(scores, firstReplicate),
    bands: await bandsOf(scores, trajectories),
    intervals: replicates ? await leading(replicates, replicateRows) : [],
  };
}
