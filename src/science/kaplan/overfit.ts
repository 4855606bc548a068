import {pow} from '../../numeric/elementary.ts';
import {kaplan} from '../laws/kaplan.ts';
import type {Values} from '../parameter.ts';
import {dataGrowth} from './growth.ts';

/** Published constants of L(N, D) (Kaplan et al. 2020, table 2). */
const TABLE_2 = kaplan.presets.kaplan2020!.values;

/** N^(aN/aD) / D: what the overfitting depends on, N parameters without embeddings, D tokens of the data set (Kaplan et al. 2020, Fig 9). */
export function overfitMeasure(params: number, tokens: number, {aN, aD}: Values = TABLE_2): number {
  return pow(params, aN! / aD!) / tokens;
}

/** dL = (1 + Nc^(-aN/aD) Dc m)^aD - 1, the overfitting at m = N^(aN/aD) / D (Kaplan et al. 2020, section 4.3). */
export function overfitAt(measure: number, {Nc, aN, Dc, aD}: Values = TABLE_2): number {
  return pow(1 + pow(Nc!, -aN! / aD!) * Dc! * measure, aD!) - 1;
}

/**
 * dL(N, D) = L(N, D) / L(N, infinity) - 1 = (1 + (N / Nc)^(aN/aD) Dc / D)^aD - 1 (Kaplan et al. 2020, section 4.3), N parameters without
 * embeddings, D tokens of the data set.
 */
export function overfit(params: number, tokens: number, values: Values = TABLE_2): number {
  return overfitAt(overfitMeasure(params, tokens, values), values);
}

/** Tokens at which a model overfits by `share` of its loss: D = (N / Nc)^(aN/aD) Dc / ((1 + share)^(1/aD) - 1), the inverse of `overfit`. */
export function tokensForOverfit(params: number, share: number, {Nc, aN, Dc, aD}: Values = TABLE_2): number {
  return (pow(params / Nc!, aN! / aD!) * Dc!) / (pow(1 + share, 1 / aD!) - 1);
}

/** D = 5e3 N^0.74, tokens: the rule of Kaplan et al. 2020, section 4.4, for overfitting below the spread of seeds, about 0.02. */
export function enoughTokens(params: number): number {
  return 5e3 * dataGrowth(params);
}
