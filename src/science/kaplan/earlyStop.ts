import {pow} from '../../numeric/elementary.ts';
import {kaplanS} from '../laws/kaplan.ts';
import type {Values} from '../parameter.ts';

/** Published constants of L(N, S) (Kaplan et al. 2020, table 3). */
const TABLE_3 = kaplanS.presets['kaplan2020-s']!.values;

/** Exponent with which overfitting grows with steps: chosen by us, the paper prints none. */
const GROWTH = 2;

/** Smin >= Sc excess^(-1/aS), steps: no run can be stopped earlier whose limited data cost `excess` = L(N, D) - L(N, infinity) nats (equation 5.7). */
export function earliestStop(excess: number, {Sc, aS}: Values = TABLE_3): number {
  return Sc! * pow(excess, -1 / aS!);
}

/** The step at which `overfittingLoss` makes the test loss least: Sc (excess / (1 + aS / 2))^(-1/aS), 1.53 times the bound with the published aS. */
export function bestStop(excess: number, values: Values = TABLE_3): number {
  return earliestStop(excess / (1 + values.aS! / GROWTH), values);
}

/**
 * What repeated data add to the test loss after `steps` (of Smin), nats: a S^2 with a such that the least test loss,
 * L(N, infinity) + (Sc / S)^aS + a S^2, lies `excess` above L(N, infinity). The square is illustrative; that the stopped loss is
 * L(N, D), and the bound of equation 5.7, hold for every exponent.
 */
export function overfittingLoss(steps: number, excess: number, values: Values = TABLE_3): number {
  const {aS} = values;
  return ((aS! * excess) / (aS! + GROWTH)) * pow(steps / bestStop(excess, values), GROWTH);
}
