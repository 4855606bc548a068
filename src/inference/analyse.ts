import type {VerdictRule} from '../config/experiment.ts';
import type {Truth} from '../science/latent.ts';
import {type CurveDetail, curveDetail} from './curveDetail.ts';
import {curveRates} from './curveRates.ts';
import type {Explained, SharedOnset} from './evidence.ts';
import {explained} from './explained/explained.ts';
import type {BenchmarkFinding, CurveFinding, Findings, PairFinding} from './findings.ts';
import type {Judging} from './judging.ts';
import {adjustSmoothNulls} from './multiplicity.ts';
import {pairedDifference} from './paired/pairedOnsets.ts';
import {sharedOnset} from './paired/sharedOnset.ts';
import type {FamilyCorrelations} from './perQuestion/finding.ts';
import {shares} from './rates.ts';
import {
  type CurveInput,
  type FittedGroup,
  fitGroup,
  groupKey,
  groupsOf,
  type PairSummary,
  type ReplicateSummary,
  summariseGroup,
} from './summary.ts';
import {benchmarkTruth} from './truth.ts';
import type {BenchmarkVerdict} from './verdict.ts';

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

interface Place {
  readonly world: string | null;
  readonly benchmark: string;
}

const samePlace = (a: Place, b: Place): boolean => a.world === b.world && a.benchmark === b.benchmark;

/** A pair of metrics with what is reported of it beside its verdict. */
interface PairDetail extends PairSummary {
  readonly explained: Explained | null;
}

/** One (world, benchmark) of replicate 0, fitted with all detail: plain data that a worker can hand back. */
export interface GroupDetail {
  readonly world: string | null;
  readonly benchmark: string;
  readonly verdict: BenchmarkVerdict;
  readonly pairs: readonly PairDetail[];
  readonly curves: readonly CurveDetail[];
  readonly sharedOnset: SharedOnset | null;
  /** What the group adds to the rates over replicates. */
  readonly summary: ReplicateSummary;
  /** How single questions go with compute, where that was asked for. */
  readonly perQuestion?: readonly FamilyCorrelations[];
}

function pairDetail(pair: PairSummary, {curves, paired}: FittedGroup): PairDetail {
  const [from, to] = [pair.from, pair.to].map((name) => curves.find(({metric}) => metric === name)!);
  const resamples = paired();
  const eta = from!.fit.onset?.estimate ?? null;
  const highest = to!.curve.calibration ? {highest: to!.fit.estimator.window[1]} : {};
  return {
    ...pair,
    difference: (resamples && pairedDifference(resamples, pair.from, pair.to)) ?? pair.difference,
    explained: eta === null ? null : explained(from!.curve, to!.curve, eta, highest),
  };
}

/** Fits the curves of one (world, benchmark) with all detail; `simulated` adds what the rates over replicates need. */
export function detailGroup(inputs: readonly CurveInput[], judging: Judging, simulated: boolean): GroupDetail {
  const group = fitGroup(inputs, judging, {detail: true});
  const {world, benchmark, verdict, pairs, curves} = group;
  const resamples = group.paired();
  return {
    world,
    benchmark,
    verdict,
    pairs: pairs.map((pair) => pairDetail(pair, group)),
    curves: curves.map((one) => curveDetail(one, judging, `${one.metric} ${groupKey(world, benchmark, 0)}`)),
    sharedOnset: resamples && sharedOnset(resamples),
    summary: summariseGroup(group, simulated ? judging : {...judging, resamples: 0}, 0),
  };
}

function curveFinding(detail: CurveDetail, {truths, summaries}: JoinInput): CurveFinding {
  const truth = truths.find((one) => samePlace(one, detail)) ?? null;
  const all = summaries.flatMap(({curves}) =>
    curves.filter((one) => samePlace(one, detail) && one.metric === detail.metric),
  );
  return {...detail, truth: truth && {onset: truth.onset, width: truth.width}, rates: curveRates(all, truth)};
}

function pairFinding(pair: PairDetail, {summaries}: JoinInput): PairFinding {
  const same = (one: PairSummary): boolean => samePlace(one, pair) && one.from === pair.from && one.to === pair.to;
  const all = summaries.flatMap(({pairs}) => pairs.filter(same).map(({verdict}) => verdict));
  const {world: _, benchmark: __, ...own} = pair;
  return {...own, rates: all.length > 0 ? shares(all, VERDICTS) : null};
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
    sharedOnset: group.sharedOnset,
    rates: all.length > 0 ? shares(all, pairs.length > 0 ? VERDICTS : SINGLE_VERDICTS) : null,
    truth: truth ? benchmarkTruth(truth, pairs.length, input.rule.margin) : null,
    ...(group.perQuestion ? {perQuestion: group.perQuestion} : {}),
  };
}

/** Joins the detail of replicate 0 and the summaries of every replicate into the findings. */
export function joinFindings(groups: readonly GroupDetail[], input: JoinInput): Findings {
  return {
    version: 1,
    curves: adjustSmoothNulls(groups.flatMap(({curves}) => curves.map((one) => curveFinding(one, input)))),
    benchmarks: groups.map((group) => benchmarkFinding(group, input)),
  };
}

/** What `analyse` works on. */
export interface AnalyseInput extends Omit<JoinInput, 'rule'> {
  /** Curves of replicate 0, or of the one table there is: fitted here with all detail. */
  readonly curves: readonly CurveInput[];
}

/** Fits replicate 0 with all detail and joins the summaries of every replicate into the findings. */
export function analyse({curves, summaries, truths}: AnalyseInput, judging: Judging): Findings {
  const groups = groupsOf(curves).map((group) => detailGroup(group, judging, false));
  return joinFindings(groups, {summaries, truths, rule: judging.rule});
}
