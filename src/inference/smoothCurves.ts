import {type LinearFit, leastSquares} from '../numeric/leastSquares.ts';
import type {Points} from './curve.ts';
import {gridMinimum} from './gridMinimum.ts';
import {type Noise, whiten} from './noise.ts';

/** A rival curve fitted by weighted least squares. */
export interface RivalFit {
  readonly name: string;
  readonly rss: number;
  /** Free numbers of the mean. */
  readonly count: number;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A family that is linear in base and amplitude: y = base + amplitude g(x; location, scale). */
interface Family {
  readonly name: string;
  /** Name of the nonlinear parameters, the location null where the family has none. */
  readonly location: string | null;
  readonly scale: string;
  g(x: number, location: number, scale: number): number;
}

const FAMILIES: readonly Family[] = [
  {name: 'exponential', location: null, scale: 'scale', g: (x, m, t) => Math.exp(-(x - m) / t)},
  {name: 'logistic', location: 'middle', scale: 'scale', g: (x, m, t) => 1 / (1 + Math.exp((x - m) / t))},
  {name: 'gompertz', location: 'middle', scale: 'scale', g: (x, m, t) => Math.exp(-Math.exp((x - m) / t))},
];

/** Steps of the grid: location span / 190 (0.004 nats in the design of Du et al. 2024), scale by 3.5 %. */
const LOCATION_STEPS = 190;
const SCALE_RATIO = 1.035;
const SCALE_SHARES = [0.008, 4] as const;
const POWERS = [0.05, 60] as const;
/** Locations looked at beyond the data on either side, as a share of the span. */
const BEYOND = 0.5;

function geometric(low: number, high: number): Float64Array {
  const count = Math.ceil(Math.log(high / low) / Math.log(SCALE_RATIO)) + 1;
  return Float64Array.from({length: count}, (_, i) => low * SCALE_RATIO ** i);
}

/** Residual sum of squares of y on a constant and one column, all whitened: closed form. */
type Height = (g: (x: number) => number) => number;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function heightOver({x, y}: Points, noise: Noise): Height {
  const one = whiten(noise, new Float64Array(x.length).fill(1));
  const size = dot(one, one);
  const centre = (column: Float64Array): Float64Array => {
    const share = dot(column, one) / size;
    return column.map((value, i) => value - share * one[i]!);
  };
  const right = centre(whiten(noise, y));
  const total = dot(right, right);
  return (g) => {
    const column = centre(whiten(noise, x.map(g)));
    const square = dot(column, column);
    const share = dot(column, right);
    return square > 0 && Number.isFinite(square) ? total - (share * share) / square : total;
  };
}

/** The linear part at the optimum. */
function withLinear(points: Points, noise: Noise, g: (x: number) => number) {
  const one = new Float64Array(points.x.length).fill(1);
  const {coefficients, rss} = linearFit(points, noise, [one, points.x.map(g)]);
  return {rss, base: coefficients[0]!, amplitude: coefficients[1]!};
}

function linearFit({y}: Points, noise: Noise, columns: readonly Float64Array[]): LinearFit {
  return leastSquares(
    columns.map((column) => whiten(noise, column)),
    whiten(noise, y),
  );
}

function fitFamily(family: Family, points: Points, noise: Noise, span: number): RivalFit {
  const {x} = points;
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const {location, scale, g} = family;
  const count = Math.ceil(((last - first) / span + 2 * BEYOND) * LOCATION_STEPS);
  const locations = location
    ? Float64Array.from({length: count}, (_, i) => first - BEYOND * span + (i * span) / LOCATION_STEPS)
    : Float64Array.of(first);
  const scales = geometric(SCALE_SHARES[0] * span, SCALE_SHARES[1] * span);
  const height = heightOver(points, noise);
  const low = gridMinimum((m, t) => height((at) => g(at, m, t)), locations, scales);
  const {rss, base, amplitude} = withLinear(points, noise, (at) => g(at, low.location, low.scale));
  const names = location ? {[location]: low.location, [scale]: low.scale} : {origin: first, [scale]: low.scale};
  return {name: family.name, rss, count: location ? 4 : 3, parameters: {base, amplitude, ...names}};
}

/** y = base + amplitude (x / x_0)^-power, x_0 the lowest loss; null where a loss is not positive. */
function fitPower(points: Points, noise: Noise): RivalFit | null {
  const origin = points.x[0]!;
  if (origin <= 0) return null;
  const curve = (power: number) => (x: number) => (x / origin) ** -power;
  const over = heightOver(points, noise);
  const height = (_: number, power: number): number => over(curve(power));
  const low = gridMinimum(height, Float64Array.of(0), geometric(POWERS[0], POWERS[1]));
  const {rss, base, amplitude} = withLinear(points, noise, curve(low.scale));
  return {name: 'power', rss, count: 3, parameters: {base, amplitude, origin, power: low.scale}};
}

function fitPolynomial(name: string, degree: number, points: Points, noise: Noise): RivalFit {
  const origin = points.x[0]!;
  const columns = Array.from({length: degree + 1}, (_, k) => points.x.map((x) => (x - origin) ** k));
  const {coefficients, rss} = linearFit(points, noise, columns);
  const parameters = Object.fromEntries(Array.from(coefficients, (value, k) => [`b${k}`, value]));
  return {name, rss, count: degree + 1, parameters: {origin, ...parameters}};
}

/** Line, quadratic, cubic, exponential, logistic, Gompertz and power curve of loss; `span` scales the grids, nats. */
export function fitSmoothCurves(points: Points, noise: Noise, span: number): RivalFit[] {
  const power = fitPower(points, noise);
  return [
    fitPolynomial('line', 1, points, noise),
    fitPolynomial('quadratic', 2, points, noise),
    fitPolynomial('cubic', 3, points, noise),
    ...FAMILIES.map((family) => fitFamily(family, points, noise, span)),
    ...(power ? [power] : []),
  ];
}
