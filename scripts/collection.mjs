// Writes configs/schaeffer2023/fig5.yaml: a collection of tasks as varied as BIG-bench, spread evenly over ranges by quasi-random points. After `npm run build`.
import {writeFile} from 'node:fs/promises';
import {quasiPoints} from '../dist/numeric/quasi.js';

const TASKS = 60;
const [kind, size, questions, spread, middle, scale, amplitude, eta] = quasiPoints(TASKS, 8);

/** A value between two ends, at equal steps or at equal ratios. */
const between = (low, high, at) => low + (high - low) * at;
const ratio = (low, high, at) => low * (high / low) ** at;
const digits = (value, count = 2) => Number(value.toFixed(count));

/** Losses of the smallest and the largest model, nats per token. */
const [SMALLEST, LARGEST] = [2.78, 1.6];

/** exp(-T l), l the loss of one token, which falls from `first` at the smallest model to `last` at the largest: a Gompertz curve. */
function powerOf(tokens, first, last) {
  const width = (SMALLEST - LARGEST) / Math.log(first / last);
  return {amplitude: 1, middle: digits(SMALLEST - width * Math.log(first * tokens), 3), width: digits(width, 3)};
}

function curvesOf(i, tokens) {
  const smooth =
    tokens === null
      ? {
          amplitude: digits(between(0.4, 0.95, amplitude[i])),
          middle: digits(between(1.8, 2.4, middle[i])),
          width: digits(between(0.2, 0.5, scale[i])),
        }
      : powerOf(tokens, between(0.7, 2.3, middle[i]), ratio(0.005, 0.2, scale[i]));
  return [
    `{curve: gompertz, amplitude: ${smooth.amplitude}, middle: ${smooth.middle}, scale: ${smooth.width}}`,
    `{curve: saturating, amplitude: ${digits(between(0.7, 1.2, amplitude[i]))}, eta: ${digits(between(1.85, 2.3, eta[i]))}, scale: ${digits(between(0.3, 0.7, scale[i]))}}`,
  ];
}

function taskLine(i) {
  const open = kind[i] >= 0.5;
  const tokens = open ? Math.round(ratio(1, 50, size[i])) : null;
  const answer = open ? `open: ${tokens}` : `options: ${[2, 3, 4, 5, 8][Math.floor(5 * size[i])]}`;
  const count = Math.round(ratio(50, 2000, questions[i]));
  const [smooth, threshold] = curvesOf(i, tokens);
  const name = `task-${String(i + 1).padStart(2, '0')}`;
  const unlike = open ? between(0, 0.6, spread[i]) : between(0.5, 1.5, spread[i]);
  return `  - {name: ${name}, ${answer}, questions: ${count}, spread: ${digits(unlike)}, curves: {smooth: ${smooth}, threshold: ${threshold}}}`;
}

const head = `# yaml-language-server: $schema=../../mirage-lab.schema.json
# Schaeffer et al. 2023, Fig 5 (arXiv:2304.15004): which metrics of a large collection of tasks show emergence?
# Written by scripts/collection.mjs. Illustrative: no table of BIG-bench gives such curves. Half of the tasks are multiple choice, half open answers of 1 to 50 tokens,
# with 50 to 2,000 questions. Smooth, an open answer of T tokens is right with probability p^T, p = exp(-l), and the loss l of one of its tokens falls steadily from
# 0.7-2.3 nats at the smallest model to 0.005-0.2 at the largest.
name: schaeffer2023-fig5
question:
  en: Which metrics of many tasks show a sharp rise with the size of the model?
  zh: 在大量任务中，哪些指标随模型规模急剧上升？
seed: mirage
replicates: 1
resamples: 0
population: {grid: {params: {from: 1.25e8, to: 1.75e11, count: 8}, tokens: 3e11}}
loss: kaplan2020-n                  # a power law of the parameters, as in Fig 2 of the paper
worlds: [smooth, threshold]
metrics: [accuracy, exactStringMatch, correctChoiceProb, brierScore, tokenEditDistance]
figures: [emergence-scores]
benchmarks:
`;
const lines = Array.from({length: TASKS}, (_, i) => taskLine(i));
await writeFile(
  new URL('../configs/schaeffer2023/fig5.yaml', import.meta.url),
  `${head}${lines.join('\n')}\nreferences: [schaeffer2023-fig5]\n`,
);
