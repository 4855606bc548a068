import {upperGamma} from './incompleteGamma.ts';

/** P(X > x) of the chi-square law with `degrees` degrees of freedom, relative error below 1e-10 in the far tail too. */
export function chiSquareUpper(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}
