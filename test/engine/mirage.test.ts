import {expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import type {Score} from '../../src/science/metric.ts';
import {fastKernel} from './kernels.ts';

/** Probabilities of a right token, each of a model of its own: with L = 1 / N a model of -1 / ln p parameters has p = exp(-L). */
function config(probabilities: readonly number[], benchmarks: string, metrics: string): string {
  const params = probabilities.map((p) => -1 / Math.log(p)).join(', ');
  return [
    'name: mirage',
    `population: {grid: {params: [${params}], tokens: 1e9}}`,
    'loss: {form: kaplan-n, Nc: 1, aN: 1}',
    'noise: off',
    `benchmarks: [${benchmarks}]`,
    'worlds: [{world: mirage, slope: 1, floor: 0}]',
    `metrics: [${metrics}]`,
  ].join('\n');
}

const open = (tokens: number, questions = 1000) =>
  `{name: length-${tokens}, open: ${tokens}, questions: ${questions}, spread: 0, curves: {smooth: {curve: token}}}`;

/** Scores of a whole study by `benchmark metric`, one for each model. */
function scoresOf(text: string, fidelity: 'items' | 'expected'): ReadonlyMap<string, readonly Score[]> {
  const {experiment} = parseConfig(`${text}\nfidelity: ${fidelity}`, {figures: []});
  const plan = planOf(experiment);
  const values = new Float64Array(plan.cells * valuesPerCell(plan));
  simulator(plan, fastKernel).simulate(0, plan.cells, values);
  return new Map(
    curveKeys(experiment).map((key) => [
      `${experiment.benchmarks[key.benchmark]!.name} ${key.metric.name}`,
      readCurve(plan, values, 0, key),
    ]),
  );
}

const P = [0.5, 0.7, 0.8, 0.9, 0.99];
const METRICS = 'exactStringMatch, tokenEditDistance, tokenShare, perTokenLoss, answerLogProb';

test('p = 0.5, 0.7, 0.8, 0.9, 0.99 give five right tokens as printed: 0.03125, 0.16807, 0.32768, 0.59049, 0.95099', () => {
  const scores = scoresOf(config(P, open(5), METRICS), 'expected').get('length-5 exactStringMatch')!;
  expect(scores.map(({value}) => value.toFixed(5))).toEqual(['0.03125', '0.16807', '0.32768', '0.59049', '0.95099']);
});

test('the expected edit distance is T (1 - p), the loss per token -ln p and the log probability of the answer T ln p', () => {
  const scores = scoresOf(config(P, [1, 5].map((tokens) => open(tokens)).join(', '), METRICS), 'expected');
  for (const tokens of [1, 5]) {
    const of = (metric: string) => scores.get(`length-${tokens} ${metric}`)!;
    P.forEach((p, i) => {
      expect(of('tokenEditDistance')[i]!.value).toBeCloseTo(tokens * (1 - p), 9);
      expect(of('tokenShare')[i]!.value).toBeCloseTo(p, 9);
      expect(of('perTokenLoss')[i]!.value).toBeCloseTo(-Math.log(p), 9);
      expect(of('answerLogProb')[i]!.value).toBeCloseTo(tokens * Math.log(p), 9);
      // All questions are alike: their losses have no spread.
      expect(of('perTokenLoss')[i]!.standardError).toBeLessThan(1e-6);
    });
  }
});

test('exact match of simulated questions falls by a factor of p with every token, edit distance grows by 1 - p', () => {
  const questions = 20_000;
  const lengths = [1, 2, 3, 4, 5];
  const text = config([0.4, 0.8], lengths.map((tokens) => open(tokens, questions)).join(', '), METRICS);
  const scores = scoresOf(text, 'items');
  for (const tokens of lengths) {
    [0.4, 0.8].forEach((p, i) => {
      const right = p ** tokens;
      const found = scores.get(`length-${tokens} exactStringMatch`)![i]!.value;
      expect(Math.abs(found - right)).toBeLessThan(4 * Math.sqrt((right * (1 - right)) / questions));
      const wrong = scores.get(`length-${tokens} tokenEditDistance`)![i]!.value;
      const error = Math.sqrt((tokens * p * (1 - p)) / questions);
      expect(Math.abs(wrong - tokens * (1 - p))).toBeLessThan(4 * error);
    });
  }
});

test('the grade of four options is a step where confidence is small: whole at p = 0.1, where Brier has gone a fifth of its way', () => {
  const choice =
    '{name: choice, options: 4, questions: 1000, spread: 0, curves: {smooth: {curve: token}}, confidence: {early: {size: 0, middle: 1, scale: 1}, learned: [[0, 0.05], [40, 0.05]]}}';
  const scores = scoresOf(config([1e-6, 0.1], choice, 'accuracy, brierScore'), 'expected');
  const [before, after] = scores.get('choice accuracy')!.map(({value}) => value);
  expect(before).toBeCloseTo(0.25, 3);
  expect(after).toBeGreaterThan(0.9999);
  const [guess, brier] = scores.get('choice brierScore')!.map(({value}) => value);
  // tau adds at most the variance tau^2 of a logit to each option.
  expect(Math.abs(guess! - 0.75)).toBeLessThan(0.05 ** 2);
  const p = 0.1 + 0.9 / 4;
  expect(Math.abs(brier! - ((1 - p) ** 2 + (1 - p) ** 2 / 3))).toBeLessThan(0.05 ** 2);
});
