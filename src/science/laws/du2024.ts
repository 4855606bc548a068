import {pow} from '../../numeric/elementary.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

/** L = E + ((a (N/1e9)^-alpha)^(1/beta) + b (D/1e11)^-1)^beta + delta lr/lr_max. */
function build({E, a, alpha, b, beta, delta}: Values): Law {
  return ({N, D, lr}) => E! + pow(pow(a! * pow(N / 1e9, -alpha!), 1 / beta!) + b! * (1e11 / D), beta!) + delta! * lr;
}

/** Kaplan's L(N, D) shape with a floor and a schedule term, fitted by us to the losses of Du et al. 2024. */
export const du2024: LawForm = {
  name: 'du2024',
  formula: 'E + ((a (N/1e9)^-alpha)^(1/beta) + b (D/1e11)^-1)^beta + delta lr/lr_max',
  source:
    'shape of Kaplan et al. 2020, equation 1.5, with a floor; constants fitted by us to Du et al. 2024, Figs 1 and 2',
  parameters: {
    E: {about: 'irreducible loss', unit: 'nats per token', min: 0},
    a: {about: 'size of the parameter term at 1e9 parameters', unit: 'nats per token', min: 0, open: true},
    alpha: {about: 'exponent of N', min: 0, open: true},
    b: {about: 'size of the data term at 1e11 tokens', min: 0, open: true},
    beta: {about: 'exponent of D', min: 0, open: true},
    delta: {about: 'extra loss at the peak learning rate', unit: 'nats per token', min: 0},
  },
  presets: {
    du2024: {
      values: {E: 1.3454, a: 0.9244, alpha: 0.2413, b: 0.2618, beta: 0.4244, delta: 0.113},
      source:
        'fitted by us to the small finals and the large runs above 60B tokens: rmse 0.031 over the 28 small finals, large finals within 0.010',
    },
  },
  build,
};
