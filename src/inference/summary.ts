import type {VerdictRule} from '../config/experiment.ts';
import {type BentHingeFit, fitBentHinge} from './bentHinge.ts';
import type {Curve} from './curve.ts';
import type {Shape, Verdict} from './findings.ts';
import type {Interval} from './interval.ts';
import {type BenchmarkVerdict, benchmarkVerdict, pairVerdict} from './verdict.ts';

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
}

/** Curves by (world, benchmark), in the order of their first appearance. */
export function groupsOf(inputs: readonly CurveInput[]): CurveInput[][] {
  const groups = new Map<string, CurveInput[]>();
  for (const input of inputs) {
    const key = JSON.stringify([input.world, input.benchmark]);
    const group = groups.get(key);
    if (group) group.push(input);
    else groups.set(key, [input]);
  }
  return [...groups.values()];
}

/** Fits every curve of one (world, benchmark) and judges its pairs; `detail` adds what figures and tables need. */
export function fitGroup(inputs: readonly CurveInput[], rule: VerdictRule, detail: boolean): FittedGroup {
  const {world, benchmark} = inputs[0]!;
  // The first discontinuous metric leads: its onset centres metrics that move early, its residuals tell of noise that others share.
  const leader = inputs.find(({curve}) => !curve.continuous) ?? null;
  const led = leader ? fitBentHinge(leader.curve, {rule, detail}) : null;
  const options = {rule, detail, centre: led?.onset?.estimate ?? null, companion: led?.companion ?? null};
  const fitOf = (input: CurveInput): BentHingeFit => {
    if (led && input === leader) return led;
    return fitBentHinge(input.curve, input.curve.continuous ? options : {rule, detail});
  };
  const curves = inputs.map((input): FittedCurve => ({...input, fit: fitOf(input)}));
  const pairs = curves
    .filter(({curve}) => !curve.continuous)
    .flatMap((from) =>
      curves
        .filter(({curve}) => curve.continuous)
        .map((to) => ({world, benchmark, from: from.metric, to: to.metric, ...pairVerdict(from.fit, to.fit, rule)})),
    );
  const verdict = benchmarkVerdict(
    pairs.map((pair) => pair.verdict),
    curves.map(({fit}) => fit.shape),
  );
  return {world, benchmark, curves, pairs, verdict};
}

/** The summary of one replicate: fit in a worker, joined by `analyse`. */
export function summariseReplicate(inputs: readonly CurveInput[], rule: VerdictRule): ReplicateSummary {
  const groups = groupsOf(inputs).map((group) => fitGroup(group, rule, false));
  return {
    curves: groups.flatMap(({curves}) =>
      curves.map(({world, benchmark, metric, fit: {onset, width, shape, reason}}) => ({
        world,
        benchmark,
        metric,
        onset,
        width,
        shape,
        reason,
      })),
    ),
    pairs: groups.flatMap(({pairs}) => pairs),
    benchmarks: groups.map(({world, benchmark, verdict}) => ({world, benchmark, verdict})),
  };
}
