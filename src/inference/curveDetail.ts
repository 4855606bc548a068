import {candidateTable} from './candidates.ts';
import {classical} from './classical.ts';
import {collapse} from './collapse/collapse.ts';
import {decision} from './decide/decide.ts';
import {drawnProfile} from './drawnProfile.ts';
import type {Residuals} from './evidence.ts';
import type {CurveFinding} from './findings.ts';
import {forecasts} from './forecast/forecasts.ts';
import {residualsOf} from './hingeLine.ts';
import type {Judging} from './judging.ts';
import {shapeFreeOnset} from './shapeFree/onset.ts';
import {smoothNull} from './smoothNull/smoothNull.ts';
import type {FittedCurve} from './summary.ts';

/** Everything that one fitted curve says by itself. */
export type CurveDetail = Omit<CurveFinding, 'truth' | 'rates'>;

/** Residuals of the bent hinge over their standard deviations: whitened, scaled to mean square 1 with the degrees of freedom. */
function standardResiduals({curve, fit}: FittedCurve): Residuals {
  if (!fit.detail) return {loss: [], value: [], run: []};
  const {points, noise, bent} = fit.detail.comparison;
  const white = residualsOf(bent, points).map((value, i) => value * noise.root[i]!);
  const square = white.reduce((sum, value) => sum + value * value, 0);
  const sd = Math.sqrt(square / Math.max(white.length - bent.shape.parameters, 1));
  return {
    loss: Array.from(points.x),
    value: Array.from(white, (value) => (sd > 0 ? value / sd : 0)),
    run: Array.from(points.order, (place) => curve.run[place]!),
  };
}

/** Everything that is reported of one fitted curve; `key` names it for its random numbers. */
export function curveDetail(fitted: FittedCurve, judging: Judging, key: string): CurveDetail {
  const {resamples, seed, rule, decide = 0, kernel} = judging;
  const {world, benchmark, metric, curve, fit} = fitted;
  const early = curve.calibration ? {highest: fit.estimator.window[1]} : {};
  return {
    world,
    benchmark,
    metric,
    points: fit.points,
    onset: fit.onset,
    width: fit.width,
    relativeWidth: fit.relativeWidth,
    shape: fit.shape,
    reason: fit.reason,
    widthLimit: fit.widthLimit,
    estimator: fit.estimator,
    plateau: fit.detail?.plateau ?? null,
    rise: fit.detail?.rise ?? null,
    smoothNull: resamples > 0 ? smoothNull(fit, {resamples, seed, key}) : null,
    shapeFree: shapeFreeOnset(curve, early),
    collapse: collapse(curve),
    forecasts: forecasts(curve, {onset: fit.onset?.estimate ?? null, ...early}),
    candidates: candidateTable(fit),
    classical: classical(curve, {seed, key, resamples}),
    fitted: fit.detail?.fitted ?? {loss: [], value: []},
    profile: fit.detail ? drawnProfile(fit.detail.comparison.optimum) : null,
    residuals: standardResiduals(fitted),
    ...(decide > 0
      ? {decision: decision(curve, fit, {rule, seed, key, replicates: decide, ...(kernel && {kernel})})}
      : {}),
  };
}
