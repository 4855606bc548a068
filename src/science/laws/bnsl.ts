import {exp, log} from '../../numeric/elementary.ts';
import {bend} from '../bend.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

const SOURCE = 'Caballero et al. 2022, equation 1, arXiv:2210.14891';
const SCALE = {unit: 'tokens', min: 0, open: true} as const;
const SHARPNESS = {about: 'sharpness of the break, its width in ln D: small is sharp', min: 0, open: true} as const;
/** A second break that changes nothing. */
const NO_SECOND = {c2: 0, d2: 1, f2: 1} as const;

/**
 * y = a + b x^-c0 prod_i (1 + (x / d_i)^(1 / f_i))^(-c_i f_i), x = D in tokens (Caballero et al. 2022, equation 1, arXiv:2210.14891), with
 * one break or two; worked out in logarithms, so that a sharp break does not overflow.
 */
function build({a, b, c0, c1, d1, f1, c2, d2, f2}: Values): Law {
  return ({D}) => {
    const x = log(D);
    const slope = c0! * x + c1! * bend(x - log(d1!), f1!) + c2! * bend(x - log(d2!), f2!);
    return a! + b! * exp(-slope);
  };
}

/** A power law of data that changes its exponent, at most twice. */
export const bnsl: LawForm = {
  name: 'bnsl',
  formula: 'a + b D^-c0 (1 + (D / d1)^(1/f1))^(-c1 f1) (1 + (D / d2)^(1/f2))^(-c2 f2)',
  source: SOURCE,
  parameters: {
    a: {about: 'limit of the loss', unit: 'nats per token', min: 0},
    b: {about: 'size of the power law', min: 0, open: true},
    c0: {about: 'exponent before the first break'},
    c1: {about: 'change of the exponent at the first break'},
    d1: {about: 'place of the first break', ...SCALE},
    f1: SHARPNESS,
    c2: {about: 'change of the exponent at the second break (0: none)', default: NO_SECOND.c2},
    d2: {about: 'place of the second break', ...SCALE, default: NO_SECOND.d2},
    f2: {...SHARPNESS, default: NO_SECOND.f2},
  },
  presets: {
    'caballero2022-addition': {
      values: {a: 0.4006, b: 2.3002, c0: 0.0555, c1: 5.429, d1: 609.7, f1: 0.0575, ...NO_SECOND},
      source: `fitted by us to the 17 published points of four-digit addition, D in training examples, of ${SOURCE}`,
    },
    'caballero2022-addition-script': {
      values: {
        a: 0.41388453,
        b: 2.27727229,
        c0: 0.05507735,
        c1: 5.66290382,
        d1: 612.583617,
        f1: 0.05919304,
        ...NO_SECOND,
      },
      source: `the curve of the authors' own script for four-digit addition, D in training examples; ${SOURCE}`,
    },
  },
  build,
};
