import {normalUpper} from '../../numeric/normalCdf.ts';
import {type DaviesTest, daviesNormal, daviesPlaces} from './davies.ts';
import {hingeColumn, scoreOf, withoutLine} from './hingeColumn.ts';
import {axisOf} from './lineNull.ts';
import {type Counts, logitFit} from './logit.ts';
import {meanHinge, type PseudoScoreTest} from './pseudoScore.ts';

const lineColumns = (x: Float64Array): Float64Array[] => [new Float64Array(x.length).fill(1), x];

/**
 * Davies' test for counts: T is the signed root of the fall of the deviance when the hinge joins the logit line, a standard normal process
 * without a kink (Davies 1987). x rises. Null where the logit line has no maximum or no hinge can be fitted.
 */
export function daviesLogit(x: Float64Array, counts: Counts, {points = 10} = {}): DaviesTest | null {
  const line = logitFit(lineColumns(x), counts);
  if (!line) return null;
  const tried = daviesPlaces(x, points).flatMap((psi) => {
    const fit = logitFit([...lineColumns(x), hingeColumn(x, psi)], counts);
    const change = fit?.coefficients[2];
    if (!fit || !change) return [];
    return [{psi, t: Math.sign(change) * Math.sqrt(Math.max(line.deviance - fit.deviance, 0))}];
  });
  return tried.length > 0
    ? daviesNormal(
        tried.map(({psi}) => psi),
        tried.map(({t}) => t),
      )
    : null;
}

/** Pseudo-score test for counts (Muggeo 2016): the mean hinge against the working residuals of the logit line, standard normal without a kink. */
export function pseudoScoreLogit(x: Float64Array, counts: Counts, {points = 10} = {}): PseudoScoreTest | null {
  const line = logitFit(lineColumns(x), counts);
  if (!line) return null;
  const weight = line.probability.map((p, i) => counts.trials[i]! * p * (1 - p));
  const residual = weight.map((w, i) => (counts.successes[i]! - counts.trials[i]! * line.probability[i]!) / w);
  const axis = axisOf(x, weight);
  const column = withoutLine(axis, meanHinge(x, points));
  if (!column) return null;
  const statistic = scoreOf(weight, residual, column) / Math.sqrt(column.square);
  return {statistic, p: 2 * normalUpper(Math.abs(statistic))};
}
