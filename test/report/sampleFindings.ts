import type {Experiment} from '../../src/config/experiment.ts';
import type {
  BenchmarkFinding,
  CurveFinding,
  CurveRates,
  PairFinding,
  ProfileSurface,
  Rate,
  Shape,
  Verdict,
} from '../../src/inference/findings.ts';
import type {Interval} from '../../src/inference/interval.ts';
import {type Benchmark, chanceOf} from '../../src/science/benchmark.ts';
import {truthOf} from '../../src/science/curves/registry.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import type {World} from '../../src/science/world.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {meanPerformanceOf} from '../science/shown.ts';
import {
  classicalOf,
  collapseOf,
  explainedOf,
  forecastsOf,
  residualsOf,
  shapeFreeOf,
  sharedOf,
  smoothNullOf,
} from './sampleEvidence.ts';

const RANGE: Readonly<Record<string, number>> = {
  accuracy: 1,
  exactStringMatch: 1,
  correctChoiceProb: 0.9,
  brierScore: -0.95,
};

/** Entry of the world registry. */
export const worldOf = (name: string): World => WORLDS.find((entry) => entry.name === name)!;
/** Entry of the metric registry. */
export const metricOf = (name: string) => METRICS.find((entry) => entry.name === name)!;
/** Whether a metric can score a benchmark. */
export const fits = (metric: string, benchmark: Benchmark): boolean =>
  metricOf(metric).answers.includes(benchmark.answer.kind);

/** A plausible score at a normalised performance. */
export function valueAt(metric: string, benchmark: Benchmark, performance: number): number {
  const chance = metricOf(metric).chance(benchmark) ?? 0;
  const span = RANGE[metric]! * (metric === 'brierScore' ? chance : 1 - chance);
  return chance + span * (metric === 'accuracy' ? performance : performance ** 1.1);
}

const around = (estimate: number, below: number, above: number): Interval => ({
  estimate,
  low: Math.max(estimate - below, 0),
  high: estimate + above,
});
const rate = (value: number, n: number): Rate => ({value, mcse: Math.sqrt((value * (1 - value)) / n), n});

function profileOf(onset: number, width: number): ProfileSurface {
  const onsets = Array.from({length: 61}, (_, i) => onset - 0.09 + 0.003 * i);
  const widths = [0, ...Array.from({length: 30}, (_, i) => 0.003 * (1 / 0.003) ** (i / 29))];
  return {
    onset: onsets,
    width: widths,
    ratio: widths.flatMap((w) =>
      onsets.map((eta) => {
        const ratio = ((eta - onset - 0.4 * (w - width)) / 0.004) ** 2 + ((w - width) / 0.007) ** 2;
        return ratio > 60 ? null : ratio;
      }),
    ),
  };
}

/** A plausible finding of one curve. */
export function curveOf(experiment: Experiment, index: number, benchmark: Benchmark, metric: string): CurveFinding {
  const {name: world, curves} = experiment.worlds[index]!;
  const choice = curves[benchmark.name]!;
  const eta = truthOf(choice, benchmark.answer.kind)?.onset ?? null;
  const onset = around(eta === null ? 2.15 : eta - 0.002, 0.007, 0.008);
  const width = eta === null ? around(0.05, 0.021, 0.024) : around(0, 0, 0.013);
  const shape: Shape = eta === null ? 'soft' : 'sharp';
  const loss = Array.from({length: 120}, (_, i) => 2.78 - (1.05 * i) / 119);
  const f = meanPerformanceOf(choice);
  const n = experiment.replicates;
  const rates: CurveRates = {
    coverageOnset: eta === null ? null : rate(0.93, n),
    coverageWidth: eta === null ? null : rate(0.97, n),
    biasOnset: eta === null ? null : {value: -0.001, mcse: 0.0004, n},
    onset: {value: onset.estimate, mcse: 0.0004, n},
    width: {value: width.estimate, mcse: 0.0005, n},
    widthHigh: {value: width.high, mcse: 0.0006, n},
    typicalWidth: width,
    shapes: {
      sharp: rate(eta === null ? 0.02 : 0.97, n),
      soft: rate(eta === null ? 0.93 : 0, n),
      undetermined: rate(eta === null ? 0.05 : 0.03, n),
    },
    smoothNullRejected: rate(eta === null ? 0.06 : 0.98, n),
    lineNull: {davies: rate(1, n), supF: rate(0.99, n)},
  };
  return {
    world,
    benchmark: benchmark.name,
    metric,
    points: 237,
    onset,
    width,
    relativeWidth: width.estimate / 0.36,
    shape,
    reason: eta === null ? 'wide-width' : 'narrow-width',
    widthLimit: 0.029,
    estimator: {
      weights: 'standard-errors',
      postBreak: 'cubic',
      farSide: 'flat',
      inflation: 1.12,
      window: [1.735, 2.89],
      extraSd: 0.003,
    },
    plateau: {
      level: around(chanceOf(benchmark), 0.001, 0.001),
      slope: {estimate: 0.001, low: -0.004, high: 0.006},
      chance: metricOf(metric).chance(benchmark),
      atChance: true,
      margin: 0.01,
      points: 140,
    },
    rise: 0.29,
    smoothNull: smoothNullOf(eta !== null),
    shapeFree: shapeFreeOf(onset.estimate, metricOf(metric).chance(benchmark)),
    collapse: collapseOf(),
    forecasts: forecastsOf(eta !== null, onset.estimate),
    residuals: residualsOf(1 + index + metric.length),
    candidates: [
      {
        name: 'bent hinge',
        aicc: -1510.2,
        bic: -1490.1,
        weight: 0.95,
        parameters: {eta: onset.estimate, w: width.estimate},
      },
      {
        name: 'gompertz',
        aicc: -1504.3,
        bic: -1488.0,
        weight: 0.05,
        parameters: {amplitude: 0.57, middle: 2.0, scale: 0.1},
      },
      {
        name: 'logistic',
        aicc: -1450.9,
        bic: -1436.2,
        weight: 0,
        parameters: {amplitude: 0.52, middle: 1.97, scale: 0.06},
      },
    ],
    classical: classicalOf(onset.estimate, metricOf(metric).percent),
    fitted: {loss, value: loss.map((x) => valueAt(metric, benchmark, f(x)))},
    profile: profileOf(onset.estimate, width.estimate),
    truth: {onset: eta, width: eta === null ? null : 0},
    rates,
  };
}

function pairOf(from: CurveFinding, to: CurveFinding, n: number): PairFinding {
  const verdict: Verdict = from.shape === 'sharp' ? 'kept' : 'none';
  return {
    from: from.metric,
    to: to.metric,
    verdict,
    reason: verdict === 'kept' ? 'both-sharp-same-onset' : 'none-sharp',
    difference: {estimate: 0.001, low: -0.009, high: 0.011},
    explained: explainedOf(),
    rates: {
      kept: rate(verdict === 'kept' ? 0.94 : 0.01, n),
      moved: rate(0, n),
      removed: rate(0.01, n),
      none: rate(verdict === 'none' ? 0.9 : 0, n),
      'cannot-tell': rate(0.05, n),
    },
  };
}

/** A plausible finding of one benchmark from its curves. */
export function benchmarkOf(curves: readonly CurveFinding[], n: number): BenchmarkFinding {
  const discontinuous = curves.filter(({metric}) => !metricOf(metric).continuous);
  const continuous = curves.filter(({metric}) => metricOf(metric).continuous);
  const pairs = discontinuous.flatMap((from) => continuous.map((to) => pairOf(from, to, n)));
  const sharp = curves[0]!.shape === 'sharp';
  const single = sharp ? 'break' : 'no-break';
  const paired: Verdict = sharp ? 'kept' : 'none';
  const verdict = pairs.length > 0 ? paired : single;
  return {
    world: curves[0]!.world,
    benchmark: curves[0]!.benchmark,
    verdict,
    pairs,
    sharedOnset: sharp && curves.length > 1 ? sharedOf(curves.map(({metric}) => metric)) : null,
    rates: {[verdict]: rate(0.92, n), 'cannot-tell': rate(0.07, n), removed: rate(0.01, n)},
    truth: verdict,
  };
}
