import {pow} from '../../numeric/elementary.ts';
import {EVEN_GUESS} from '../kaplan/vocabulary.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';
import {kaplan, kaplanS} from './kaplan.ts';

const SOURCE = 'Kaplan et al. 2020, arXiv:2001.08361';
/** Steps of Newton's method, which takes at most about ten from where it starts. */
const MOST_STEPS = 100;

/** The parts of equation 5.6 at one point of training: loss = floor + rise (1 + reach loss^-power)^exponent. */
export interface Course {
  readonly floor: number;
  readonly rise: number;
  readonly reach: number;
  readonly power: number;
  readonly exponent: number;
}

/**
 * The loss at which both sides are equal, at most that of an even guess. The right side falls in the loss and is convex, so there is one
 * root, and Newton's method from below climbs to it without ever passing it. Below it lie floor + rise, and the root with neither the floor nor
 * the 1: rise (reach loss^-power)^exponent = loss; the larger of them is near, however steep the right side is.
 */
export function rootOf({floor, rise, reach, power, exponent}: Course): number {
  const steep = pow(rise * pow(reach, exponent), 1 / (1 + power * exponent));
  let loss = steep > floor + rise ? steep : floor + rise;
  for (let i = 0; i < MOST_STEPS && loss < EVEN_GUESS; i++) {
    const part = reach * pow(loss, -power);
    const term = rise * pow(1 + part, exponent);
    const slope = (-exponent * power * part * term) / ((1 + part) * loss);
    const next = loss + (floor + term - loss) / (1 - slope);
    if (!(next > loss * (1 + 1e-15))) return loss;
    loss = next;
  }
  return Math.min(loss, EVEN_GUESS);
}

/**
 * L = ((Nc/Nne)^(aN/aD) + Dc/U)^aD + (Sc/Smin)^aS with Smin = S / (1 + Bcrit(L)/B), Bcrit(L) = Bstar / L^(1/aB) and B = D/S (Kaplan et
 * al. 2020, equations 1.5, 5.3, 5.4 and 5.6), nats per token, solved for L.
 */
function build({Nc, aN, Dc, aD, Sc, aS, Bstar, aB}: Values): Law {
  return ({Nne, D, S, U}) =>
    rootOf({
      floor: pow(pow(Nc! / Nne, aN! / aD!) + Dc! / U, aD!),
      rise: pow(Sc! / S, aS!),
      reach: (Bstar! * S) / D,
      power: 1 / aB!,
      exponent: aS!,
    });
}

/** The loss along a training run of any size, data set and batch, as Kaplan et al. put it together. */
export const kaplanTraining: LawForm = {
  name: 'kaplan-training',
  withoutEmbeddings: true,
  formula: 'min(((Nc / Nne)^(aN/aD) + Dc / U)^aD + (Sc / Smin)^aS, ln 50257), Smin = S / (1 + Bstar L^(-1/aB) / B)',
  source: `${SOURCE}, equations 1.5, 5.3, 5.4 and 5.6`,
  parameters: {
    ...kaplan.parameters,
    Dc: {
      ...kaplan.parameters.Dc!,
      about: 'scale of U, the unique tokens of the data set; infinite where none is seen twice',
    },
    Sc: kaplanS.parameters.Sc!,
    aS: kaplanS.parameters.aS!,
    Bstar: {about: 'scale of the critical batch', unit: 'tokens', min: 0, open: true},
    aB: {about: 'the critical batch grows as L^(-1/aB)', min: 0, open: true},
  },
  presets: {
    // Table 3 fits N_c 6.5e13 and aN .077 to L(N, S), table 2 N_c 6.4e13 and aN .076 to L(N, D), table 5 N_c 8.8e13 and aN .076 to L(N).
    'kaplan2020-training': {
      values: {Nc: 6.5e13, aN: 0.077, Dc: 1.8e13, aD: 0.103, Sc: 2.1e3, aS: 0.76, Bstar: 2.1e8, aB: 0.21},
      source: `${SOURCE}, tables 3 (Nc, aN, Sc, aS), 2 (Dc, aD) and 5 (Bstar, aB); table 2 prints Nc 6.4e13 and aN 0.076, table 5 Nc 8.8e13 and Dc 5.4e13 for N or D alone, section 5.1 Bstar 2e8`,
    },
  },
  build,
};
