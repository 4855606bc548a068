import type {BentHingeFit} from '../bentHinge.ts';
import {prepareResampling, type ResamplingOptions, resampler} from './resampling.ts';

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
  const multiplier = resampling.draw(0);
  const {fits} = resampling.nulls;
  const least = Math.min(...fits.map(({bic}) => bic));
  const hopeful = fits.filter(({bic}) => bic - least < HOPELESS);
  return {
    statistics: hopeful.map((one) => {
      const {observed, resampled} = resampler(resampling, one);
      return {
        name: one.name,
        statistic: observed,
        near: resampling.near.has(one),
        resampled: resampled(multiplier),
      };
    }),
  };
}
