import type {Experiment} from '../../src/config/experiment.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import type {BandRow, PaperPoint, ScoreRow, Study} from '../../src/report/study.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {compute} from '../../src/science/run.ts';
import {sourceAt} from '../../src/science/schedule.ts';
import {meanPerformanceOf} from '../science/shown.ts';
import {intervalsOf, shaker} from './sampleEvidence.ts';
import {benchmarkOf, curveOf, fits, metricOf, valueAt, worldOf} from './sampleFindings.ts';

/** What a sample study holds. */
export interface SampleOptions {
  readonly worlds?: readonly string[];
  readonly benchmarks?: readonly string[];
  readonly metrics?: readonly string[];
  readonly figures?: readonly string[];
  readonly replicates?: number;
}

const DRAWN = FIGURES.map(({name}) => name);

function experimentOf(options: Required<SampleOptions>): Experiment {
  const law = LAWS.find(({name}) => name === 'du2024')!;
  const preset = law.presets.du2024!;
  const population = POPULATIONS.find(({name}) => name === 'du2024-large')!;
  const benchmarks = options.benchmarks.map((name) => BENCHMARKS.find((entry) => entry.name === name)!);
  return {
    name: 'sample',
    question: null,
    seed: 'mirage',
    replicates: options.replicates,
    fidelity: 'items',
    resamples: 199,
    population: {name: population.name, source: population.source, runs: population.runs},
    loss: {name: 'du2024', form: law.name, source: preset.source, values: preset.values},
    noise: {run: 0.01, checkpoint: 0.005, correlation: 0.7, evaluation: 1, loss: 0},
    benchmarks,
    worlds: options.worlds.map((name) => ({
      name,
      world: name,
      curves: Object.fromEntries(benchmarks.map((benchmark) => [benchmark.name, worldOf(name).curve(benchmark)])),
    })),
    metrics: options.metrics,
    figures: options.figures,
    references: [],
    verdict: {widthShare: 0.08, margin: 0.025, wideMargin: 0.04, wideInterval: 0.05},
  };
}

function scoresOf(experiment: Experiment): ScoreRow[] {
  const shake = shaker();
  const build = LAWS.find(({name}) => name === experiment.loss.form)!.build(experiment.loss.values);
  const points = experiment.population.runs.flatMap((run) =>
    run.checkpoints.map((tokens, checkpoint) => ({
      run,
      tokens,
      checkpoint,
      loss: build(sourceAt(run, tokens)) + 0.005 * shake(),
    })),
  );
  return experiment.worlds.flatMap(({name: world, curves}) =>
    experiment.benchmarks.flatMap((benchmark) => {
      const f = meanPerformanceOf(curves[benchmark.name]!);
      return experiment.metrics
        .filter((metric) => fits(metric, benchmark))
        .flatMap((metric) =>
          points.map(({run, tokens, checkpoint, loss}) => ({
            world,
            benchmark: benchmark.name,
            metric,
            family: run.family,
            run: run.name,
            params: run.params,
            tokens,
            checkpoint,
            compute: compute(run.params, tokens),
            loss,
            value: valueAt(metric, benchmark, f(loss)) + (metric === 'accuracy' ? 0.01 : 0.004) * shake(),
            standardError: 0.004,
            questions: benchmark.questions,
          })),
        );
    }),
  );
}

function bandsOf(scores: readonly ScoreRow[]): BandRow[] {
  const bins = new Map<string, ScoreRow[]>();
  for (const row of scores) {
    const key = [row.world, row.benchmark, row.metric, Math.round(row.loss / 0.05)].join(' ');
    bins.set(key, [...(bins.get(key) ?? []), row]);
  }
  return [...bins.values()].map((rows) => {
    const {world, benchmark, metric, loss} = rows[0]!;
    const middle = rows.reduce((sum, {value}) => sum + value, 0) / rows.length;
    return {
      world: world ?? '',
      benchmark,
      metric,
      loss: 0.05 * Math.round(loss / 0.05),
      low: middle - 0.015,
      middle,
      high: middle + 0.015,
    };
  });
}

function paperOf(scores: readonly ScoreRow[]): PaperPoint[] {
  return scores
    .filter(({world, checkpoint}) => world === scores[0]!.world && checkpoint % 3 === 0)
    .map(({benchmark, metric, run, loss, value}) => ({benchmark, metric, run, loss: loss + 0.01, value: value * 0.99}));
}

/** A plausible study: 2 worlds, 2 benchmarks, 3 metrics, 3 runs, 237 points, unless told otherwise. */
export function sampleStudy(options: SampleOptions = {}): Study {
  const experiment = experimentOf({
    worlds: ['threshold', 'smooth'],
    benchmarks: ['mmlu', 'c-eval'],
    metrics: ['accuracy', 'correctChoiceProb', 'brierScore'],
    figures: DRAWN,
    replicates: 100,
    ...options,
  });
  const n = experiment.replicates;
  const scores = scoresOf(experiment);
  const groups = experiment.worlds.flatMap((_, index) =>
    experiment.benchmarks.map((benchmark) =>
      experiment.metrics
        .filter((metric) => fits(metric, benchmark))
        .map((metric) => curveOf(experiment, index, benchmark, metric)),
    ),
  );
  const curves = groups.flat();
  return {
    experiment,
    table: null,
    figures: experiment.figures,
    intervals: n > 1 ? intervalsOf(curves, n) : [],
    samples: null,
    scorecard: [],
    trajectories: [],
    otherLosses: [],
    manifest: {
      name: experiment.name,
      version: '0.1.0',
      seed: experiment.seed,
      configHash: '6f1c2a9d0b44e7aa',
      resultHash: '91be03f7c2d81e50',
      workers: 2,
      counts: {
        worlds: experiment.worlds.length,
        runs: 3,
        checkpoints: 237,
        benchmarks: experiment.benchmarks.length,
        replicates: n,
        cells: 237 * n * groups.length,
        choiceEvaluations: 5.8e9,
      },
      seconds: {plan: 0.1, simulate: 61.2, infer: 24.8, draw: 3.1},
    },
    scores,
    bands: bandsOf(scores),
    findings: {version: 1, curves, benchmarks: groups.map((group) => benchmarkOf(group, n))},
    paper: paperOf(scores),
    benchmarks: experiment.benchmarks.map(({name, label, answer, questions, illustrative, source}) => ({
      name,
      label,
      options: answer.kind === 'choice' ? answer.options : null,
      questions,
      illustrative: illustrative !== null,
      source,
    })),
    metrics: experiment.metrics
      .map(metricOf)
      .map(({name, label, formula, source, guess, direction, continuous, percent, chance}) => ({
        name,
        label,
        definition: {formula, source, guess},
        direction,
        continuous,
        percent,
        chance: Object.fromEntries(experiment.benchmarks.map((benchmark) => [benchmark.name, chance(benchmark)])),
      })),
    worlds: experiment.worlds
      .map(({world}) => worldOf(world))
      .map(({name, label, about, paper, illustrative}) => ({name, label, about, paper, illustrative})),
  };
}
