import {normalQuantile} from '../../numeric/normal.ts';
import type {ClassicalTest} from '../evidence.ts';
import {FEWEST_PLACES, FEWEST_POINTS} from './lineNull.ts';
import type {Counts} from './logit.ts';
import {daviesLogit, pseudoScoreLogit} from './logitTests.ts';
import {averaged, summed} from './pooled.ts';
import {daviesFound, type Found, placeOf, rowOf} from './row.ts';
import {segmentedLogit} from './segmentedLogit.ts';

/** More points than this are pooled: every candidate costs fits of its own. */
const MOST_POINTS = 60;

/** Shares of a known number of trials at rising x. */
export interface Shares {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly trials: Float64Array;
}

function segmentedRow(x: Float64Array, counts: Counts): Found | null {
  const found = segmentedLogit(x, counts);
  if (!found) return null;
  const {value, error} = found.psi;
  const reach = error === null ? null : normalQuantile(0.975) * error;
  return {breaks: [placeOf(value, reach === null ? null : {low: value - reach, high: value + reach})]};
}

/** Whether every share lies within 0 and 1 and every point has trials. */
function areShares({y, trials}: Shares): boolean {
  return trials.every((count) => count > 0 && Number.isFinite(count)) && y.every((share) => share >= 0 && share <= 1);
}

/**
 * Tests of one line in the log-odds against two that meet: Davies, Muggeo's pseudo-score and segmented logistic regression. Neighbours are pooled
 * where there are more than 60 points. The level of chance is no line in the log-odds, so a guesser that learns is a break by itself.
 */
export function logitRows(shares: Shares | null): ClassicalTest[] {
  const names = ['logitDavies', 'logitPseudoScore', 'logitSegmented'] as const;
  if (!shares || !areShares(shares)) return names.map((name) => rowOf(name, null, 'not-a-share'));
  const {x: all, y, trials} = shares;
  const x = averaged(all, MOST_POINTS);
  if (x.length < FEWEST_POINTS || new Set(x).size < FEWEST_PLACES) {
    return names.map((name) => rowOf(name, null, 'too-few-points'));
  }
  const successes = y.map((share, i) => share * trials[i]!);
  const counts = {successes: summed(successes, MOST_POINTS), trials: summed(trials, MOST_POINTS)};
  const rows = [daviesFound(daviesLogit(x, counts)), pseudoScoreLogit(x, counts), segmentedRow(x, counts)];
  return names.map((name, k) => rowOf(name, rows[k]!, 'no-maximum'));
}
