import {log, pow} from '../../numeric/elementary.ts';
import {type CurveForm, SHARED, SMOOTH} from '../curve.ts';
import type {Values} from '../parameter.ts';
import type {Source} from '../run.ts';
import {gate} from './loss.ts';

/** Share of what it has seen that a model of N parameters remembers: +0.19 a decade (Carlini et al. 2022, arXiv:2202.07646). */
const PER_DECADE = 0.19;

/** m(N) = m0 + 0.19 log10(N / reference), held in [0, 1]. */
export function memoryShare({m0, reference}: Values, N: number): number {
  const decades = log(N / reference!) / log(10);
  return Math.min(Math.max(m0! + PER_DECADE * decades, 0), 1);
}

/** n_T = q D m(N): the examples of the task that a model has seen and remembers. */
export function rememberedExamples(values: Values, {N, D}: Pick<Source, 'N' | 'D'>): number {
  return values.share! * D * memoryShare(values, N);
}

/**
 * An ability comes once enough examples of its task are remembered, 1 / (1 + (critical / n_T)^steepness): with more data (fact 1) or
 * with more memory at the same data (fact 2). Zhang 2023 (talk); the numbers are ours. It is no function of the loss.
 */
export const grokking: CurveForm = {
  name: 'grokking',
  formula:
    'amplitude / (1 + (critical / n)^steepness), n = share D m(N), m(N) = m0 + 0.19 log10(N / reference) in [0, 1]',
  threshold: false,
  shows: 'performance',
  simple: false,
  vanishes: true,
  parameters: {
    amplitude: {...SHARED.amplitude, max: 1, default: 0.6},
    share: {about: 'examples of the task per training token', min: 0, open: true, max: 1, default: 1e-8},
    m0: {about: 'share of the examples that a model of `reference` parameters remembers', min: 0, max: 1, default: 0.3},
    reference: {about: 'parameters at which the share is m0', min: 1, default: 1e9},
    critical: {about: 'remembered examples at which half of the ability is there', min: 0, open: true, default: 5000},
    steepness: {about: 'how suddenly it comes', min: 0, open: true, max: 1000, default: 6},
  },
  truth: () => SMOOTH,
  build: (v) => (at) => {
    const n = rememberedExamples(v, at.source);
    return n > 0 ? v.amplitude! / (1 + pow(v.critical! / n, v.steepness!)) : 0;
  },
};

const {middle, scale} = SHARED;

/** One run succeeds where another fails: a chance that grows as the loss falls decides, once for each run (Zhao et al. 2025, arXiv:2502.17356). */
export const lottery: CurveForm = {
  name: 'lottery',
  formula: 'high if luck < 1 / (1 + exp((L - middle) / scale)), else low; luck is one uniform number of a run',
  threshold: false,
  shows: 'performance',
  simple: false,
  vanishes: true,
  parameters: {
    low: {about: 'performance of a run that has not broken through', min: 0, max: 1, default: 0},
    high: {about: 'performance of one that has', min: 0, max: 1, default: 0.5},
    middle: {...middle, about: 'loss at which half of the runs have broken through', default: 2.1},
    scale: {...scale, default: 0.12},
  },
  truth: () => null,
  build:
    (v) =>
    ({loss, luck}) =>
      luck < gate(loss, v.middle!, v.scale!) ? v.high! : v.low!,
};
