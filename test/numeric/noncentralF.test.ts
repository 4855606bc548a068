import {describe, expect, test} from 'vitest';
import {noncentralFCdf, noncentralityInterval} from '../../src/numeric/noncentralF.ts';

/** f, degrees of freedom, noncentrality, pf(f, first, second, ncp) of R 4.2.2. */
const KNOWN = [
  [1.5, 3, 20, 2, 0.523693528339482],
  [3, 6, 30, 12, 0.526444084872593],
  [0.5, 2, 8, 1, 0.259326460804501],
  [10, 12, 200, 65, 0.977346361341052],
  [2.5, 4, 50.5, 0, 0.945977702478106],
] as const;

describe('the noncentral F law', () => {
  test('is that of R', () => {
    for (const [f, first, second, lambda, p] of KNOWN) {
      expect(noncentralFCdf(f, first, second, lambda)).toBeCloseTo(p, 9);
    }
  });

  test('is that of R within 0.001 where it is approximated', () => {
    expect(Math.abs(noncentralFCdf(40, 12, 200, 460) - 0.546793315885173)).toBeLessThan(0.001);
  });

  test('gives the interval whose ends put the observed value at 2.5 and 97.5 %', () => {
    const [low, high] = noncentralityInterval(10, 12, 200);
    expect(noncentralFCdf(10, 12, 200, low)).toBeCloseTo(0.975, 6);
    expect(noncentralFCdf(10, 12, 200, high)).toBeCloseTo(0.025, 6);
    expect(noncentralityInterval(1, 6, 30)[0]).toBe(0);
    expect(noncentralityInterval(0.01, 6, 30)).toEqual([0, 0]);
  });
});
