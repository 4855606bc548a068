import {exp, pow} from '../numeric/elementary.ts';
import type {Parameters, Values} from './parameter.ts';

/** A curve of normalised performance f(L): 0 is chance, 1 is perfect. */
export interface CurveForm {
  readonly name: string;
  readonly formula: string;
  /** Whether the curve has a threshold, the parameter `eta`, above which f is exactly 0. */
  readonly threshold: boolean;
  readonly parameters: Parameters;
  build(values: Values): (loss: number) => number;
}

/** A curve with its numbers. */
export interface CurveChoice {
  readonly curve: string;
  readonly values: Values;
}

const eta = {about: 'loss threshold', unit: 'nats per token', min: 0, open: true} as const;
const middle = {about: 'location', unit: 'nats per token', min: 0, open: true} as const;
const scale = {about: 'scale', unit: 'nats', min: 0, open: true} as const;
const amplitude = {about: 'size of the rise', min: 0, open: true, max: 100} as const;
const base = {about: 'level far above the rise', min: 0, max: 1, default: 0} as const;
const power = {about: 'power of the distance below the threshold', min: 0, open: true, max: 10} as const;

/** Every curve form; values above 0.995 are cut there, because the item model reaches 1 only at infinity. */
export const CURVES: readonly CurveForm[] = [
  {
    name: 'saturating',
    formula: 'amplitude (1 - exp(-(eta - L) / scale)) below eta, else 0',
    threshold: true,
    parameters: {amplitude, eta, scale},
    build: (v) => (L) => (L < v.eta! ? v.amplitude! * (1 - exp(-(v.eta! - L) / v.scale!)) : 0),
  },
  {
    name: 'linear',
    formula: 'amplitude (eta - L) below eta, else 0',
    threshold: true,
    parameters: {amplitude, eta},
    build: (v) => (L) => (L < v.eta! ? v.amplitude! * (v.eta! - L) : 0),
  },
  {
    name: 'power',
    formula: 'amplitude (eta - L)^power below eta, else 0',
    threshold: true,
    parameters: {amplitude, eta, power},
    build: (v) => (L) => (L < v.eta! ? v.amplitude! * pow(v.eta! - L, v.power!) : 0),
  },
  {
    name: 'logistic',
    formula: 'base + amplitude / (1 + exp((L - middle) / scale))',
    threshold: false,
    parameters: {amplitude, middle, scale, base},
    build: (v) => (L) => v.base! + v.amplitude! / (1 + exp((L - v.middle!) / v.scale!)),
  },
  {
    name: 'gompertz',
    formula: 'base + amplitude exp(-exp((L - middle) / scale))',
    threshold: false,
    parameters: {amplitude, middle, scale, base},
    build: (v) => (L) => v.base! + v.amplitude! * exp(-exp((L - v.middle!) / v.scale!)),
  },
  {
    name: 'exponential',
    formula: 'base + amplitude exp(-(L - middle) / scale)',
    threshold: false,
    parameters: {amplitude, middle, scale, base},
    build: (v) => (L) => v.base! + v.amplitude! * exp(-(L - v.middle!) / v.scale!),
  },
];

/** Highest normalised performance a simulated benchmark reaches. */
export const CEILING = 0.995;

/** The function f(L) of a choice, cut to [0, CEILING]. */
export function performanceOf({curve, values}: CurveChoice): (loss: number) => number {
  const form = CURVES.find((entry) => entry.name === curve);
  if (!form) throw new Error(`curve: unknown name (got ${curve})`);
  const filled: Record<string, number> = {...values};
  for (const [name, parameter] of Object.entries(form.parameters)) filled[name] ??= parameter.default ?? 0;
  const f = form.build(filled);
  return (loss) => Math.min(Math.max(f(loss), 0), CEILING);
}

/** Whether a choice has a threshold; then the parameter `eta` is its loss. */
export function thresholdOf({curve, values}: CurveChoice): number | null {
  return CURVES.find((entry) => entry.name === curve)?.threshold ? (values.eta ?? null) : null;
}
