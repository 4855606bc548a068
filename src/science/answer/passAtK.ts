import {power} from '../../numeric/power.ts';
import type {Sampling} from '../sampling.ts';

type Attempts = Pick<Sampling, 'samples' | 'k'>;

/**
 * The unbiased estimator of pass@k by the right answers c = 0 to n among n samples, 1 - C(n - c, k) / C(n, k)
 * (Chen et al. 2021, equation 1, arXiv:2107.03374); shape [n + 1].
 */
export function passAtKEstimates({samples: n, k}: Attempts): Float64Array {
  const out = new Float64Array(n + 1);
  let none = 1;
  for (let c = 0; c <= n; c++) {
    out[c] = 1 - none;
    // C(n - c - 1, k) over C(n - c, k), which is 0 once fewer than k samples are wrong.
    none *= Math.max(n - c - k, 0) / Math.max(n - c, 1);
  }
  return out;
}

/** 1 - (1 - q)^k, the probability that one of k attempts is right where each is with probability q. */
export function passAtK(q: number, k: number): number {
  return 1 - power(1 - q, k);
}

/** P(two random sets of k among n samples share j), the hypergeometric law; shape [k + 1]. */
function overlaps({samples: n, k}: Attempts): Float64Array {
  const out = new Float64Array(k + 1);
  let term = 1;
  let sum = 0;
  for (let j = Math.max(0, 2 * k - n); j <= k; j++) {
    out[j] = term;
    sum += term;
    term *= (k - j) ** 2 / ((j + 1) * (n - 2 * k + j + 1));
  }
  return out.map((value) => value / sum);
}

/**
 * Mean square of the estimator over its samples, as a function of q. The estimator is the share of the sets of k samples that hold a right
 * one, its square the share of pairs of sets that both do: 1 - 2 (1 - q)^k + sum over j of P(they share j) (1 - q)^(2k - j).
 */
export function passAtKSquare(attempts: Attempts): (q: number) => number {
  const shared = overlaps(attempts);
  return (q) => {
    const none = power(1 - q, attempts.k);
    let sum = 0;
    for (const share of shared) sum = sum * (1 - q) + share;
    return 1 - 2 * none + none * sum;
  };
}
