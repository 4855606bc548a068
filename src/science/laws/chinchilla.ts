import {exp, pow} from '../../numeric/elementary.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

/** L(N, D) = E + A / N^alpha + B / D^beta + delta lr (Hoffmann et al. 2022, section 3.3, arXiv:2203.15556; delta is ours). */
function build({E, A, alpha, B, beta, delta}: Values): Law {
  return ({N, D, lr}) => E! + A! * pow(N, -alpha!) + B! * pow(D, -beta!) + delta! * lr;
}

/** Chinchilla's parametric loss, approach 3. */
export const chinchilla: LawForm = {
  name: 'chinchilla',
  formula: 'E + A / N^alpha + B / D^beta + delta lr/lr_max',
  source: 'Hoffmann et al. 2022, section 3.3, arXiv:2203.15556',
  parameters: {
    E: {about: 'irreducible loss', unit: 'nats per token', min: 0},
    A: {about: 'size of the parameter term', min: 0, open: true},
    alpha: {about: 'exponent of N', min: 0, open: true},
    B: {about: 'size of the data term', min: 0, open: true},
    beta: {about: 'exponent of D', min: 0, open: true},
    delta: {
      about: 'extra loss at the peak learning rate (0: schedules do not matter)',
      unit: 'nats per token',
      min: 0,
      default: 0,
    },
  },
  presets: {
    besiroglu2024: {
      values: {E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658, delta: 0},
      source: 'Besiroglu et al. 2024, arXiv:2404.10102',
    },
    hoffmann2022: {
      values: {E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28, delta: 0},
      source: 'Hoffmann et al. 2022, arXiv:2203.15556',
    },
    'hoffmann2022-tex': {
      values: {E: exp(0.5267228), A: exp(6.0073404), alpha: 0.33917084, B: exp(6.0179186), beta: 0.2849083, delta: 0},
      source: 'Hoffmann et al. 2022, arXiv:2203.15556, with the digits of its TeX source (Besiroglu et al. 2024)',
    },
    'du2024-chinchilla': {
      values: {
        E: 1.4811,
        A: 0.6946 * pow(1e9, 0.261),
        alpha: 0.261,
        B: 0.2381 * pow(1e11, 0.4595),
        beta: 0.4595,
        delta: 0.0949,
      },
      source: 'fitted by us to the digitised losses of Du et al. 2024 (Figs 1, 2), rmse 0.022',
    },
    'du2024-finals': {
      values: {E: 1.404, A: 0.749 * pow(1e9, 0.241), alpha: 0.241, B: 0.263 * pow(1e11, 0.38), beta: 0.38, delta: 0},
      source:
        'fitted by us to the final losses of Du et al. 2024 (Figs 1, 2), rmse 0.022: at fixed tokens its equation 4',
    },
    'du2024-small': {
      values: {E: 1.824, A: 0.419 * pow(1e9, 0.42), alpha: 0.42, B: 0.152 * pow(1e11, 0.627), beta: 0.627, delta: 0},
      source:
        'fitted by us to the final losses of the small runs of Du et al. 2024 (Fig 2), rmse 0.014; it ends the large runs up to 0.18 too high',
    },
    llama: {
      values: {
        E: 1.0497,
        A: 0.5695 * pow(1e10, 0.2),
        alpha: 0.2,
        B: 0.136 * pow(1e12, 0.3658),
        beta: 0.3658,
        delta: 0.0949,
      },
      source:
        'E, A and B fitted by us to the ends of the four LLaMA runs in Du et al. 2024, Fig 3 (within 0.004), and to the 65B run at a tenth of its tokens; exponents and delta chosen by us',
    },
  },
  build,
  atTokens: ({E, A, alpha, B, beta, delta}, {D, lr}) => ({
    Linf: E! + B! * pow(D, -beta!) + delta! * lr,
    N0: pow(A!, 1 / alpha!),
    alphaN: alpha!,
  }),
};
