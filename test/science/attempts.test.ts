import fc from 'fast-check';
import {expect, test} from 'vitest';
import {streamAt, streamKey, uniforms} from '../../src/numeric/stream.ts';
import {passAtK, passAtKEstimates, passAtKSquare} from '../../src/science/answer/passAtK.ts';
import {passUntil, passUntilSquare, rateOf} from '../../src/science/answer/passUntil.ts';
import {sampledMeans} from '../../src/science/answer/sampledMeans.ts';
import {normalRule} from '../../src/science/answer/spread.ts';

const probability = fc.double({min: 0, max: 1, noNaN: true});
const sets = fc
  .integer({min: 1, max: 1000})
  .chain((samples) => fc.record({samples: fc.constant(samples), k: fc.integer({min: 1, max: samples})}));

/** P(c of n right) of the binomial law, c = 0 to n, by convolution. */
function binomialLaw(n: number, q: number): number[] {
  let law = [1];
  for (let i = 0; i < n; i++) {
    const next = [...law.map((p) => p * (1 - q)), 0];
    law.forEach((p, c) => {
      next[c + 1]! += p * q;
    });
    law = next;
  }
  return law;
}

test('the estimate of pass@k is the share of the sets of k samples that hold a right one', () => {
  for (let n = 1; n <= 9; n++) {
    for (let k = 1; k <= n; k++) {
      const subsets = Array.from({length: 2 ** n}, (_, mask) => mask).filter(
        (mask) => mask.toString(2).replaceAll('0', '').length === k,
      );
      const estimates = passAtKEstimates({samples: n, k});
      expect(estimates).toHaveLength(n + 1);
      // The right samples are the first c.
      estimates.forEach((estimate, c) => {
        const passing = subsets.filter((mask) => (mask & (2 ** c - 1)) !== 0).length;
        expect(estimate).toBeCloseTo(passing / subsets.length, 12);
      });
    }
  }
});

test('the estimate of pass@k is unbiased at every q, and its mean square is the one of the formula', () => {
  fc.assert(
    fc.property(sets, probability, (attempts, q) => {
      const small = {samples: Math.min(attempts.samples, 60), k: Math.min(attempts.k, 60, attempts.samples)};
      const law = binomialLaw(small.samples, q);
      const estimates = passAtKEstimates(small);
      const mean = (power: number) => law.reduce((sum, p, c) => sum + p * estimates[c]! ** power, 0);
      expect(mean(1)).toBeCloseTo(passAtK(q, small.k), 11);
      expect(mean(2)).toBeCloseTo(passAtKSquare(small)(q), 11);
    }),
    {seed: 5, numRuns: 200},
  );
});

test('pass@k lies between 0 and 1 and its mean square between its squared mean and its mean, up to 1000 samples', () => {
  fc.assert(
    fc.property(sets, probability, (attempts, q) => {
      const mean = passAtK(q, attempts.k);
      const square = passAtKSquare(attempts)(q);
      expect(square).toBeGreaterThan(mean * mean - 1e-12);
      expect(square).toBeLessThan(mean + 1e-12);
      const estimates = passAtKEstimates(attempts);
      expect([estimates[0], estimates[attempts.samples]]).toEqual([0, 1]);
      expect(estimates.every((value, c) => c === 0 || value >= estimates[c - 1]!)).toBe(true);
    }),
    {seed: 6, numRuns: 200},
  );
});

/** Mean of the estimate of PassUntil and of its square over every sequence of waits; a wait of most + 1 stands for all beyond the cap. */
function enumerated(q: number, successes: number, most: number): readonly [number, number] {
  const sums: [number, number] = [0, 0];
  const visit = (waits: readonly number[], chance: number): void => {
    if (waits.length === successes) {
      const value = passUntil(Float64Array.from(waits), 0, 1, {successes, most});
      sums[0] += chance * value;
      sums[1] += chance * value * value;
      return;
    }
    for (let wait = 1; wait <= most + 1; wait++) {
      visit([...waits, wait], chance * (1 - q) ** (wait - 1) * (wait <= most ? q : 1));
    }
  };
  visit([], 1);
  return sums;
}

test.each([
  [2, 2],
  [2, 20],
  [3, 5],
  [3, 20],
  [4, 9],
])(
  'the estimate of PassUntil with %i right answers and at most %i attempts is unbiased, cut short or not',
  (r, most) => {
    for (const q of [0.001, 0.02, 0.1, 0.3, 0.5, 0.9, 1]) {
      const [mean, square] = enumerated(q, r, most);
      expect(mean).toBeCloseTo(q, 12);
      const formula = passUntilSquare({successes: r, most})(q);
      expect(Math.abs(formula / square - 1)).toBeLessThan(1e-3);
    }
  },
);

test('an estimate of PassUntil counts attempts by known answers', () => {
  const rule = {successes: 3, most: 100};
  // Right at attempts 2, 7 and 11.
  expect(passUntil(Float64Array.of(9, 1.2, 4.4, 3.9), 1, 1, rule)).toBe(2 / 10);
  // Right at attempts 40 and 100, the third too late.
  expect(passUntil(Float64Array.of(40, 60, 1), 0, 1, rule)).toBe(2 / 100);
  expect(passUntil(Float64Array.of(1e-9, 1e-9, 1e-9), 0, Number.POSITIVE_INFINITY, rule)).toBe(1);
  expect(passUntil(Float64Array.of(1, 1, 1), 0, 0, rule)).toBe(0);
});

test.each([1e-7, 1e-5, 1e-3, 0.2])(
  'over 200 000 questions of q = %f PassUntil has mean q and the mean square of the formula, to four standard errors',
  (q) => {
    const count = 200_000;
    const rule = {successes: 3, most: 1e5};
    const stream = streamAt(streamKey('attempts test', 'waits'), [Math.round(-Math.log2(q)), 0, 0, 0]);
    const waits = uniforms(stream, 3 * count).map((u) => -Math.log(u));
    const values = Float64Array.from({length: count}, (_, i) => passUntil(waits, 3 * i, rateOf(q), rule));
    const within = (power: number, want: number, slack: number) => {
      const mean = values.reduce((sum, value) => sum + value ** power, 0) / count;
      const square = values.reduce((sum, value) => sum + value ** (2 * power), 0) / count;
      const error = Math.sqrt((square - mean * mean) / count);
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(mean - want)).toBeLessThan(4 * error + slack);
    };
    within(1, q, 0);
    const square = passUntilSquare(rule)(q);
    within(2, square, 1e-3 * square);
  },
);

test('the mean square of PassUntil lies between q^2 and q and rises with q, whatever stops it', () => {
  fc.assert(
    fc.property(
      fc.record({successes: fc.integer({min: 2, max: 30}), most: fc.constantFrom(30, 1000, 1e5)}),
      fc.double({min: -25, max: 0, noNaN: true}),
      (rule, power) => {
        const square = passUntilSquare(rule);
        const q = Math.exp(power);
        // Interpolated to 1e-3.
        expect(square(q)).toBeGreaterThan(q * q * (1 - 1e-3));
        expect(square(q)).toBeLessThanOrEqual(q * (1 + 1e-12));
        expect(square(q)).toBeGreaterThan(square(0.9 * q));
        expect(square(0)).toBe(0);
      },
    ),
    {seed: 7, numRuns: 40},
  );
});

test.each([
  [0, 1],
  [0, 5],
  [0, 100],
  [0.5, 20],
  [1.5, 1],
  [1.5, 100],
])(
  'expected means over questions of spread %f and answers of %i tokens are right to three in a thousand where they are rare too',
  (spread, tokens) => {
    const {nodes, weights} = normalRule();
    const sampling = {samples: 100, k: 10, successes: 3, most: 1e5};
    const means = sampledMeans(spread, tokens, sampling);
    let rarest = 1;
    for (let s = -22; s < 12; s += 0.0717) {
      const over = (read: (q: number) => number) =>
        weights.reduce((sum, w, j) => sum + w * read((1 / (1 + Math.exp(-(s + spread * nodes[j]!)))) ** tokens), 0);
      const q = over((one) => one);
      if (q < 1e-9) continue;
      rarest = Math.min(rarest, q);
      expect(Math.abs(means.passUntil(s) / q - 1)).toBeLessThan(3e-3);
      expect(Math.abs(means.passAtK(s) / over((one) => passAtK(one, 10)) - 1)).toBeLessThan(3e-3);
    }
    expect(rarest).toBeLessThan(1e-7);
  },
);
