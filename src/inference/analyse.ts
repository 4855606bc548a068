import type {VerdictRule} from '../config/experiment.ts';
import {median} from '../numeric/quantile.ts';
import type {Truth} from '../science/world.ts';
import {candidateTable} from './candidates.ts';
import {classicalNumbers} from './classical.ts';
import type {BenchmarkFinding, CurveFinding, CurveRates, Findings, PairFinding} from './findings.ts';
import type {Interval} from './interval.ts';
import {rate, shares} from './rates.ts';
import {
  type CurveInput,
  type CurveSummary,
  type FittedCurve,
  fitGroup,
  groupsOf,
  type PairSummary,
  type ReplicateSummary,
} from './summary.ts';
import {benchmarkTruth} from './truth.ts';
import type {BenchmarkVerdict} from './verdict.ts';

const SHAPES = ['sharp', 'soft', 'undetermined'] as const;
const VERDICTS = ['kept', 'moved', 'removed', 'none', 'cannot-tell'] as const;
const SINGLE_VERDICTS = ['break', 'no-break', 'cannot-tell'] as const;

/** What is known of a benchmark in a world. */
export interface KnownTruth extends Truth {
  readonly world: string | null;
  readonly benchmark: string;
}

/** What is joined with the detail of replicate 0. */
export interface JoinInput {
  /** One summary a replicate; empty where nothing was simulated, and then no rates are given. */
  readonly summaries: readonly ReplicateSummary[];
  readonly truths: readonly KnownTruth[];
  readonly rule: VerdictRule;
}

/** What `analyse` works on. */
export interface AnalyseInput extends JoinInput {
  /** Curves of replicate 0, or of the one table there is: fitted here with all detail. */
  readonly curves: readonly CurveInput[];
}

interface Place {
  readonly world: string | null;
  readonly benchmark: string;
}

const samePlace = (a: Place, b: Place): boolean => a.world === b.world && a.benchmark === b.benchmark;

function typicalOf(intervals: readonly Interval[]): Interval {
  const middle = (read: (interval: Interval) => number): number => median(intervals.map(read));
  return {estimate: middle((w) => w.estimate), low: middle((w) => w.low), high: middle((w) => w.high)};
}

function curveRates(all: readonly CurveSummary[], truth: Truth | null): CurveRates | null {
  const width = rate(all.map((one) => one.width.estimate));
  const widthHigh = rate(all.map((one) => one.width.high));
  if (!width || !widthHigh) return null;
  const located = all.flatMap(({onset}) => (onset ? [onset] : []));
  const eta = truth?.onset ?? null;
  const w = truth?.width ?? null;
  return {
    coverageOnset: eta === null ? null : rate(located.map(({low, high}) => low <= eta && eta <= high)),
    coverageWidth: w === null ? null : rate(all.map(({width: {low, high}}) => low <= w && w <= high)),
    biasOnset: eta === null ? null : rate(located.map(({estimate}) => estimate - eta)),
    onset: rate(located.map(({estimate}) => estimate)),
    width,
    widthHigh,
    typicalWidth: typicalOf(all.map((one) => one.width)),
    shapes: shares(
      all.map(({shape}) => shape),
      SHAPES,
    ),
    smoothNullRejected: null,
  };
}

/** Everything that one fitted curve says by itself. */
export type CurveDetail = Omit<CurveFinding, 'smoothNull' | 'truth' | 'rates'>;

/** One (world, benchmark) of replicate 0, fitted with all detail: plain data that a worker can hand back. */
export interface GroupDetail {
  readonly world: string | null;
  readonly benchmark: string;
  readonly verdict: BenchmarkVerdict;
  readonly pairs: readonly PairSummary[];
  readonly curves: readonly CurveDetail[];
}

function curveDetail({world, benchmark, metric, curve, fit}: FittedCurve): CurveDetail {
  return {
    world,
    benchmark,
    metric,
    points: fit.points,
    onset: fit.onset,
    width: fit.width,
    relativeWidth: fit.relativeWidth,
    shape: fit.shape,
    reason: fit.reason,
    widthLimit: fit.widthLimit,
    estimator: fit.estimator,
    plateau: fit.detail?.plateau ?? null,
    rise: fit.detail?.rise ?? null,
    candidates: candidateTable(fit),
    classical: classicalNumbers(curve),
    fitted: fit.detail?.fitted ?? {loss: [], value: []},
    profile: fit.detail?.profile ?? null,
    shapeFree: null,
    collapse: [],
    forecasts: [],
    residuals: {loss: [], value: [], run: []},
  };
}

/** Fits the curves of one (world, benchmark) with all detail. */
export function detailGroup(inputs: readonly CurveInput[], rule: VerdictRule): GroupDetail {
  const {world, benchmark, verdict, pairs, curves} = fitGroup(inputs, rule, true);
  return {world, benchmark, verdict, pairs, curves: curves.map(curveDetail)};
}

/** The summary of the replicate whose groups these are. */
export function summaryOf(groups: readonly GroupDetail[]): ReplicateSummary {
  return {
    curves: groups.flatMap(({curves}) => curves),
    pairs: groups.flatMap(({pairs}) => pairs),
    benchmarks: groups,
  };
}

function curveFinding(detail: CurveDetail, {truths, summaries}: JoinInput): CurveFinding {
  const truth = truths.find((one) => samePlace(one, detail)) ?? null;
  const all = summaries.flatMap(({curves}) =>
    curves.filter((one) => samePlace(one, detail) && one.metric === detail.metric),
  );
  return {
    ...detail,
    smoothNull: null,
    truth: truth && {onset: truth.onset, width: truth.width},
    rates: curveRates(all, truth),
  };
}

function pairFinding(pair: PairSummary, {summaries}: JoinInput): PairFinding {
  const same = (one: PairSummary): boolean => samePlace(one, pair) && one.from === pair.from && one.to === pair.to;
  const all = summaries.flatMap(({pairs}) => pairs.filter(same).map(({verdict}) => verdict));
  const {from, to, verdict, reason, difference} = pair;
  return {from, to, verdict, reason, difference, explained: null, rates: all.length > 0 ? shares(all, VERDICTS) : null};
}

function benchmarkFinding(group: GroupDetail, input: JoinInput): BenchmarkFinding {
  const {world, benchmark, verdict, pairs} = group;
  const all = input.summaries.flatMap(({benchmarks}) =>
    benchmarks.filter((one) => samePlace(one, group)).map((one) => one.verdict),
  );
  const truth = input.truths.find((one) => samePlace(one, group));
  return {
    world,
    benchmark,
    verdict,
    pairs: pairs.map((pair) => pairFinding(pair, input)),
    sharedOnset: null,
    rates: all.length > 0 ? shares(all, pairs.length > 0 ? VERDICTS : SINGLE_VERDICTS) : null,
    truth: truth ? benchmarkTruth(truth, pairs.length, input.rule.margin) : null,
  };
}

/** Joins the detail of replicate 0 and the summaries of every replicate into the findings. */
export function joinFindings(groups: readonly GroupDetail[], input: JoinInput): Findings {
  return {
    version: 1,
    curves: groups.flatMap(({curves}) => curves.map((one) => curveFinding(one, input))),
    benchmarks: groups.map((group) => benchmarkFinding(group, input)),
  };
}

/** Fits replicate 0 with all detail and joins the summaries of every replicate into the findings. */
export function analyse({curves, ...input}: AnalyseInput): Findings {
  return joinFindings(
    groupsOf(curves).map((group) => detailGroup(group, input.rule)),
    input,
  );
}
