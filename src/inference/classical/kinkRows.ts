import type {Key} from '../../numeric/stream.ts';
import type {ClassicalTest} from '../evidence.ts';
import {daviesTest} from './davies.ts';
import {kinkRegression} from './kinkRegression.ts';
import {averaged} from './pooled.ts';
import {pseudoScoreTest} from './pseudoScore.ts';
import {absenceOf, daviesFound, type Found, placeOf, rowOf} from './row.ts';
import type {Sample} from './sample.ts';
import {segmentedFit} from './segmented.ts';
import {kinkPlaces, supWald} from './supWald.ts';

/** More points than this are averaged before they are resampled; a kink statistic hardly changes by it. */
const MOST_RESAMPLED = 1000;

function segmentedRow(sample: Sample): Found | null {
  const found = segmentedFit(sample);
  return found && {breaks: [placeOf(found.psi.value, found.interval)]};
}

/** Hansen's statistic and bootstrap, and the interval by inversion of the same statistic over the same candidates. */
function supWaldRow(key: Key, sample: Sample, resamples: number): Found | null {
  const found = supWald(key, sample, {resamples: 0});
  if (!found) return null;
  const {x, y} = sample;
  const few = {x: averaged(x, MOST_RESAMPLED), y: averaged(y, MOST_RESAMPLED), weight: null};
  return {
    statistic: found.statistic,
    breaks: [placeOf(found.best, kinkRegression(x, y, kinkPlaces(x))?.interval ?? null)],
    ...(resamples > 0 ? {p: supWald(key, few, {resamples})?.p ?? null} : {reason: 'no-resamples' as const}),
  };
}

/** Tests of one line against two that meet: Davies, Muggeo's pseudo-score, segmented regression (which tests nothing) and Hansen's sup-Wald. */
export function kinkRows(key: Key, sample: Sample, resamples: number): ClassicalTest[] {
  const absence = absenceOf(sample);
  return [
    rowOf('davies', daviesFound(daviesTest(sample)), absence),
    rowOf('pseudoScore', pseudoScoreTest(sample), absence),
    rowOf('segmented', segmentedRow(sample), absence),
    rowOf('supWald', supWaldRow(key, sample, resamples), absence),
  ];
}
