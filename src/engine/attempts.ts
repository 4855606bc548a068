import type {Experiment} from '../config/experiment.ts';
import {binomialFrom} from '../numeric/binomial.ts';
import {exp, log} from '../numeric/elementary.ts';
import {power} from '../numeric/power.ts';
import {nameWord, streamAt, streamKey, uniforms} from '../numeric/stream.ts';
import {passAtKEstimates} from '../science/answer/passAtK.ts';
import {passUntil, rateOf} from '../science/answer/passUntil.ts';
import type {Latent} from '../science/latent.ts';
import {STATISTICS, type Statistic} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Sampling} from '../science/sampling.ts';
import {lastOf} from './lastOf.ts';
import type {Cell, Plan} from './plan.ts';
import {questionKeys, questionTraits} from './questions.ts';

/** The latent at which a question is answered, by its place from 0 on. */
export type LatentOf = (question: number) => Latent;

/** Tries every open answer of a cell again and again at each latent: writes the means of SAMPLED into `out`, shape [latents, STATISTICS], at `to`. */
export type Attempter = (cell: Cell, latents: readonly LatentOf[], out: Float64Array, to: number) => void;

/** A way to estimate one question from uniform numbers of its own. */
interface Estimator {
  /** Uniform numbers of a question. */
  readonly width: number;
  /** Column of the mean among STATISTICS; that of the square follows. */
  readonly column: number;
  /** Purpose of the draws. */
  readonly purpose: string;
  /** Turns uniform numbers into what `estimate` reads, in place. */
  prepare(numbers: Float64Array): void;
  /** The estimate of a question with probability q of a right answer; its numbers start at `from`. */
  estimate(numbers: Float64Array, from: number, q: number): number;
}

const columnOf = (name: Statistic): number => STATISTICS.indexOf(name);

/** c of n samples right by the inverse of the binomial law, then pass@k of c. */
function passAtKEstimator(sampling: Sampling): Estimator {
  const estimates = passAtKEstimates(sampling);
  return {
    width: 1,
    column: columnOf('passAtK'),
    purpose: 'pass at k',
    prepare() {},
    estimate: (numbers, from, q) => estimates[binomialFrom(numbers[from]!, sampling.samples, q)]!,
  };
}

/** A wait for each right answer, from standard exponential numbers that all worlds share. */
function passUntilEstimator(sampling: Sampling): Estimator {
  return {
    width: sampling.successes,
    column: columnOf('passUntil'),
    purpose: 'pass until',
    prepare(numbers) {
      for (let i = 0; i < numbers.length; i++) numbers[i] = -log(numbers[i]!);
    },
    estimate: (numbers, from, q) => passUntil(numbers, from, rateOf(q), sampling),
  };
}

const MAKERS = {passAtK: passAtKEstimator, passUntil: passUntilEstimator} as const;

/** The estimators that the metrics of an experiment read. */
function estimatorsOf({metrics, sampling}: Experiment): Estimator[] {
  if (!sampling) return [];
  const asked = METRICS.filter(({name}) => metrics.includes(name)).flatMap(({attempts}) => attempts ?? []);
  return asked.map((attempts) => MAKERS[attempts](sampling));
}

/** Questions whose numbers are drawn at a time, even. */
const CHUNK = 1024;

/** The attempter of a plan: its draws depend on the cell's address alone, and all worlds share them. */
export function attempter({experiment, points}: Plan): Attempter {
  const {benchmarks, population, seed} = experiment;
  const keys = questionKeys(seed);
  const estimators = estimatorsOf(experiment).map((own) => ({...own, key: streamKey(seed, own.purpose)}));
  const easeOf = lastOf((replicate: number, b: number) => questionTraits(keys.questions, benchmarks[b]!, replicate));
  return ({replicate, benchmark: b, point}, latents, out, to) => {
    const {answer, questions, name} = benchmarks[b]!;
    if (answer.kind !== 'open') return;
    const {run, checkpoint} = points[point]!;
    for (const {key, width, column, prepare, estimate} of estimators) {
      const ease = easeOf(replicate, b);
      const stream = streamAt(key, [replicate, nameWord(population.runs[run]!.id), checkpoint, nameWord(name)]);
      for (let first = 0; first < questions; first += CHUNK) {
        const end = Math.min(first + CHUNK, questions);
        const numbers = uniforms(stream, (end - first) * width, first * width);
        prepare(numbers);
        latents.forEach((latentOf, w) => {
          let sum = 0;
          let squares = 0;
          for (let i = first; i < end; i++) {
            const p = 1 / (1 + exp(-(latentOf(i).s + ease[i]!)));
            const value = estimate(numbers, (i - first) * width, power(p, answer.tokens));
            sum += value;
            squares += value * value;
          }
          const at = to + w * STATISTICS.length + column;
          out[at]! += sum / questions;
          out[at + 1]! += squares / questions;
        });
      }
    }
  };
}
