import {leastSquares} from '../numeric/leastSquares.ts';
import {quantileOfSorted} from '../numeric/quantile.ts';
import {centre, type Heights, heightsOf} from './centred.ts';
import type {Points} from './curve.ts';
import {gridMinimum, type Low} from './gridMinimum.ts';
import type {FitKernel} from './kernel/kernel.ts';
import {referenceKernel} from './kernel/reference.ts';
import {type Noise, whiten} from './noise.ts';
import {type FamilyAxes, familyAxes, SMOOTH_FAMILIES, type SmoothFamily} from './smoothFamilies.ts';

/** A rival curve fitted by weighted least squares. */
export interface RivalFit {
  readonly name: string;
  readonly rss: number;
  /** Free numbers of the mean. */
  readonly count: number;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A fitted smooth curve and what it takes to fit it to other values on the same points. */
export interface SmoothFit extends RivalFit {
  /** Its columns at the optimum beside the constant, not weighted. */
  readonly columns: readonly Float64Array[];
  /** Where it was looked for and found; null for polynomials. */
  readonly search: {readonly family: SmoothFamily; readonly axes: FamilyAxes; readonly low: Low} | null;
}

/** Quantiles of loss between which the middle 94 % of the points lie. */
const MIDDLE = [0.03, 0.97] as const;

/** Generalised least squares on a constant and columns. */
function linearFit({x, y}: Points, noise: Noise, columns: readonly Float64Array[]) {
  const all = [new Float64Array(x.length).fill(1), ...columns];
  return leastSquares(
    all.map((column) => whiten(noise, column)),
    whiten(noise, y),
  );
}

function fitPolynomial(name: string, degree: number, points: Points, noise: Noise): SmoothFit {
  const origin = points.x[0]!;
  const columns = Array.from({length: degree}, (_, k) => points.x.map((x) => (x - origin) ** (k + 1)));
  const {coefficients, rss} = linearFit(points, noise, columns);
  const parameters = Object.fromEntries(Array.from(coefficients, (value, k) => [`b${k}`, value]));
  return {name, rss, count: degree + 1, parameters: {origin, ...parameters}, columns, search: null};
}

function fitFamily(
  family: SmoothFamily,
  axes: FamilyAxes,
  points: Points,
  noise: Noise,
  heights: Heights,
  kernel: FitKernel,
): SmoothFit {
  const {x} = points;
  const height = kernel.family(family, x, heights);
  const low = gridMinimum((a, b) => height(axes.location.at(a), axes.scale.at(b)), axes.location, axes.scale);
  const location = axes.location.at(low.a);
  const scale = axes.scale.at(low.b);
  const best = new Float64Array(x.length);
  family.fill(best, family.table(x, scale), x, location, scale);
  const {coefficients, rss} = linearFit(points, noise, [best]);
  const {parameters} = family;
  const place = parameters.location === null ? {origin: x[0]!} : {[parameters.location]: location};
  const amplitude = coefficients[1]! * family.top(x[0]!, location, scale);
  return {
    name: family.name,
    rss,
    count: family.count,
    parameters: {base: coefficients[0]!, amplitude, ...place, [parameters.scale]: scale},
    columns: [best],
    search: {family, axes, low},
  };
}

/** Line, quadratic, cubic, exponential, logistic, Gompertz and power curve of loss; the last where every loss is positive. */
export function fitSmoothCurves(points: Points, noise: Noise, kernel: FitKernel = referenceKernel): SmoothFit[] {
  const {x} = points;
  const low = quantileOfSorted(x, MIDDLE[0]);
  const span = quantileOfSorted(x, MIDDLE[1]) - low;
  const heights = heightsOf(centre(points, noise));
  return [
    fitPolynomial('line', 1, points, noise),
    fitPolynomial('quadratic', 2, points, noise),
    fitPolynomial('cubic', 3, points, noise),
    ...SMOOTH_FAMILIES.flatMap((family) => {
      const axes = familyAxes(family, x, low, span);
      return axes ? [fitFamily(family, axes, points, noise, heights, kernel)] : [];
    }),
  ];
}
