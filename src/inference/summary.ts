import type {VerdictRule} from '../config/experiment.ts';
import {grouped} from '../numeric/grouped.ts';
import {type BentHingeFit, fitBentHinge} from './bentHinge.ts';
import {type Correlations, correlations} from './classical/correlation.ts';
import {type LineTestPs, lineTests} from './classical/lineTests.ts';
import {sameCheckpoints} from './companion.ts';
import type {Curve} from './curve.ts';
import type {Shape, Verdict} from './findings.ts';
import type {Interval} from './interval.ts';
import type {Judging} from './judging.ts';
import {type LocatedMetric, type PairedOnsets, pairedDifference, pairedOnsets} from './paired/pairedOnsets.ts';
import type {RecoveredLaw} from './recovery/recovered.ts';
import {type WarpSpeed, warpSpeed} from './smoothNull/warpSpeed.ts';
import {type BenchmarkVerdict, benchmarkVerdict, type Difference, onsetDifference, pairVerdict} from './verdict.ts';

/** A curve with its name. */
export interface CurveInput {
  readonly world: string | null;
  readonly benchmark: string;
  readonly metric: string;
  readonly curve: Curve;
}

/** One fitted curve of one replicate. */
export interface CurveSummary {
  readonly world: string | null;
  readonly benchmark: string;
  readonly metric: string;
  readonly onset: Interval | null;
  readonly width: Interval;
  readonly shape: Shape;
  readonly reason: string;
  /** What tests with a straight line as their null say. */
  readonly lineNull: LineTestPs;
  /** Of value and loss over its checkpoints. */
  readonly correlations: Correlations;
  /** What this replicate adds to the rate of the smooth-null test; null where it was not run. */
  readonly warp: WarpSpeed | null;
}

/** One pair of metrics of one replicate. */
export interface PairSummary {
  readonly world: string | null;
  readonly benchmark: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly difference: Interval | null;
}

/** One benchmark of one replicate. */
export interface BenchmarkSummary {
  readonly world: string | null;
  readonly benchmark: string;
  readonly verdict: BenchmarkVerdict;
}

/** What a replicate says: plain data that a worker can hand back. */
export interface ReplicateSummary {
  readonly curves: readonly CurveSummary[];
  readonly pairs: readonly PairSummary[];
  readonly benchmarks: readonly BenchmarkSummary[];
  /** Laws that were recovered in this replicate, where the study asks for it. */
  readonly recovered?: readonly RecoveredLaw[];
}

/** A fitted curve beside its input. */
export interface FittedCurve extends CurveInput {
  readonly fit: BentHingeFit;
}

/** Everything fitted in one replicate, group by group: a group is one (world, benchmark). */
export interface FittedGroup {
  readonly world: string | null;
  readonly benchmark: string;
  readonly curves: readonly FittedCurve[];
  readonly pairs: readonly PairSummary[];
  readonly verdict: BenchmarkVerdict;
  /** Resamples of all located metrics together, drawn when first asked for. */
  readonly paired: () => PairedOnsets | null;
}

/** Curves by (world, benchmark), in the order of their first appearance. */
export function groupsOf(inputs: readonly CurveInput[]): CurveInput[][] {
  return [...grouped(inputs, ({world, benchmark}) => JSON.stringify([world, benchmark])).values()];
}

/** Located metrics that were read off the same checkpoints as the first of them. */
function locatedAlike(curves: readonly FittedCurve[]): LocatedMetric[] {
  const located = curves.filter(({fit}) => fit.onset !== null && fit.detail !== null);
  return located
    .filter(({curve}) => sameCheckpoints(located[0]!.curve, curve))
    .map(({metric, fit}) => ({metric, eta: fit.onset!.estimate, comparison: fit.detail!.comparison}));
}

/** The paired resamples of a group, drawn when first asked for; null without resamples or with fewer than two located metrics. */
function pairing(curves: readonly FittedCurve[], {resamples, seed}: Judging, key: string): () => PairedOnsets | null {
  let made: PairedOnsets | null | undefined;
  return () => {
    if (made !== undefined) return made;
    const located = resamples > 0 ? locatedAlike(curves) : [];
    made = located.length > 1 ? pairedOnsets(located, {resamples, seed, key}) : null;
    return made;
  };
}

function pairsOf(curves: readonly FittedCurve[], paired: () => PairedOnsets | null, rule: VerdictRule): PairSummary[] {
  const judge = (from: FittedCurve, to: FittedCurve): PairSummary => {
    const difference: Difference = (a, b) => {
      const resamples = paired();
      return (resamples && pairedDifference(resamples, from.metric, to.metric)) ?? onsetDifference(a, b);
    };
    const {world, benchmark} = from;
    return {world, benchmark, from: from.metric, to: to.metric, ...pairVerdict(from.fit, to.fit, rule, difference)};
  };
  const continuous = curves.filter(({curve}) => curve.continuous);
  return curves.filter(({curve}) => !curve.continuous).flatMap((from) => continuous.map((to) => judge(from, to)));
}

/** Name of a group for its random numbers. */
export function groupKey(world: string | null, benchmark: string, replicate: number): string {
  return JSON.stringify([world, benchmark, replicate]);
}

/** Fits every curve of one (world, benchmark) and judges its pairs; `detail` adds what figures, tables and resamples need. */
export function fitGroup(
  inputs: readonly CurveInput[],
  judging: Judging,
  {detail, replicate = 0}: {readonly detail: boolean; readonly replicate?: number},
): FittedGroup {
  const {rule} = judging;
  const options = {rule, detail, ...(judging.kernel && {kernel: judging.kernel})};
  const {world, benchmark} = inputs[0]!;
  // The first discontinuous metric leads: its onset ends the window of metrics that move early, its residuals tell of noise that others share, its break is held.
  const leader = inputs.find(({curve}) => !curve.continuous) ?? null;
  const led = leader ? fitBentHinge(leader.curve, options) : null;
  const fitOf = (input: CurveInput): BentHingeFit => {
    if (led && input === leader) return led;
    return fitBentHinge(input.curve, {...options, leader: input.curve.continuous ? led : null});
  };
  const curves = inputs.map((input): FittedCurve => ({...input, fit: fitOf(input)}));
  const paired = pairing(curves, judging, groupKey(world, benchmark, replicate));
  const pairs = pairsOf(curves, paired, rule);
  const verdict = benchmarkVerdict(
    pairs.map((pair) => pair.verdict),
    curves.map(({fit}) => fit.shape),
  );
  return {world, benchmark, curves, pairs, verdict, paired};
}

function curveSummary(
  {world, benchmark, metric, fit, curve}: FittedCurve,
  judging: Judging,
  replicate: number,
): CurveSummary {
  const {onset, width, shape, reason} = fit;
  const key = `${metric} ${groupKey(world, benchmark, replicate)}`;
  const warp = judging.resamples > 0 ? warpSpeed(fit, {seed: judging.seed, key}) : null;
  return {
    world,
    benchmark,
    metric,
    onset,
    width,
    shape,
    reason,
    lineNull: lineTests(curve),
    correlations: correlations(curve),
    warp,
  };
}

/** The summary of a fitted group of one replicate. */
export function summariseGroup(group: FittedGroup, judging: Judging, replicate: number): ReplicateSummary {
  const {world, benchmark, verdict, pairs, curves} = group;
  return {
    curves: curves.map((one) => curveSummary(one, judging, replicate)),
    pairs,
    benchmarks: [{world, benchmark, verdict}],
  };
}

/** Several groups of one replicate together. */
export function joinSummaries(parts: readonly ReplicateSummary[]): ReplicateSummary {
  return {
    curves: parts.flatMap(({curves}) => curves),
    pairs: parts.flatMap(({pairs}) => pairs),
    benchmarks: parts.flatMap(({benchmarks}) => benchmarks),
  };
}

/** The summary of one replicate: fit in a worker, joined by `analyse`. */
export function summariseReplicate(
  inputs: readonly CurveInput[],
  judging: Judging,
  replicate: number,
): ReplicateSummary {
  const detail = judging.resamples > 0;
  const groups = groupsOf(inputs).map((group) => fitGroup(group, judging, {detail, replicate}));
  return joinSummaries(groups.map((group) => summariseGroup(group, judging, replicate)));
}
