import {log, pow} from '../../numeric/elementary.ts';
import {type CurveForm, MOST_BELOW, SHARED} from '../curve.ts';
import type {Values} from '../parameter.ts';
import {gate} from './loss.ts';
import {saturation} from './saturation.ts';

const {amplitude, eta, middle, scale} = SHARED;

/**
 * A way of prompting, such as a chain of thought, does nothing or harm above a loss and helps below it; without it a little ability is
 * there anyhow (Wei et al. 2022, table 1 and section 4, arXiv:2206.07682).
 */
export const prompting: CurveForm = {
  name: 'prompting',
  formula:
    'direct / (1 + exp((L - middle) / spread)) + amplitude (1 - exp(-(eta - L) / scale)) below eta, - harm (1 - exp(-(L - eta) / scale)) above',
  threshold: false,
  shows: 'performance',
  simple: false,
  vanishes: true,
  parameters: {
    direct: {about: 'performance without the prompt, far below `middle`', min: 0, max: 1, default: 0},
    middle: {...middle, default: 2},
    spread: {...scale, about: 'scale on which performance without the prompt grows', default: 0.12},
    amplitude: {...amplitude, max: 1, about: 'most that the prompt adds', default: 0.8},
    eta: {...eta, about: 'loss below which the prompt helps', default: 2.107},
    scale: {...scale, about: 'scale on which help and harm saturate', default: 0.358},
    harm: {about: 'most that the prompt takes away, as a share of chance', min: 0, max: MOST_BELOW, default: 0},
  },
  sinks: ({harm}) => harm! > 0,
  // With harm, or some ability without the prompt, the side above eta is not flat, and no width describes the bend.
  truth: (v) => ({onset: v.eta!, width: v.harm! > 0 || v.direct! > 0 ? null : 0}),
  build:
    (v) =>
    ({loss}) =>
      v.direct! * gate(loss, v.middle!, v.spread!) +
      v.amplitude! * saturation(v.eta! - loss, v.scale!) -
      v.harm! * saturation(loss - v.eta!, v.scale!),
};

/** The threshold after fine-tuning: eta + step ln(1 + examples / few)^power. */
export function tunedThreshold({eta: start, step, examples, few, power}: Values): number {
  return start! + step! * pow(log(1 + examples! / few!), power!);
}

/**
 * Fine-tuning on examples of a task moves its threshold to weaker models, by a power of the logarithm of their number
 * (Snell et al. 2024, arXiv:2411.16035, whose figures show the form; the constants are ours).
 */
export const fineTuned: CurveForm = {
  name: 'fine-tuned',
  formula: 'amplitude (1 - exp(-(e - L) / scale)) below e = eta + step ln(1 + examples / few)^power, else 0',
  threshold: true,
  shows: 'performance',
  simple: true,
  vanishes: true,
  parameters: {
    amplitude: {...amplitude, default: 0.859},
    eta: {...eta, about: 'loss threshold before fine-tuning', default: 2.107},
    scale: {...scale, default: 0.358},
    examples: {about: 'examples fine-tuned on', min: 0, max: 1e12, default: 1e4},
    few: {about: 'examples that a prompt is worth', min: 0, open: true, default: 500},
    step: {about: 'size of the shift', unit: 'nats per token', min: 0, max: 10, default: 0.015},
    power: {about: 'power of the logarithm', min: 0, open: true, max: 10, default: 1},
  },
  truth: (v) => ({onset: tunedThreshold(v), width: 0}),
  build: (v) => {
    const at = tunedThreshold(v);
    return ({loss}) => v.amplitude! * saturation(at - loss, v.scale!);
  },
};
