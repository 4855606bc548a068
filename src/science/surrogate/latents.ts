import {monotoneSlopes} from '../../numeric/monotone.ts';
import {earlyConfidence} from '../answer/confidence.ts';
import {NEVER} from '../answer/openMeans.ts';
import {tokenLatent} from '../answer/token.ts';
import {type Benchmark, type Confidence, chanceOf} from '../benchmark.ts';
import type {AnswerModel, Latent} from '../latent.ts';

/** Newton steps from the chord: the piece is nearly straight, two reach the last bits. */
const STEPS = 4;

/** Solves s = ratio (early + g(s)) piece by piece of the cubic g: the latent of a ratio s / tau. */
function latentSolver({learned}: Confidence): (ratio: number, early: number) => Latent {
  const s = Float64Array.from(learned, (point) => point[0]);
  const g = Float64Array.from(learned, (point) => point[1]);
  const slope = monotoneSlopes(s, g);
  const last = s.length - 1;
  return (ratio, early) => {
    const at = (i: number) => s[i]! - ratio * (early + g[i]!);
    // g is constant outside its points.
    if (at(0) >= 0) return {s: ratio * (early + g[0]!), tau: early + g[0]!};
    if (at(last) <= 0) return {s: ratio * (early + g[last]!), tau: early + g[last]!};
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(middle) <= 0) low = middle;
      else high = middle;
    }
    const h = s[high]! - s[low]!;
    const rise = g[high]! - g[low]!;
    const b = h * slope[low]!;
    const d = h * slope[high]!;
    const c2 = 3 * rise - 2 * b - d;
    const c3 = b + d - 2 * rise;
    const below = at(low);
    let t = below / (below - at(high));
    for (let i = 0; i < STEPS; i++) {
      const value = below + t * (h - ratio * (b + t * (c2 + t * c3)));
      t = Math.min(Math.max(t - value / (h - ratio * (b + t * (2 * c2 + 3 * t * c3))), 0), 1);
    }
    return {s: s[low]! + h * t, tau: early + g[low]! + t * (b + t * (c2 + t * c3))};
  };
}

/**
 * Latents of a performance as the item model has them, to 1e-6 in expected accuracy but many times as fast: tables and Newton's
 * method instead of bisection to the last bit.
 */
export function quickModel(benchmark: Benchmark, inverse: (share: number) => number): AnswerModel {
  const chance = chanceOf(benchmark);
  if (benchmark.answer.kind === 'open') {
    return {
      latentAt: (performance) => ({s: performance > 0 ? inverse(performance) : NEVER, tau: 1}),
      tokenLatent: tokenLatent(benchmark),
    };
  }
  const solve = latentSolver(benchmark.confidence);
  return {
    tokenLatent: tokenLatent(benchmark),
    latentAt(performance, loss) {
      const early = earlyConfidence(benchmark.confidence, loss);
      const ratio = performance <= 0 ? 0 : inverse(chance + (1 - chance) * performance);
      return solve(Math.max(ratio, 0), early);
    },
  };
}
