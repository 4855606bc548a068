import {pow} from '../../numeric/elementary.ts';

/** aN / aD as Kaplan et al. 2020, section 4.4, print it: 0.076 / 0.103 of table 2, fitted together; table 5, each fitted alone, has 0.80. */
export const DATA_EXPONENT = 0.74;

/** How much data a model `factor` times larger needs to overfit no more: factor^(aN/aD), 4.66 for 8 (Kaplan et al. 2020, section 4.4). */
export function dataGrowth(factor: number, exponent = DATA_EXPONENT): number {
  return pow(factor, exponent);
}

/** What `factor` times the size does to the loss: factor^-aN, 0.95 for 2 (Kaplan et al. 2020, section 1.2). */
export function lossFactor(factor: number, aN: number): number {
  return pow(factor, -aN);
}
