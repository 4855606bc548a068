import {type Axis, evenAxis, geometricAxis, NO_AXIS} from './gridMinimum.ts';

/** A family that is linear in base and amplitude: y = base + amplitude g(x; location, scale), g falling in x. */
export interface CurveFamily {
  readonly name: string;
  /** Whether there is a location, and whether there is a scale. */
  readonly located: boolean;
  readonly scaled: boolean;
  /** Free numbers of the mean. */
  readonly count: number;
  /** What g takes from losses in rising order and the scale alone: one exponential a point for all locations. */
  table(x: Float64Array, scale: number): Float64Array;
  /** Fills `out` with g over its value at the first x, the lowest: never above 1. `table` is that of the scale. */
  fill(out: Float64Array, table: Float64Array, x: Float64Array, location: number, scale: number): void;
}

/** A smooth family whose parameters are reported. */
export interface SmoothFamily extends CurveFamily {
  /** Names of the nonlinear parameters, the location null where the family has none. */
  readonly parameters: {readonly location: string | null; readonly scale: string};
  /** How often g at the first x goes into the amplitude that is reported: that of the upper asymptote where there is one. */
  top(first: number, location: number, scale: number): number;
}

/** Where the nonlinear parameters of a family are looked for. */
export interface FamilyAxes {
  readonly location: Axis;
  readonly scale: Axis;
}

/** Arguments of exp beyond this are infinite for all purposes. */
const LARGEST = 600;
/** e^-40 of the value at the first loss is nothing. */
export const NOTHING = -40;

/** e^((x - first x) / scale). */
function growth(x: Float64Array, scale: number): Float64Array {
  return x.map((at) => Math.exp(Math.min((at - x[0]!) / scale, LARGEST)));
}

/** e^((first - location) / scale): times `growth` it is e^((x - location) / scale). */
export function startOf(first: number, location: number, scale: number): number {
  return Math.exp(Math.min(Math.max((first - location) / scale, -LARGEST), LARGEST));
}

function copyTable(out: Float64Array, table: Float64Array): void {
  out.set(table);
}

/** Exponential, logistic and Gompertz curve, and the power of loss over the lowest loss, whose `scale` is the power. */
export const SMOOTH_FAMILIES: readonly SmoothFamily[] = [
  {
    name: 'exponential',
    located: false,
    scaled: true,
    count: 3,
    parameters: {location: null, scale: 'scale'},
    table: (x, t) => x.map((at) => Math.exp((x[0]! - at) / t)),
    fill: copyTable,
    top: () => 1,
  },
  {
    name: 'logistic',
    located: true,
    scaled: true,
    count: 4,
    parameters: {location: 'middle', scale: 'scale'},
    table: growth,
    fill(out, table, x, m, t) {
      const start = startOf(x[0]!, m, t);
      for (let i = 0; i < out.length; i++) out[i] = (1 + start) / (1 + start * table[i]!);
    },
    top: (first, m, t) => 1 + startOf(first, m, t),
  },
  {
    name: 'gompertz',
    located: true,
    scaled: true,
    count: 4,
    parameters: {location: 'middle', scale: 'scale'},
    table: growth,
    fill(out, table, x, m, t) {
      const start = startOf(x[0]!, m, t);
      let i = 0;
      for (; i < out.length; i++) {
        const power = start * (1 - table[i]!);
        if (power < NOTHING) break;
        out[i] = Math.exp(power);
      }
      out.fill(0, i);
    },
    top: (first, m, t) => Math.exp(startOf(first, m, t)),
  },
  {
    name: 'power',
    located: false,
    scaled: true,
    count: 3,
    parameters: {location: null, scale: 'power'},
    table: (x, power) => x.map((at) => (at / x[0]!) ** -power),
    fill: copyTable,
    top: () => 1,
  },
];

/** Steps of the grid: location span / 190 (0.004 nats in the design of Du et al. 2024), scale by 3.5 %. */
const LOCATION_STEPS = 190;
/** Ratio of neighbouring scales. */
export const SCALE_RATIO = 1.035;
const SCALE_SHARES = [0.008, 4] as const;
/** Exponents of a power law that are looked at. */
export const POWERS = [0.05, 60] as const;
/** Locations looked at beyond the middle of the data on either side, as a share of the span. */
const BEYOND = 0.5;

/** The grid of a family over losses whose middle 94 % start at `low` and span `span`, nats; null where the family is not defined there. */
export function familyAxes(family: SmoothFamily, x: Float64Array, low: number, span: number): FamilyAxes | null {
  if (family.name === 'power') {
    return x[0]! > 0 ? {location: NO_AXIS, scale: geometricAxis(...POWERS, SCALE_RATIO)} : null;
  }
  const scale = geometricAxis(SCALE_SHARES[0] * span, SCALE_SHARES[1] * span, SCALE_RATIO);
  if (!family.located) return {location: NO_AXIS, scale};
  const last = Math.ceil((1 + 2 * BEYOND) * LOCATION_STEPS);
  return {location: evenAxis(low - BEYOND * span, span / LOCATION_STEPS, last), scale};
}
