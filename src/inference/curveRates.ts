import {median} from '../numeric/quantile.ts';
import type {Truth} from '../science/latent.ts';
import {CORRELATIONS} from './classical/correlation.ts';
import {LINE_TESTS, type LineTest} from './classical/lineTests.ts';
import type {CurveRates, Rate} from './findings.ts';
import type {Interval} from './interval.ts';
import {rate, shares} from './rates.ts';
import {rejectionRate} from './smoothNull/warpRates.ts';
import type {CurveSummary} from './summary.ts';

const SHAPES = ['sharp', 'soft', 'undetermined'] as const;

function typicalOf(intervals: readonly Interval[]): Interval {
  const middle = (read: (interval: Interval) => number): number => median(intervals.map(read));
  return {estimate: middle((w) => w.estimate), low: middle((w) => w.low), high: middle((w) => w.high)};
}

/** Tests reject below this p. */
const LEVEL = 0.05;

/** Share of replicates in which each test of a straight line rejects, of those that could be tested. */
function lineNullRates(all: readonly CurveSummary[]): Readonly<Record<LineTest, Rate | null>> {
  const entries = LINE_TESTS.map((test) => {
    const ps = all.flatMap(({lineNull}) => lineNull[test] ?? []);
    return [test, rate(ps.map((p) => p < LEVEL))];
  });
  return Object.fromEntries(entries) as Record<LineTest, Rate | null>;
}

/** Mean of each correlation over the replicates in which it exists. */
function correlationRates(all: readonly CurveSummary[]): NonNullable<CurveRates['correlations']> {
  const [spearman, pearson] = CORRELATIONS.map((kind) =>
    rate(all.flatMap(({correlations}) => correlations[kind] ?? [])),
  );
  return {spearman: spearman!, pearson: pearson!};
}

const UNFITTED = new Set(['too-few-points', 'no-fit', 'data-gap']);

/** Rates of one curve over its replicates, against the truth where it is known; null of no replicates. Widths are those of the replicates that could be fitted. */
export function curveRates(all: readonly CurveSummary[], truth: Truth | null): CurveRates | null {
  const fitted = all.filter(({reason}) => !UNFITTED.has(reason));
  const widths = (fitted.length > 0 ? fitted : all).map((one) => one.width);
  const width = rate(widths.map(({estimate}) => estimate));
  const widthHigh = rate(widths.map(({high}) => high));
  if (!width || !widthHigh) return null;
  const located = all.flatMap(({onset}) => (onset ? [onset] : []));
  const eta = truth?.onset ?? null;
  const w = truth?.width ?? null;
  return {
    coverageOnset: eta === null ? null : rate(located.map(({low, high}) => low <= eta && eta <= high)),
    coverageWidth: w === null ? null : rate(fitted.map(({width: {low, high}}) => low <= w && w <= high)),
    biasOnset: eta === null ? null : rate(located.map(({estimate}) => estimate - eta)),
    onset: rate(located.map(({estimate}) => estimate)),
    width,
    widthHigh,
    typicalWidth: typicalOf(widths),
    shapes: shares(
      all.map(({shape}) => shape),
      SHAPES,
    ),
    smoothNullRejected: rejectionRate(all.flatMap(({warp}) => (warp ? [warp] : []))),
    lineNull: lineNullRates(all),
    correlations: correlationRates(all),
  };
}
