import {DISTRIBUTIONS, transferLine} from '../../science/kaplan/transfer.ts';
import {powerLaw} from '../powerLaw.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** The power law of the loss on one kind of text. */
export interface TransferFit {
  /** Null for the text that models are trained on. */
  readonly name: string | null;
  /** aN of L ~ N^-aN. */
  readonly exponent: number;
  /** Loss of the largest model, nats per token. */
  readonly largest: number;
}

/** Power laws of size of the final losses on the training text and on the others; null with fewer than three sizes. */
export function transferFits(curves: readonly TrainingCurve[]): TransferFit[] | null {
  const rising = [...curves].sort((a, b) => a.size - b.size);
  const own = rising.map((curve) => finalPoint(curve).loss);
  const fits = [null, ...DISTRIBUTIONS].map((one) => {
    const losses = one ? own.map(transferLine(one)) : own;
    const law = powerLaw(
      rising.map(({size}) => size),
      losses,
    );
    return law && {name: one?.name ?? null, exponent: -law.exponent, largest: losses[losses.length - 1]!};
  });
  const found = fits.filter((fit) => fit !== null);
  return found.length === fits.length ? found : null;
}
