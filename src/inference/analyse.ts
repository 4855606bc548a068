import type {VerdictRule} from '../config/experiment.ts';
import type {Truth} from '../science/world.ts';
import {candidateTable} from './candidates.ts';
import {classicalNumbers} from './classical.ts';
import type {BenchmarkFinding, CurveFinding, CurveRates, Findings, PairFinding} from './findings.ts';
import {rate, shares} from './rates.ts';
import {
  type CurveInput,
  type CurveSummary,
  type FittedCurve,
  type FittedGroup,
  fitReplicate,
  type PairSummary,
  type ReplicateSummary,
} from './summary.ts';
import {benchmarkTruth} from './truth.ts';

const SHAPES = ['sharp', 'soft', 'undetermined'] as const;
const VERDICTS = ['kept', 'moved', 'removed', 'none', 'cannot-tell'] as const;
const SINGLE_VERDICTS = ['break', 'no-break', 'cannot-tell'] as const;

/** What is known of a benchmark in a world. */
export interface KnownTruth extends Truth {
  readonly world: string | null;
  readonly benchmark: string;
}

/** What `analyse` joins. */
export interface AnalyseInput {
  /** Curves of replicate 0, or of the one table there is: fitted here with all detail. */
  readonly curves: readonly CurveInput[];
  /** One summary a replicate; empty where nothing was simulated, and then no rates are given. */
  readonly summaries: readonly ReplicateSummary[];
  readonly truths: readonly KnownTruth[];
  readonly rule: VerdictRule;
}

interface Place {
  readonly world: string | null;
  readonly benchmark: string;
}

const samePlace = (a: Place, b: Place): boolean => a.world === b.world && a.benchmark === b.benchmark;

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
    shapes: shares(
      all.map(({shape}) => shape),
      SHAPES,
    ),
  };
}

function curveFinding({world, benchmark, metric, curve, fit}: FittedCurve, input: AnalyseInput): CurveFinding {
  const place = {world, benchmark};
  const truth = input.truths.find((one) => samePlace(one, place)) ?? null;
  const all = input.summaries.flatMap(({curves}) =>
    curves.filter((one) => samePlace(one, place) && one.metric === metric),
  );
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
    smoothNull: null,
    candidates: candidateTable(fit),
    classical: classicalNumbers(curve),
    fitted: fit.detail?.fitted ?? {loss: [], value: []},
    profile: fit.detail?.profile ?? null,
    truth: truth && {onset: truth.onset, width: truth.width},
    rates: curveRates(all, truth),
  };
}

function pairFinding(pair: PairSummary, {summaries}: AnalyseInput): PairFinding {
  const same = (one: PairSummary): boolean => samePlace(one, pair) && one.from === pair.from && one.to === pair.to;
  const all = summaries.flatMap(({pairs}) => pairs.filter(same).map(({verdict}) => verdict));
  const {from, to, verdict, reason, difference} = pair;
  return {from, to, verdict, reason, difference, rates: all.length > 0 ? shares(all, VERDICTS) : null};
}

function benchmarkFinding(group: FittedGroup, input: AnalyseInput): BenchmarkFinding {
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

/** Fits replicate 0 with all detail and joins the summaries of every replicate into the findings. */
export function analyse(input: AnalyseInput): Findings {
  const groups = fitReplicate(input.curves, input.rule, true);
  return {
    version: 1,
    curves: groups.flatMap(({curves}) => curves.map((one) => curveFinding(one, input))),
    benchmarks: groups.map((group) => benchmarkFinding(group, input)),
  };
}
