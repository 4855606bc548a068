import {exp, log} from '../../numeric/elementary.ts';
import {bend} from '../bend.ts';
import {type CurveForm, SHARED} from '../curve.ts';

/** exp(x) - 1 for x >= 0, exact where it is small, too. */
function growth(x: number): number {
  return x < 1e-4 ? x * (1 + (x / 2) * (1 + x / 3)) : exp(x) - 1;
}

/**
 * A smoothly broken power law of scale x with a flat first piece, whose sharpness slides from a corner (0) to no break at all
 * (Caballero et al. 2022, equation 1, arXiv:2210.14891). Scale is read off the loss, x = 1 / (L - floor), a power of compute; near the
 * break ln x moves by -dL / (eta - floor), so that the bend has the width sharpness (eta - floor) in nats.
 */
export const bnsl: CurveForm = {
  name: 'bnsl',
  formula:
    'amplitude ((1 + (x / d)^(1 / sharpness))^(exponent sharpness) - 1), x = 1 / (L - floor), d = 1 / (eta - floor)',
  threshold: false,
  shows: 'performance',
  simple: true,
  vanishes: true,
  parameters: {
    amplitude: {...SHARED.amplitude, default: 0.75},
    eta: {...SHARED.eta, about: 'loss at the break', default: 2.107},
    floor: {about: 'irreducible loss', unit: 'nats per token', min: 0, default: 1.3454},
    exponent: {about: 'exponent after the break', min: 0, open: true, max: 100, default: 1},
    sharpness: {about: 'width of the bend in ln x: 0 is a corner', min: 0.001, max: 100, default: 0.1},
  },
  order: {low: 'floor', high: 'eta'},
  truth: ({eta, floor, sharpness}) => ({onset: eta!, width: sharpness! * (eta! - floor!)}),
  build:
    ({amplitude, eta, floor, exponent, sharpness}) =>
    ({loss}) => {
      const distance = loss - floor!;
      if (distance <= 0) return 1;
      return amplitude! * growth(exponent! * bend(log((eta! - floor!) / distance), sharpness!));
    },
};
