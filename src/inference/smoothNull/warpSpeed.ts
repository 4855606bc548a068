import type {BentHingeFit} from '../bentHinge.ts';
import {makeGrid} from '../grid.ts';
import {hingeResidual} from './refit.ts';
import {prepareResampling, type ResamplingOptions, resampleOnce} from './resampling.ts';

/** One null hypothesis of one replicate. */
export interface WarpStatistic {
  readonly name: string;
  /** Likelihood ratio of the hinge against it. */
  readonly statistic: number;
  /** Whether it is within 10 BIC points of the best. */
  readonly near: boolean;
  /** The same of one resample drawn around it. */
  readonly resampled: number;
}

/** What one replicate adds to the rate of rejection of the smooth-null test: plain data that a worker can hand back. */
export interface WarpSpeed {
  readonly statistics: readonly WarpStatistic[];
}

/** A null this many BIC points above the best is near in no replicate of the same study. */
const HOPELESS = 60;

/**
 * The smooth-null test with one resample for each null that is not hopeless, near or not, of one replicate: the replicates of a simulation together are the
 * bootstrap (warp-speed method: Giacomini, Politis and White 2013, section 2). Null where nothing was fitted, or without the detail of the fit.
 */
export function warpSpeed(fit: BentHingeFit, options: ResamplingOptions): WarpSpeed | null {
  const resampling = prepareResampling(fit, options);
  if (!resampling) return null;
  const {points, noise, bent, optimum} = fit.detail!.comparison;
  const {fits, centred} = resampling.nulls;
  const hinge = hingeResidual(centred, {
    x: points.x,
    noise,
    shape: bent.shape,
    grid: makeGrid(points.x),
    kernel: optimum.kernel,
  });
  const observed = hinge(centred.y);
  const least = Math.min(...fits.map(({bic}) => bic));
  const hopeful = fits.filter(({bic}) => bic - least < HOPELESS);
  return {
    statistics: hopeful.map((one) => {
      const {statistic, resampled} = resampleOnce(resampling, one, hinge, observed);
      return {name: one.name, statistic, near: resampling.near.has(one), resampled};
    }),
  };
}
