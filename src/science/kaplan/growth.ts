import {pow} from '../../numeric/elementary.ts';

/** aN / aD of table 5 rounded as section 1.2 prints it: 0.74; table 2, fitted together, gives 0.738. */
export const DATA_EXPONENT = 0.74;

/** How much data a model `factor` times larger needs to overfit no more: factor^(aN/aD), 4.66 for 8 (Kaplan et al. 2020, section 4.4). */
export function dataGrowth(factor: number, exponent = DATA_EXPONENT): number {
  return pow(factor, exponent);
}

/** What `factor` times the size does to the loss: factor^-aN, 0.95 for 2 (Kaplan et al. 2020, section 1.2). */
export function lossFactor(factor: number, aN: number): number {
  return pow(factor, -aN);
}
