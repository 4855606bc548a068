import {exp} from '../../numeric/elementary.ts';
import {type CurveForm, SMOOTH} from '../curve.ts';

/**
 * p = exp(-slope (L - floor)) is the probability of a right token, and every metric follows from it and the length of the answer
 * (Schaeffer et al. 2023, section 2, arXiv:2304.15004; theirs is slope 1, floor 0 with L = (N / c)^alpha).
 */
export const mirage: CurveForm = {
  name: 'token',
  formula: 'p(token) = exp(-slope (L - floor)), 1 below floor',
  threshold: false,
  shows: 'token',
  simple: true,
  vanishes: false,
  parameters: {
    slope: {about: 'loss per token of the answer over pre-training loss', min: 0, open: true, max: 1000, default: 2},
    floor: {
      about: 'pre-training loss at which every token is right',
      unit: 'nats per token',
      min: 0,
      default: 1.6,
    },
  },
  truth: () => SMOOTH,
  build:
    ({slope, floor}) =>
    ({loss}) => ({token: exp(-slope! * Math.max(loss - floor!, 0))}),
};
