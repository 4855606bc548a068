import type {BentHingeFit} from '../bentHinge.ts';
import type {SmoothNull, SmoothNullEntry} from '../evidence.ts';
import {makeGrid} from '../grid.ts';
import {blocksOf} from '../resamples.ts';
import {leastResidual} from './bases.ts';
import {hingeBases} from './refit.ts';
import {prepareResampling, type ResamplingOptions, resampler} from './resampling.ts';

/** How the smooth-null test is run. */
export interface SmoothNullOptions extends ResamplingOptions {
  /** Resamples of each null. */
  readonly resamples: number;
}

/**
 * Bootstrap test of a hinge (w = 0, of the shape chosen for the bent hinge) against the best smooth curves. For each null
 * T = n_eff ln(RSS of the null / RSS of the hinge), at least 0; its p is (1 + resamples with T at least as large) / (1 + resamples), with
 * values drawn around the fitted null and both curves fitted anew (Davison and Hinkley 1997, equation 4.11). A hinge that fits no better
 * than the null has T = 0 and p = 1: neither curve is a case of the other (Cox 1961), so without that floor a null that is not quite right
 * would be rejected for a hinge that is further off. The answer is the largest p over the nulls within 10 BIC points of the best: it
 * rejects only if every smooth curve that is not itself ruled out is rejected. It rejects these families; it does not prove a kink.
 * `statistic` is T before that floor. Null where nothing was fitted, or without the detail of the fit.
 */
export function smoothNull(fit: BentHingeFit, {resamples, ...options}: SmoothNullOptions): SmoothNull | null {
  const resampling = prepareResampling(fit, options);
  if (!resampling) return null;
  const {nulls, near, bootstrap, blind} = resampling;
  const {points, bent, optimum} = fit.detail!.comparison;
  const hinge = hingeBases(nulls.centred, points.x, bent.shape, makeGrid(points.x));
  const least = leastResidual(hinge, nulls.centred.y);
  const tested = [...near].map((one) => ({
    fit: one,
    test: resampler(resampling, one, hinge, optimum.kernel.rests),
    beyond: 0,
  }));
  const open = tested.filter(({test}) => test.observed > 0);
  for (const block of open.length > 0 ? blocksOf(resamples) : []) {
    const multipliers = block.map(resampling.draw);
    for (const one of open) {
      const beyond = one.test.resampled(multipliers).filter((statistic) => statistic >= one.test.observed);
      one.beyond += beyond.length;
    }
  }
  const pOf = ({test, beyond}: (typeof tested)[number]): number =>
    test.observed > 0 ? (1 + beyond) / (1 + resamples) : 1;
  const entries = nulls.fits.map((one): SmoothNullEntry => {
    const found = tested.find((other) => other.fit === one);
    return {
      name: one.name,
      bic: one.bic,
      statistic: found?.test.observed ?? nulls.effective * Math.log(one.rss / least),
      p: found ? pOf(found) : null,
    };
  });
  const worst = entries.reduce((best, entry) => {
    const further = (entry.p ?? 0) - (best.p ?? 0);
    return further > 0 || (further === 0 && entry.bic < best.bic) ? entry : best;
  });
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
