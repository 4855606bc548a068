import {DISTRIBUTIONS, transferLine} from '../../science/kaplan/transfer.ts';
import {powerLaw} from '../powerLaw.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** Exponents aN of L ~ N^-aN of final losses. */
export interface TransferExponents {
  /** On the text that models are trained on. */
  readonly own: number;
  /** On the other kinds of text, in the order of `DISTRIBUTIONS`. */
  readonly others: readonly number[];
}

/** Power laws of size of the final losses on the training text and on the others; null with fewer than three sizes. */
export function transferExponents(curves: readonly TrainingCurve[]): TransferExponents | null {
  const sizes = curves.map(({size}) => size);
  const losses = curves.map((curve) => finalPoint(curve).loss);
  const own = powerLaw(sizes, losses);
  const others = DISTRIBUTIONS.map((one) => powerLaw(sizes, losses.map(transferLine(one)))).filter(
    (law) => law !== null,
  );
  if (!own || others.length < DISTRIBUTIONS.length) return null;
  return {own: -own.exponent, others: others.map(({exponent}) => -exponent)};
}
