import {pow} from '../../numeric/elementary.ts';
import {type CurveForm, SHARED, SMOOTH} from '../curve.ts';

/**
 * Skills are learnt one by one in order of use, and each question needs one: it is known or it is not, while the share of known ones
 * grows smoothly. The n-th skill is learnt at L - floor ~ n^-alpha (Michaud et al. 2023, arXiv:2303.13506, section 3); the skills of a
 * benchmark are spread log-logistically over n, which is ours.
 */
export const quanta: CurveForm = {
  name: 'quanta',
  formula:
    'first 1 / (1 + (1 / n)^(1 / spread)) of the questions: known, the rest: 0; n = ((middle - floor) / (L - floor))^(1 / alpha) in units of the median skill',
  threshold: false,
  shows: 'groups',
  simple: false,
  vanishes: true,
  parameters: {
    known: {about: 'performance on a question whose skill is learnt', min: 0, open: true, max: 1, default: 0.9},
    alpha: {about: 'exponent of the use of skills', min: 0, open: true, max: 10, default: 0.3},
    floor: {about: 'loss when every skill is learnt', unit: 'nats per token', min: 0, default: 1.3},
    middle: {...SHARED.middle, about: 'loss at which half of the skills of the benchmark are learnt', default: 1.9},
    spread: {about: 'spread of the skills of the benchmark over ln n', min: 0, open: true, max: 100, default: 0.35},
  },
  order: {low: 'floor', high: 'middle'},
  truth: () => SMOOTH,
  build: (v) => {
    const share = (loss: number): number => {
      const distance = loss - v.floor!;
      return distance > 0 ? 1 / (1 + pow(distance / (v.middle! - v.floor!), 1 / (v.alpha! * v.spread!))) : 1;
    };
    return ({loss}) => ({share: share(loss), first: v.known!, rest: 0});
  },
};
