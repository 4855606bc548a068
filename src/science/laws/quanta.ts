import {pow} from '../../numeric/elementary.ts';
import {hurwitzZeta} from '../../numeric/zeta.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

const SOURCE = 'Michaud et al. 2023, sections 2 and 3, arXiv:2303.13506';

/**
 * L = Linf + Delta sum_{k>n} p_k with p_k = k^-(alpha+1) / zeta(alpha+1) after the n quanta that are used most (Michaud et al. 2023,
 * arXiv:2303.13506, section 2): size holds n = N / C of them, data seen many times teach n = (D / tau)^(1/(1+alpha)), and the
 * smaller n binds. Between whole n the sum is continued as Hurwitz's zeta, zeta(alpha+1, n+1), so that the loss is smooth.
 * For large n, L - Linf falls as N^-alpha and as D^-(alpha/(1+alpha)).
 */
function build({Linf, Delta, alpha, C, tau}: Values): Law {
  const whole = hurwitzZeta(alpha! + 1, 1);
  return ({N, D}) => {
    const n = Math.min(N / C!, pow(D / tau!, 1 / (1 + alpha!)));
    return Linf! + (Delta! * hurwitzZeta(alpha! + 1, n + 1)) / whole;
  };
}

/** Loss as the use of the quanta that are not learnt yet. */
export const quantaLaw: LawForm = {
  name: 'quanta',
  formula: 'Linf + Delta zeta(alpha+1, n+1) / zeta(alpha+1), n = min(N / C, (D / tau)^(1/(1+alpha)))',
  source: SOURCE,
  parameters: {
    Linf: {about: 'loss when every quantum is learnt', unit: 'nats per token', min: 0},
    Delta: {about: 'loss that all quanta together take away', unit: 'nats per token', min: 0, open: true},
    alpha: {about: 'exponent of the use of quanta, p_k ~ k^-(alpha+1)', min: 0, open: true, max: 9},
    C: {about: 'capacity that one quantum takes', unit: 'parameters', min: 0, open: true},
    tau: {about: 'uses of a quantum that teach it, over zeta(alpha+1)', unit: 'tokens', min: 0, open: true},
  },
  presets: {
    'quanta-kaplan2020': {
      values: {Linf: 0, Delta: 10.825, alpha: 0.076, C: 3.813, tau: 3.335},
      source: `${SOURCE}; alpha is that of L(N) in Kaplan et al. 2020; ours: Delta, the loss of an even guess among 50,257 tokens, and C and tau, which meet Kaplan's L(N), and L(D) at 2.2e10 tokens`,
    },
    'quanta-toy': {
      values: {Linf: 0, Delta: Math.LN2, alpha: 0.4, C: 50, tau: 500},
      source: `${SOURCE}; alpha as in its task of many sparse parities, Delta a guessed bit; C and tau are ours`,
    },
  },
  build,
};
