import {leastSquares} from '../../numeric/leastSquares.ts';
import {bayesCriterion} from '../candidates.ts';
import type {BreakModel} from '../evidence.ts';
import {bestJump} from './jumps.ts';
import {plainHinge} from './plainHinge.ts';
import type {Sample} from './sample.ts';
import {segmentedFit} from './segmented.ts';

/**
 * Polynomials and models with one break side by side, unweighted (the models of Fong et al. 2017, "chngpt: threshold regression model estimation and
 * inference", by exact search). A model that cannot be fitted is left out. On a curve that bends softly a model with a break wins often:
 * BIC against lines and cubics is no test of a break.
 */
export function breakModels({x, y}: Pick<Sample, 'x' | 'y'>): BreakModel[] {
  const n = x.length;
  if (n === 0) return [];
  const sample = {x, y, weight: null};
  const centre = x.reduce((sum, value) => sum + value, 0) / n;
  const powers = [0, 1, 2, 3].map((power) => x.map((value) => (value - centre) ** power));
  const model = (name: BreakModel['name'], count: number, fit: Pick<BreakModel, 'at' | 'rss'> | null): BreakModel[] =>
    fit ? [{name, at: fit.at, rss: fit.rss, count, bic: bayesCriterion(fit.rss, count, n)}] : [];
  const polynomial = (name: BreakModel['name'], degree: number) =>
    model(name, degree + 1, {at: null, rss: leastSquares(powers.slice(0, degree + 1), y).rss});
  const hinge = plainHinge(sample);
  const segmented = segmentedFit(sample);
  return [
    ...polynomial('line', 1),
    ...polynomial('quadratic', 2),
    ...polynomial('cubic', 3),
    ...model('hinge', 3, hinge && {at: hinge.eta, rss: hinge.rss}),
    ...model('segmented', 4, segmented && {at: segmented.psi.value, rss: segmented.rss}),
    ...model('step', 3, bestJump(sample, 'mean')),
    ...model('stegmented', 5, bestJump(sample, 'line')),
  ];
}
