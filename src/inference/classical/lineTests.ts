import {type Curve, sortedPoints} from '../curve.ts';
import {daviesTest} from './davies.ts';
import type {Sample} from './sample.ts';
import {structuralChange, TRIM} from './structuralChange.ts';
import {supremumUpper} from './supremumLaw.ts';

/** Tests of one straight line against a break whose p needs no resamples, by their names among the classical tests. */
export const LINE_TESTS = ['davies', 'supF'] as const;

/** One of them. */
export type LineTest = (typeof LINE_TESTS)[number];

/** The p of each; null where the points allow no test. */
export type LineTestPs = Readonly<Record<LineTest, number | null>>;

/** Cells of the law of sup-F: at 5 % its p is off by a hundred-thousandth of itself. */
const CELLS = 40;

function supFP({x, y}: Sample): number | null {
  const change = structuralChange({x, y});
  return change && supremumUpper(change.sup, change.coefficients, TRIM, {cells: CELLS});
}

/**
 * What tests with a straight line as their null say of a curve against loss, cheaply enough for every replicate, O(n): Davies' bound (2002) over ten
 * places of a kink, and Andrews' sup-F (1993) of a change of both coefficients by its limit law. Points weigh the same and count as
 * independent, as in `classical`. Every bend fails that null, a smooth one too: a small p does not say that there is a break.
 */
export function lineTests(curve: Curve): LineTestPs {
  const {x, y} = sortedPoints(curve);
  const sample = {x, y, weight: null};
  return {davies: daviesTest(sample)?.p ?? null, supF: supFP(sample)};
}
