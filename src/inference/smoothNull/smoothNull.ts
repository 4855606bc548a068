import type {BentHingeFit} from '../bentHinge.ts';
import type {SmoothNull, SmoothNullEntry} from '../evidence.ts';
import {leastResidual} from './bases.ts';
import {prepareResampling, type ResamplingOptions, resampler} from './resampling.ts';

/** How the smooth-null test is run. */
export interface SmoothNullOptions extends ResamplingOptions {
  /** Resamples of each null. */
  readonly resamples: number;
}

/**
 * Bootstrap test of a hinge (w = 0) against the best smooth curves. For each null T = n_eff ln(RSS of the null / RSS of the hinge); its p
 * is (1 + resamples with T at least as large) / (1 + resamples) with values drawn around the fitted null and both curves fitted anew
 * (Davison and Hinkley 1997, equation 4.11). The answer is the largest p over the nulls within 10 BIC points of the best: it rejects only
 * if every smooth curve that is not itself ruled out is rejected. It rejects these families; it does not prove a kink.
 * Null where nothing was fitted, or without the detail of the fit.
 */
export function smoothNull(fit: BentHingeFit, {resamples, ...options}: SmoothNullOptions): SmoothNull | null {
  const resampling = prepareResampling(fit, options);
  if (!resampling) return null;
  const {nulls, near, hinge, bootstrap, blind} = resampling;
  const least = leastResidual(hinge, nulls.centred.y);
  const tested = [...near].map((one) => ({fit: one, test: resampler(resampling, one), beyond: 0}));
  for (let index = 0; index < resamples; index++) {
    const multiplier = resampling.draw(index);
    for (const one of tested) if (one.test.resampled(multiplier) >= one.test.observed) one.beyond++;
  }
  const entries = nulls.fits.map((one): SmoothNullEntry => {
    const found = tested.find((other) => other.fit === one);
    return {
      name: one.name,
      bic: one.bic,
      statistic: found?.test.observed ?? nulls.effective * Math.log(one.rss / least),
      p: found ? (1 + found.beyond) / (1 + resamples) : null,
    };
  });
  const worst = entries.reduce((best, entry) => ((entry.p ?? 0) > (best.p ?? 0) ? entry : best));
  return {
    p: worst.p!,
    null: worst.name,
    statistic: worst.statistic,
    resamples,
    bootstrap,
    nulls: entries,
    blind,
    adjusted: null,
  };
}
