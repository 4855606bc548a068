import type {BentHingeFit} from './bentHinge.ts';
import type {Candidate} from './findings.ts';
import type {HingeLine} from './hingeLine.ts';
import type {RivalFit} from './smoothCurves.ts';

/** BIC = n ln(RSS / n) + k ln n, k the free numbers of the mean (their variance not counted). */
export function bayesCriterion(rss: number, count: number, n: number): number {
  return n * Math.log(rss / n) + count * Math.log(n);
}

/** AICc = n ln(RSS / n) + 2 p + 2 p (p + 1) / (n - p - 1), p = k + 1 with the variance (Hurvich and Tsai 1989); the last divisor at least 1. */
export function akaikeCriterion(rss: number, count: number, n: number): number {
  const p = count + 1;
  return n * Math.log(rss / n) + 2 * p + (2 * p * (p + 1)) / Math.max(n - p - 1, 1);
}

/** Akaike weights: exp(-difference / 2), summing to 1. */
export function akaikeWeights(criteria: readonly number[]): number[] {
  const least = Math.min(...criteria);
  const shares = criteria.map((value) => Math.exp(-(value - least) / 2));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function hingeRival(name: string, {frame, shape, rss}: HingeLine, fixed: number): RivalFit {
  return {name, rss, count: shape.parameters - fixed, parameters: {eta: frame.eta, w: frame.w}};
}

/**
 * The candidate table of a fitted curve: smooth curves, the bent hinge and the hinge, on the same points and weights;
 * criteria count n / inflation points. Empty where nothing was fitted with detail.
 */
export function candidateTable({detail}: BentHingeFit): Candidate[] {
  if (!detail) return [];
  const {points, inflation, bent, hinge, smooth} = detail.comparison;
  const rivals = [...smooth, hingeRival('bent hinge', bent, 0), hingeRival('hinge', hinge, 1)];
  const effective = points.x.length / inflation;
  const aicc = rivals.map(({rss, count}) => akaikeCriterion(rss, count, effective));
  const weights = akaikeWeights(aicc);
  return rivals.map(({name, rss, count, parameters}, i) => ({
    name,
    aicc: aicc[i]!,
    bic: bayesCriterion(rss, count, effective),
    weight: weights[i]!,
    parameters,
  }));
}
