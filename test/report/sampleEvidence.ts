import type {
  Classical,
  ClassicalTest,
  Collapse,
  Explained,
  Forecast,
  Residuals,
  ShapeFreeOnset,
  SharedOnset,
  SmoothNull,
} from '../../src/inference/evidence.ts';
import type {CurveFinding} from '../../src/inference/findings.ts';
import {
  CHAIN,
  type ChainCorrelations,
  CORRELATION_GRID,
  CORRELATION_KINDS,
  type FamilyCorrelations,
} from '../../src/inference/perQuestion/finding.ts';
import type {ReplicateRow} from '../../src/report/study.ts';

/** A tiny deterministic generator of numbers that look normal: enough for pictures. */
export function shaker(state = 1): () => number {
  let seed = state;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  };
  return () => 2 * (next() + next() + next());
}

/** Plausible correlations of single questions over the checkpoints of a family; in the published order or not. */
export function questionsOf(family: string, ordered: boolean): FamilyCorrelations {
  const medians = ordered ? [0.95, 0.6, 0.55, 0.3] : [0.95, 0.5, 0.6, 0.3];
  const chains = CORRELATION_KINDS.map(
    (kind): ChainCorrelations => ({
      kind,
      scores: CHAIN.map((score, i) => {
        const shares = CORRELATION_GRID.map((at) => Math.min(1, Math.max(0, 0.5 + 1.2 * (medians[i]! - at))));
        const [above, exceeding] = [shares[35]!, shares.map((share, k) => (k === 40 ? 0 : share))];
        return {score, median: medians[i]!, above, constant: score === 'accuracy' ? 0.1 : 0, exceeding};
      }),
      ordered: {byMedian: ordered, byAbove: kind === 'pearson'},
    }),
  );
  return {family, points: 8, questions: 1000, chains};
}

/** A plausible smooth-null test: rejecting where the curve is sharp. */
export function smoothNullOf(sharp: boolean): SmoothNull {
  return {
    p: sharp ? 0.005 : 0.42,
    null: sharp ? 'gompertz' : 'logistic',
    statistic: sharp ? 38.2 : 1.7,
    resamples: 199,
    bootstrap: 'cluster',
    nulls: [
      {name: 'gompertz', bic: -1488, statistic: 38.2, p: sharp ? 0.005 : 0.3},
      {name: 'logistic', bic: -1436.2, statistic: 90.1, p: null},
    ],
    blind: 0.05,
    adjusted: {holm: sharp ? 0.01 : 0.84, falseDiscovery: sharp ? 0.005 : 0.42},
  };
}

/** A plausible onset without a shape. */
export function shapeFreeOf(onset: number, chance: number | null): ShapeFreeOnset {
  return {
    onset: {estimate: onset + 0.01, low: onset - 0.03, high: onset + 0.05},
    firstRejection: onset - 0.06,
    level: chance ?? 0,
    levelOf: chance === null ? 'plateau' : 'chance',
    tests: 97,
  };
}

/** Agreement at equal loss, differences at equal compute and size. */
export function collapseOf(): readonly Collapse[] {
  const entry = (at: Collapse['at'], rms: number, verdict: Collapse['verdict']): Collapse => ({
    at,
    rms: {estimate: rms, low: 0.6 * rms, high: 1.5 * rms},
    noise: 0.004,
    margin: 0.01,
    runs: 3,
    verdict,
  });
  return [entry('loss', 0.002, 'collapses'), entry('compute', 0.071, 'differs'), entry('params', 0.02, 'cannot-tell')];
}

/** What the usual methods say of a curve that bends: everything breaks; the tests of log-odds only where it is a share. */
export function classicalOf(onset: number, share: boolean): Classical {
  const test = (name: ClassicalTest['name'], more: Partial<ClassicalTest> = {}): ClassicalTest => ({
    name,
    statistic: null,
    p: null,
    breaks: [],
    reason: null,
    ...more,
  });
  const near = (shift: number, reach: number | null) => [
    {
      estimate: onset + shift,
      low: reach === null ? null : onset + shift - reach,
      high: reach === null ? null : onset + shift + reach,
    },
  ];
  const logit = (name: ClassicalTest['name'], more: Partial<ClassicalTest>) =>
    test(name, share ? more : {reason: 'not-a-share'});
  return {
    spearman: -0.81,
    pearson: -0.9,
    emergenceScore: 41.3,
    models: [
      {name: 'line', at: null, rss: 0.4, count: 2, bic: -1500.5},
      {name: 'hinge', at: onset + 0.011, rss: 0.1, count: 3, bic: -1829.1},
      {name: 'step', at: onset - 0.15, rss: 0.3, count: 3, bic: -1571.3},
      {name: 'stegmented', at: onset + 0.02, rss: 0.099, count: 5, bic: -1820.6},
    ],
    tests: [
      test('davies', {statistic: 61.25, p: 1e-12, breaks: near(-0.04, null)}),
      test('pseudoScore', {statistic: 12.5, p: 0.031}),
      test('segmented', {breaks: near(0.003, 0.009)}),
      test('supWald', {statistic: 3751.5, p: 0.005, breaks: near(0.002, 0.008)}),
      test('supF', {statistic: 3811.25, p: 0, breaks: near(0.012, 0.016)}),
      test('expF', {statistic: 1900.5, p: 0.005}),
      test('aveF', {statistic: 902.75, p: 0.005}),
      test('cusum', {statistic: 4.125, p: 0.062}),
      test('baiPerron', {statistic: 733.5, breaks: [...near(-0.2, 0.013), ...near(0.012, 0.017)]}),
      logit('logitDavies', {statistic: 70.5, p: 2e-9, breaks: near(-0.05, null)}),
      logit('logitPseudoScore', {statistic: 14.25, p: 3e-9}),
      logit('logitSegmented', {breaks: near(0.001, 0.007)}),
    ],
  };
}

/** A contest of laws at three cutoffs that the bent hinge wins where the curve is sharp. */
export function forecastsOf(sharp: boolean, onset: number): readonly Forecast[] {
  const rivals = sharp
    ? ['bent hinge', 'hinge', 'gompertz', 'logistic']
    : ['gompertz', 'bent hinge', 'logistic', 'hinge'];
  return [0.15, 0.05, -0.05].map((above, i) => ({
    cutoff: onset + above,
    laws: [...rivals, 'line'].map((name, place) => ({
      name,
      logScore: 2.9 - place * place * (i === 2 ? 0.4 : 3.1),
      rmse: 0.01 * (1 + place),
      coverage: [
        {from: 0, to: 0.1, covered: 0.95 - 0.1 * place, n: 40},
        {from: 0.1, to: 0.3, covered: 0.9 - 0.2 * place, n: 60},
      ],
    })),
    best: rivals[0]!,
  }));
}

/** Standardised residuals of three runs of 79 points each. */
export function residualsOf(seed: number): Residuals {
  const shake = shaker(seed);
  const points = Array.from({length: 237}, (_, i) => ({
    loss: 2.75 - (1 - (i % 79) / 79) * 0.001 - 0.0042 * i + 0.01 * shake(),
    value: 1.02 * shake(),
    run: Math.floor(i / 79),
  })).sort((a, b) => a.loss - b.loss);
  return {
    loss: points.map(({loss}) => loss),
    value: points.map(({value}) => value),
    run: points.map(({run}) => run),
  };
}

/** A pair whose discontinuous metric follows the continuous one. */
export function explainedOf(): Explained {
  return {
    share: 0.992,
    slopeChange: {estimate: 0.03, low: -0.06, high: 0.12},
    remaining: 0.02,
    p: 0.51,
    explained: true,
  };
}

/** One onset for the metrics of a benchmark. */
export function sharedOf(metrics: readonly string[]): SharedOnset {
  return {estimate: 2.104, low: 2.099, high: 2.11, p: 0.37, metrics};
}

/** The intervals of every replicate: off the truth by a normal error that the interval knows. */
export function intervalsOf(curves: readonly CurveFinding[], replicates: number): readonly ReplicateRow[] {
  return curves.flatMap(({world, benchmark, metric, onset, width, shape, truth}, index) => {
    const shake = shaker(index + 1);
    const middle = truth?.onset ?? onset?.estimate ?? 2;
    return Array.from({length: replicates}, (_, replicate): ReplicateRow => {
      const estimate = middle + 0.009 * shake();
      return {
        world: world ?? '',
        benchmark,
        metric,
        replicate,
        onset: replicate % 50 === 49 ? null : {estimate, low: estimate - 0.017, high: estimate + 0.018},
        width,
        shape,
        smoothNullStatistic: 30,
      };
    });
  });
}
