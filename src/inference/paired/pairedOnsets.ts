import {quantile} from '../../numeric/quantile.ts';
import {nameWord, streamAt, streamKey} from '../../numeric/stream.ts';
import type {Comparison} from '../hingeDetail.ts';
import type {Interval} from '../interval.ts';
import {multipliers} from '../smoothNull/bootstrap.ts';
import {trainingRuns} from '../smoothNull/runs.ts';
import {lowestOnset, type OnsetProfile, onsetProfile} from './onsetProfile.ts';

/** A located metric of a benchmark. */
export interface LocatedMetric {
  readonly metric: string;
  /** eta, nats. */
  readonly eta: number;
  readonly comparison: Comparison;
}

/** How pairs of metrics are resampled. */
export interface PairedOptions {
  readonly resamples: number;
  readonly seed: string;
  /** Name of the group: what is drawn depends on it and on nothing else. */
  readonly key: string;
}

/** Onsets of several metrics of one benchmark, refitted to the same resamples. */
export interface PairedOnsets {
  readonly metrics: readonly LocatedMetric[];
  readonly profiles: readonly OnsetProfile[];
  /** Profiles of the observed values: likelihood ratio at each onset of each metric. */
  readonly observed: readonly Float64Array[];
  /** [resamples][metrics] profiles of the resampled values. */
  readonly resampled: ReadonlyArray<readonly Float64Array[]>;
}

/** Resampled values of one metric: its fitted values plus its residuals times the multiplier of each checkpoint. */
function valuesWith({mean, residual}: OnsetProfile, {points}: Comparison, multiplier: Float64Array): Float64Array {
  return mean.map((value, i) => value + residual[i]! * multiplier[points.order[i]!]!);
}

/**
 * Refits several metrics to the same resamples: every checkpoint has one multiplier for all metrics, so that noise they share stays shared
 * (wild bootstrap, Wu 1986; multipliers that follow each other along a run where residuals do, Shao 2010).
 * The metrics must be read off the same checkpoints.
 */
export function pairedOnsets(metrics: readonly LocatedMetric[], {resamples, seed, key}: PairedOptions): PairedOnsets {
  const profiles = metrics.map(({comparison}) => onsetProfile(comparison));
  // A metric may be fitted to fewer points than others; the one with the most knows the runs.
  const widest = metrics.reduce((most, one) =>
    one.comparison.points.x.length > most.comparison.points.x.length ? one : most,
  ).comparison.points;
  const inflation = Math.max(...metrics.map(({comparison}) => comparison.inflation));
  const dependence = {runs: trainingRuns(widest), inflation};
  const draw = multipliers(inflation > 1 ? 'dependent' : 'wild', dependence, widest.x.length);
  const purpose = streamKey(seed, 'paired onsets');
  const word = nameWord(key);
  const places = Math.max(...widest.order) + 1;
  const resampled = Array.from({length: resamples}, (_, index) => {
    const own = draw(streamAt(purpose, [index, word, 0, 0]));
    const multiplier = new Float64Array(places);
    widest.order.forEach((place, i) => {
      multiplier[place] = own[i]!;
    });
    return profiles.map((profile, m) => profile.ratios(valuesWith(profile, metrics[m]!.comparison, multiplier)));
  });
  const observed = profiles.map((profile) =>
    profile.ratios(profile.mean.map((value, i) => value + profile.residual[i]!)),
  );
  return {metrics, profiles, observed, resampled};
}

/** The onset of metric `m` in a set of profiles. */
function onsetIn({profiles}: PairedOnsets, ratios: readonly Float64Array[], m: number): number {
  return lowestOnset(profiles[m]!.onset, ratios[m]!);
}

/** Resampled minus observed onset of each metric: [metrics][resamples]. */
export function onsetErrors(paired: PairedOnsets): Float64Array[] {
  return paired.metrics.map((_, m) => {
    const centre = onsetIn(paired, paired.observed, m);
    return Float64Array.from(paired.resampled, (ratios) => onsetIn(paired, ratios, m) - centre);
  });
}

/** The basic bootstrap interval of an estimate: it minus the quantiles of resampled errors (Davison and Hinkley 1997, equation 5.6). */
export function basicInterval(estimate: number, errors: ArrayLike<number>): Interval {
  return {estimate, low: estimate - quantile(errors, 0.975), high: estimate - quantile(errors, 0.025)};
}

/** eta(to) - eta(from) with its paired-bootstrap interval; null where one of them was not located. */
export function pairedDifference(paired: PairedOnsets, from: string, to: string): Interval | null {
  const place = (name: string): number => paired.metrics.findIndex(({metric}) => metric === name);
  const [a, b] = [place(from), place(to)];
  if (a < 0 || b < 0) return null;
  const errors = onsetErrors(paired);
  const difference = paired.metrics[b]!.eta - paired.metrics[a]!.eta;
  return basicInterval(
    difference,
    errors[b]!.map((value, i) => value - errors[a]![i]!),
  );
}
