import {type Axis, evenAxis, geometricAxis, NO_AXIS} from './gridMinimum.ts';

/** A family that is linear in base and amplitude: y = base + amplitude g(x; location, scale). */
export interface SmoothFamily {
  readonly name: string;
  /** Names of the nonlinear parameters, the location null where the family has none. */
  readonly location: string | null;
  readonly scale: string;
  /** What g needs of each loss at one scale, for losses in rising order: one exponential a point for all locations. */
  table(x: Float64Array, scale: number): Float64Array;
  /** Fills `out` with g from such a table. */
  fill(out: Float64Array, table: Float64Array, x: Float64Array, location: number, scale: number): void;
}

/** Where the nonlinear parameters of a family are looked for. */
export interface FamilyAxes {
  readonly location: Axis;
  readonly scale: Axis;
}

/** exp((x - middle loss) / scale), Infinity where it is beyond reach. */
function growth(x: Float64Array, scale: number): Float64Array {
  const middle = x[x.length >> 1]!;
  return x.map((value) => Math.exp((value - middle) / scale));
}

/** exp((middle loss - location) / scale): times `growth` it is exp((x - location) / scale). */
function shift(x: Float64Array, location: number, scale: number): number {
  return Math.exp(Math.min((x[x.length >> 1]! - location) / scale, SAFE));
}

function copyTable(out: Float64Array, table: Float64Array): void {
  out.set(table);
}

/** Keeps products of powers from becoming 0 times Infinity. */
const SAFE = 600;

/** Exponential, logistic and Gompertz curve, and the power of loss over the lowest loss, whose `scale` is the power. */
export const SMOOTH_FAMILIES: readonly SmoothFamily[] = [
  {
    name: 'exponential',
    location: null,
    scale: 'scale',
    table: (x, t) => x.map((value) => Math.exp((x[0]! - value) / t)),
    fill: copyTable,
  },
  {
    name: 'logistic',
    location: 'middle',
    scale: 'scale',
    table: growth,
    fill(out, table, x, m, t) {
      const factor = shift(x, m, t);
      for (let i = 0; i < x.length; i++) out[i] = 1 / (1 + factor * table[i]!);
    },
  },
  {
    name: 'gompertz',
    location: 'middle',
    scale: 'scale',
    table: growth,
    fill(out, table, x, m, t) {
      const factor = shift(x, m, t);
      for (let i = 0; i < x.length; i++) out[i] = Math.exp(-factor * table[i]!);
    },
  },
  {
    name: 'power',
    location: null,
    scale: 'power',
    table: (x, power) => x.map((value) => (value / x[0]!) ** -power),
    fill: copyTable,
  },
];

/** Steps of the grid: location span / 190 (0.004 nats in the design of Du et al. 2024), scale by 3.5 %. */
const LOCATION_STEPS = 190;
/** Ratio of neighbouring scales. */
export const SCALE_RATIO = 1.035;
const SCALE_SHARES = [0.008, 4] as const;
const POWERS = [0.05, 60] as const;
/** Locations looked at beyond the middle of the data on either side, as a share of the span. */
const BEYOND = 0.5;

/** The grid of a family over losses whose middle 94 % start at `low` and span `span`, nats; null where the family is not defined there. */
export function familyAxes(family: SmoothFamily, x: Float64Array, low: number, span: number): FamilyAxes | null {
  if (family.name === 'power') {
    return x[0]! > 0 ? {location: NO_AXIS, scale: geometricAxis(...POWERS, SCALE_RATIO)} : null;
  }
  const scale = geometricAxis(SCALE_SHARES[0] * span, SCALE_SHARES[1] * span, SCALE_RATIO);
  if (family.location === null) return {location: NO_AXIS, scale};
  const last = Math.ceil((1 + 2 * BEYOND) * LOCATION_STEPS);
  return {location: evenAxis(low - BEYOND * span, span / LOCATION_STEPS, last), scale};
}
