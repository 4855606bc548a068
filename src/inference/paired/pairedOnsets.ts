import {quantile} from '../../numeric/quantile.ts';
import {nameWord, type Stream, streamAt, streamKey} from '../../numeric/stream.ts';
import type {Comparison} from '../hingeDetail.ts';
import type {Interval} from '../interval.ts';
import {blocksOf} from '../resamples.ts';
import {multipliers as multipliersOf} from '../smoothNull/bootstrap.ts';
import {trainingRuns} from '../smoothNull/runs.ts';
import {jointOnset} from './jointOnset.ts';
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
  /** Resampled minus observed onset, nats: [metrics][resamples]. */
  readonly errors: readonly Float64Array[];
  /** One onset for all metrics. */
  readonly joint: {readonly estimate: number; readonly errors: Float64Array};
}

/** Resampled values of one metric: its fitted values plus its residuals times the multiplier of each checkpoint. */
function valuesWith({mean, residual}: OnsetProfile, {points}: Comparison, multiplier: Float64Array): Float64Array {
  return mean.map((value, i) => value + residual[i]! * multiplier[points.order[i]!]!);
}

/** Draws the multipliers of every checkpoint: those of the metric with the most points, at their places in the curve. */
function drawMultipliers(metrics: readonly LocatedMetric[]): (stream: Stream) => Float64Array {
  const widest = metrics.reduce((most, one) =>
    one.comparison.points.x.length > most.comparison.points.x.length ? one : most,
  ).comparison.points;
  const inflation = Math.max(...metrics.map(({comparison}) => comparison.inflation));
  const dependence = {runs: trainingRuns(widest), inflation};
  const draw = multipliersOf(inflation > 1 ? 'dependent' : 'wild', dependence, widest.x.length);
  const places = widest.order.reduce((most, place) => Math.max(most, place), 0) + 1;
  return (stream) => {
    const own = draw(stream);
    const out = new Float64Array(places);
    widest.order.forEach((place, i) => {
      out[place] = own[i]!;
    });
    return out;
  };
}

/**
 * Refits several metrics to the same resamples: every checkpoint has one multiplier for all metrics, so that noise they share stays shared
 * (wild bootstrap, Wu 1986; multipliers that follow each other along a run where residuals do, Shao 2010).
 * The metrics must be read off the same checkpoints.
 */
export function pairedOnsets(metrics: readonly LocatedMetric[], {resamples, seed, key}: PairedOptions): PairedOnsets {
  const profiles = metrics.map(({comparison}) => onsetProfile(comparison));
  const draw = drawMultipliers(metrics);
  const purpose = streamKey(seed, 'paired onsets');
  const word = nameWord(key);
  const onsets = (ratios: readonly Float64Array[]) => ratios.map((one, m) => lowestOnset(profiles[m]!.onset, one));
  const observed = profiles.map(
    (profile) => profile.ratios([profile.mean.map((value, i) => value + profile.residual[i]!)])[0]!,
  );
  const centres = onsets(observed);
  const together = jointOnset(profiles, observed);
  const errors = metrics.map(() => new Float64Array(resamples));
  const joint = new Float64Array(resamples);
  for (const block of blocksOf(resamples)) {
    const multipliers = block.map((index) => draw(streamAt(purpose, [index, word, 0, 0])));
    const drawn = profiles.map((profile, m) =>
      profile.ratios(multipliers.map((one) => valuesWith(profile, metrics[m]!.comparison, one))),
    );
    block.forEach((index, k) => {
      const ratios = drawn.map((rows) => rows[k]!);
      onsets(ratios).forEach((onset, m) => {
        errors[m]![index] = onset - centres[m]!;
      });
      joint[index] = jointOnset(profiles, ratios) - together;
    });
  }
  return {metrics, errors, joint: {estimate: together, errors: joint}};
}

/**
 * The percentile bootstrap interval of an estimate from its resampled errors (Efron and Tibshirani 1993, chapter 13): where an onset has a second
 * mode, resamples of a fit at the wrong one fall back to the right one, which the basic interval would put on the wrong side.
 */
export function percentileInterval(estimate: number, errors: ArrayLike<number>): Interval {
  return {estimate, low: estimate + quantile(errors, 0.025), high: estimate + quantile(errors, 0.975)};
}

/** eta(to) - eta(from) with its paired-bootstrap interval; null where one of them was not located. */
export function pairedDifference({metrics, errors}: PairedOnsets, from: string, to: string): Interval | null {
  const place = (name: string): number => metrics.findIndex(({metric}) => metric === name);
  const [a, b] = [place(from), place(to)];
  if (a < 0 || b < 0) return null;
  const difference = metrics[b]!.eta - metrics[a]!.eta;
  return percentileInterval(
    difference,
    errors[b]!.map((value, i) => value - errors[a]![i]!),
  );
}
