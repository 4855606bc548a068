import {pow} from '../../numeric/elementary.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

/** L(N) = L_inf + (N0 / N)^alphaN (Henighan et al. 2020, arXiv:2010.14701; Du et al. 2024, equation 4). */
function build({Linf, N0, alphaN}: Values): Law {
  return ({N}) => Linf! + pow(N0! / N, alphaN!);
}

/** A preset for one budget of tokens: only the irreducible loss depends on it. */
function atTokens(budget: string, Linf: number) {
  return {
    values: {Linf, N0: 3.02e8, alphaN: 0.241},
    source: `fitted by us to the final losses of Du et al. 2024 (Figs 1, 2) as E + a (N/1e9)^-alpha + b (D/1e11)^-beta, rmse 0.022, read at ${budget} tokens`,
  };
}

/** Loss at a fixed number of training tokens: a power law of size above a floor that holds the entropy of text and the lack of data. */
export const henighan: LawForm = {
  name: 'henighan',
  formula: 'Linf + (N0 / N)^alphaN',
  source: 'Henighan et al. 2020, arXiv:2010.14701, as Du et al. 2024 use it in equation 4, arXiv:2403.15796',
  parameters: {
    Linf: {about: 'loss of an infinitely large model at these tokens', unit: 'nats per token', min: 0},
    N0: {about: 'scale of N', unit: 'parameters', min: 0, open: true},
    alphaN: {about: 'exponent of N', min: 0, open: true},
  },
  presets: {
    'du2024-henighan-3t': atTokens('3T', 1.4761),
    'du2024-henighan-500b': atTokens('500B', 1.5465),
    'du2024-henighan-125b': atTokens('125B', 1.6453),
  },
  build,
  atTokens: ({Linf, N0, alphaN}) => ({Linf: Linf!, N0: N0!, alphaN: alphaN!}),
};
