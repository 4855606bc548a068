import {exp, pow} from '../../numeric/elementary.ts';
import {type CurveForm, SHARED, SMOOTH} from '../curve.ts';
import type {Values} from '../parameter.ts';
import {saturation} from './saturation.ts';

const {eta, middle, scale, amplitude, base} = SHARED;
const power = {about: 'power of the distance below the threshold', min: 0, open: true, max: 10} as const;

interface LossForm extends Pick<CurveForm, 'name' | 'formula' | 'parameters'> {
  /** Whether a smooth curve gets so near to 0 that it is 0 in numbers. */
  readonly vanishes?: boolean;
  /** Normalised performance f(L). */
  f(values: Values): (loss: number) => number;
}

/** Performance is exactly 0 above eta and rises with a corner below it (Du et al. 2024, equation 3, arXiv:2403.15796). */
function threshold({f, ...form}: LossForm): CurveForm {
  return {
    ...form,
    threshold: true,
    shows: 'performance',
    simple: true,
    vanishes: true,
    truth: (v) => ({onset: v.eta!, width: 0}),
    build(values) {
      const rise = f(values);
      return ({loss}) => (loss < values.eta! ? rise(loss) : 0);
    },
  };
}

function smooth({f, vanishes = false, ...form}: LossForm): CurveForm {
  return {
    ...form,
    threshold: false,
    shows: 'performance',
    simple: true,
    vanishes,
    truth: () => SMOOTH,
    build(values) {
      const rise = f(values);
      return ({loss}) => rise(loss);
    },
  };
}

/** 1 / (1 + exp((L - middle) / scale)): rises from 0 to 1 as the loss falls through `middle`. */
export function gate(loss: number, at: number, width: number): number {
  return 1 / (1 + exp((loss - at) / width));
}

/** Curves f(L) of pre-training loss alone. */
export const LOSS_CURVES: readonly CurveForm[] = [
  threshold({
    name: 'saturating',
    formula: 'amplitude (1 - exp(-(eta - L) / scale)) below eta, else 0',
    parameters: {amplitude, eta, scale},
    f: (v) => (L) => v.amplitude! * saturation(v.eta! - L, v.scale!),
  }),
  threshold({
    name: 'linear',
    formula: 'amplitude (eta - L) below eta, else 0',
    parameters: {amplitude, eta},
    f: (v) => (L) => v.amplitude! * (v.eta! - L),
  }),
  threshold({
    name: 'power',
    formula: 'amplitude (eta - L)^power below eta, else 0',
    parameters: {amplitude, eta, power},
    f: (v) => (L) => v.amplitude! * pow(v.eta! - L, v.power!),
  }),
  smooth({
    name: 'logistic',
    formula: 'base + amplitude / (1 + exp((L - middle) / scale))',
    parameters: {amplitude, middle, scale, base},
    f: (v) => (L) => v.base! + v.amplitude! / (1 + exp((L - v.middle!) / v.scale!)),
  }),
  smooth({
    name: 'gompertz',
    vanishes: true,
    formula: 'base + amplitude exp(-exp((L - middle) / scale))',
    parameters: {amplitude, middle, scale, base},
    f: (v) => (L) => v.base! + v.amplitude! * exp(-exp((L - v.middle!) / v.scale!)),
  }),
  smooth({
    name: 'exponential',
    formula: 'base + amplitude exp(-(L - middle) / scale)',
    parameters: {amplitude, middle, scale, base},
    f: (v) => (L) => v.base! + v.amplitude! * exp(-(L - v.middle!) / v.scale!),
  }),
];
