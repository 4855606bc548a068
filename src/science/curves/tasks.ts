import {pow} from '../../numeric/elementary.ts';
import {type CurveForm, MOST_BELOW, SHARED, SMOOTH} from '../curve.ts';
import {gate} from './loss.ts';
import {saturation} from './saturation.ts';

const {amplitude, middle, scale} = SHARED;
const share = {min: 0, max: 1} as const;

/** A task needs K sub-skills at once, each of which grows smoothly: their product (Zhang 2023; Arora and Goyal 2023, arXiv:2307.15936). */
export const subtasks: CurveForm = {
  name: 'subtasks',
  formula: 'amplitude (low + (high - low) / (1 + exp((L - middle) / scale)))^count',
  threshold: false,
  shows: 'performance',
  simple: true,
  vanishes: false,
  parameters: {
    amplitude: {...amplitude, max: 1, default: 1},
    count: {about: 'number of sub-skills', min: 1, max: 100, default: 5},
    low: {about: 'success in one sub-skill far above `middle`', ...share, default: 0},
    high: {about: 'success in one sub-skill far below it', ...share, default: 1},
    middle: {...middle, default: 2.1},
    scale: {...scale, default: 0.2},
  },
  truth: () => SMOOTH,
  build:
    (v) =>
    ({loss}) =>
      v.amplitude! * pow(v.low! + (v.high! - v.low!) * gate(loss, v.middle!, v.scale!), v.count!),
};

/**
 * A distractor is learnt before the task itself, so that performance first falls below chance and then rises: the gate of the
 * distractor opens at a higher loss than the true one (Wei et al. 2022, arXiv:2211.02011; McKenzie et al. 2023, arXiv:2306.09479).
 */
export const uShaped: CurveForm = {
  name: 'u-shaped',
  formula: 'amplitude t - depth d (1 - t), d and t gates 1 / (1 + exp((L - x) / scale)) at distractor and middle',
  threshold: false,
  shows: 'performance',
  simple: false,
  vanishes: true,
  parameters: {
    amplitude: {...amplitude, max: 1, default: 0.55},
    depth: {about: 'share of chance that the distractor takes away', min: 0, max: MOST_BELOW, default: 0.35},
    distractor: {...middle, about: 'loss at which half of the distractor is learnt', default: 2.4},
    middle: {...middle, about: 'loss at which half of the task is learnt', default: 2},
    scale: {...scale, default: 0.06},
  },
  truth: ({depth}, kind) => (kind === 'open' && depth! > 0 ? null : SMOOTH),
  build: (v) => {
    return ({loss}) => {
      const d = gate(loss, v.distractor!, v.scale!);
      const t = gate(loss, v.middle!, v.scale!);
      return v.amplitude! * t - v.depth! * d * (1 - t);
    };
  },
};

/**
 * Lettered multiple choice is chance until the format is learnt, at a loss of its own; the knowledge behind it grows smoothly all the
 * while (Bhagia et al. 2024, arXiv:2412.04403, on the jump of the lettered format).
 */
export const lettered: CurveForm = {
  name: 'lettered',
  formula:
    'k (1 - exp(-(eta - L) / scale)) below eta, else 0, with knowledge k = amplitude / (1 + exp((L - middle) / spread))',
  threshold: true,
  shows: 'performance',
  simple: true,
  vanishes: true,
  parameters: {
    amplitude: {...amplitude, max: 1, default: 0.85},
    middle: {...middle, about: 'loss at which half of the knowledge is there', default: 2.2},
    spread: {...scale, about: 'scale on which knowledge grows', default: 0.3},
    eta: {...SHARED.eta, about: 'loss at which the format is learnt', default: 2.107},
    scale: {...scale, about: 'scale on which the format is learnt', default: 0.2},
  },
  truth: (v) => ({onset: v.eta!, width: 0}),
  build:
    (v) =>
    ({loss}) =>
      v.amplitude! * gate(loss, v.middle!, v.spread!) * saturation(v.eta! - loss, v.scale!),
};

/**
 * Easy questions rise, fall back and rise again, hard ones fall below chance and rise: opposite trends that cancel in accuracy until
 * both rise (Wu and Lo 2024, arXiv:2410.01692).
 */
export const mixture: CurveForm = {
  name: 'mixture',
  formula:
    'first `easy` of the questions: amplitude t + rise d (1 - t), the rest: amplitude t - fall d (1 - t); d, t gates at early and middle',
  threshold: false,
  shows: 'groups',
  simple: false,
  vanishes: true,
  parameters: {
    amplitude: {...amplitude, max: 1, default: 0.55},
    easy: {about: 'share of easy questions', ...share, default: 0.5},
    rise: {about: 'performance that easy questions reach early', ...share, default: 0.12},
    fall: {about: 'share of chance that hard questions lose early', min: 0, max: MOST_BELOW, default: 0.36},
    early: {...middle, about: 'loss at which half of the early trends are there', default: 2.4},
    middle: {...middle, about: 'loss at which half of the ability is there', default: 2},
    scale: {...scale, default: 0.06},
  },
  truth: ({fall}, kind) => (kind === 'open' && fall! > 0 ? null : SMOOTH),
  build: (v) => {
    return ({loss}) => {
      const t = gate(loss, v.middle!, v.scale!);
      const early = gate(loss, v.early!, v.scale!) * (1 - t);
      return {share: v.easy!, first: v.amplitude! * t + v.rise! * early, rest: v.amplitude! * t - v.fall! * early};
    };
  },
};
