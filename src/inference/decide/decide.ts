import type {VerdictRule} from '../../config/experiment.ts';
import {nameWord, streamKey} from '../../numeric/stream.ts';
import {type BentHingeFit, fitBentHinge} from '../bentHinge.ts';
import type {Curve, Points} from '../curve.ts';
import type {DecidedDesign, Decision, DecisionRates, Shape} from '../findings.ts';
import type {Comparison} from '../hingeDetail.ts';
import type {FitKernel} from '../kernel/kernel.ts';
import {rate} from '../rates.ts';
import {correlationOf} from '../smoothNull/bootstrap.ts';
import {trainingRuns} from '../smoothNull/runs.ts';
import {type Effort, simulatedCurve, type TableDesign} from './tables.ts';
import {type Rivals, rivalsOf} from './truths.ts';

/** How tables are simulated and judged. */
export interface DecideOptions {
  readonly rule: VerdictRule;
  /** Tables of each truth and design. */
  readonly replicates: number;
  readonly seed: string;
  /** Name of the curve: what is drawn depends on it and on nothing else. */
  readonly key: string;
  readonly kernel?: FitKernel;
  /** Designs to simulate. */
  readonly efforts?: readonly Effort[];
}

const WANTED = 0.8;
/** Multiples of the points with the noise as it is, then the noise divided with the points as they are. */
const EFFORTS: readonly Effort[] = [
  ...[1, 2, 4, 8].map((points) => ({points, noise: 1})),
  ...[1.5, 2, 3, 4].map((noise) => ({points: 1, noise})),
];

/** The points of a fit as a curve by itself, in training order. */
function alone({order, ...points}: Points, curve: Curve): Curve {
  const places = Int32Array.from(order.keys()).sort((a, b) => order[a]! - order[b]!);
  const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place]!);
  return {
    ...curve,
    loss: pick(points.x),
    value: pick(points.y),
    standardError: points.standardError && pick(points.standardError),
    run: Int32Array.from(places, (place) => curve.run[order[place]!]!),
    params: null,
    compute: null,
    trials: null,
  };
}

/** What a curve is compared on when it is judged by itself: another metric may have told of its noise, and is not simulated. */
function comparisonOf(curve: Curve, {detail}: BentHingeFit, {rule, kernel}: DecideOptions): Comparison | null {
  if (!detail || detail.comparison.noise.directions.length === 0) return detail?.comparison ?? null;
  const options = {rule, detail: true, ...(kernel && {kernel})};
  return fitBentHinge(alone(detail.comparison.points, curve), options).detail?.comparison ?? null;
}

function ratesOf(shapes: readonly Shape[], right: Shape, wrong: Shape): DecisionRates {
  return {
    right: rate(shapes.map((shape) => shape === right))!,
    wrong: rate(shapes.map((shape) => shape === wrong))!,
  };
}

function decidedDesign(
  design: TableDesign,
  {sharp, soft}: Rivals,
  effort: Effort,
  {rule, replicates, seed, key, kernel}: DecideOptions,
): DecidedDesign {
  const purpose = streamKey(seed, 'decide');
  const name = nameWord(key);
  const shapes = (mean: Float64Array, truth: number): Shape[] =>
    Array.from({length: replicates}, (_, replicate) => {
      const curve = simulatedCurve(design, mean, effort, {key: purpose, replicate, name, truth});
      return fitBentHinge(curve, {rule, ...(kernel && {kernel})}).shape;
    });
  return {
    ...effort,
    sharp: ratesOf(shapes(sharp.mean, 0), 'sharp', 'soft'),
    soft: ratesOf(shapes(soft.mean, 1), 'soft', 'sharp'),
  };
}

/** The smallest effort of one kind from which on both truths are judged rightly as often as wanted. */
function fewestOf(designs: readonly DecidedDesign[], kind: keyof Effort): number | null {
  const other = kind === 'points' ? 'noise' : 'points';
  const rising = designs.filter((design) => design[other] === 1).sort((a, b) => a[kind] - b[kind]);
  const enough = rising.map(({sharp, soft}) => sharp.right.value >= WANTED && soft.right.value >= WANTED);
  return rising.find((_, i) => enough.slice(i).every(Boolean))?.[kind] ?? null;
}

/**
 * What it would take to decide the shape of an undetermined curve: tables are simulated from the best hinge and from the best smooth curve
 * at its own losses, with the noise that its fit leaves, and judged by the same rule; then with more points and with less noise (a
 * parametric bootstrap of the design, Davison and Hinkley 1997, section 2.2). Null for a curve that is decided, that was not fitted, or
 * whose best hinge breaks at an end of its data.
 */
export function decision(curve: Curve, fit: BentHingeFit, options: DecideOptions): Decision | null {
  const comparison = fit.shape === 'undetermined' ? comparisonOf(curve, fit, options) : null;
  const rivals = comparison && rivalsOf(comparison);
  if (!comparison || !rivals) return null;
  const {points, inflation} = comparison;
  const {chance, direction, continuous, calibration} = curve;
  const design: TableDesign = {
    points,
    dependence: {runs: trainingRuns(points), inflation},
    sd: rivals.sd,
    metric: {chance, direction, continuous, calibration},
  };
  const designs = (options.efforts ?? EFFORTS).map((effort) => decidedDesign(design, rivals, effort, options));
  return {
    replicates: options.replicates,
    correlation: correlationOf(inflation),
    truths: {sharp: {onset: rivals.sharp.onset}, soft: {curve: rivals.soft.curve}},
    designs,
    wanted: WANTED,
    fewest: {points: fewestOf(designs, 'points'), noise: fewestOf(designs, 'noise')},
  };
}
