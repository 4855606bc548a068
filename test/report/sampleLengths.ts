import {parseConfig} from '../../src/config/config.ts';
import {metricsOf} from '../../src/config/metricsOf.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import type {ScoreRow, Study} from '../../src/report/study.ts';
import {compute} from '../../src/science/run.ts';
import {sampleStudy} from './sampleStudy.ts';

/** What a study of answer lengths holds. */
export interface LengthsOptions {
  readonly families?: readonly string[];
  readonly lengths?: readonly number[];
  readonly questions?: number;
  /** Loss per token of the answer over pre-training loss. */
  readonly slope?: number;
  readonly spread?: number;
  /** Width of exact match found at a length, nats. */
  readonly width?: (tokens: number) => number;
}

function configOf({families, lengths, questions, slope, spread}: Required<LengthsOptions>): string {
  const benchmarks = families.flatMap((family) =>
    lengths.map(
      (tokens) =>
        `  - {name: ${family}-${tokens}, task: ${family}, open: ${tokens}, questions: ${questions}, spread: ${spread}, curves: {smooth: {curve: token}}}`,
    ),
  );
  return `name: lengths
population: gpt3
loss: {form: kaplan-n, Nc: 4e8, aN: 0.6}
worlds: [{world: mirage, slope: ${slope}, floor: 0}]
metrics: [exactStringMatch, tokenEditDistance]
benchmarks:
${benchmarks.join('\n')}
`;
}

/** Four sizes of GPT-3 on families of open tasks of several lengths: scores are p^T rounded to whole questions, and T (1 - p). */
export function sampleLengths(options: LengthsOptions = {}): Study {
  const {families = ['sums', 'products'], lengths = [1, 2, 3, 4, 5], questions = 100} = options;
  const {slope = 1, spread = 0, width = (tokens) => 1 / (tokens * slope)} = options;
  const text = configOf({families, lengths, questions, slope, spread, width});
  const figures = FIGURES.map(({name}) => name);
  const {experiment} = parseConfig(text, {figures});
  const base = sampleStudy({worlds: ['smooth'], benchmarks: ['gsm8k'], metrics: ['exactStringMatch'], replicates: 1});
  const [template] = base.findings.curves;
  const pairs = experiment.benchmarks.flatMap((benchmark) =>
    metricsOf(experiment, benchmark).map((metric) => ({benchmark, metric: metric.name})),
  );
  const tokensOf = (benchmark: (typeof pairs)[number]['benchmark']): number =>
    benchmark.answer.kind === 'open' ? benchmark.answer.tokens : 1;
  const scores = pairs.flatMap(({benchmark, metric}) =>
    experiment.population.runs.map((run): ScoreRow => {
      const loss = (4e8 / run.params) ** 0.6;
      const p = Math.exp(-slope * loss);
      const tokens = tokensOf(benchmark);
      const share = Math.floor(questions * p ** tokens) / questions;
      return {
        world: 'mirage',
        benchmark: benchmark.name,
        metric,
        family: run.family,
        run: run.name,
        params: run.params,
        tokens: run.tokens,
        checkpoint: 0,
        compute: compute(run.params, run.tokens),
        loss,
        value: metric === 'exactStringMatch' ? share : tokens * (1 - p),
        standardError: 0.01,
        questions,
      };
    }),
  );
  const curves = pairs.map(({benchmark, metric}) => {
    const estimate = width(tokensOf(benchmark));
    const found = {estimate, low: 0.9 * estimate, high: 1.1 * estimate};
    return {...template!, world: 'mirage', benchmark: benchmark.name, metric, width: found, rates: null};
  });
  const {benchmarks: cases} = base.findings;
  const findings = {
    version: 1 as const,
    curves,
    benchmarks: experiment.benchmarks.map(({name}) => ({
      ...cases[0]!,
      world: 'mirage',
      benchmark: name,
      pairs: [],
      rates: null,
    })),
  };
  return {...base, ...partsOf(experiment), figures, scores, bands: [], intervals: [], paper: [], findings};
}
