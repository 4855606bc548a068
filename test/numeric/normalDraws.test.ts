import {beforeAll, describe, expect, test} from 'vitest';
import {chiSquareUpper} from '../../src/numeric/chiSquare.ts';
import {fillNormals, LANES, laneState} from '../../src/numeric/lanes.ts';
import {normalCdf, normalUpper} from '../../src/numeric/normalCdf.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {boxMullerBeyond, kolmogorovTest, poissonTest} from './laws.ts';

/** The smallest p-value that these tests accept, each one alone. */
const ALPHA = 1e-4;

const CELLS = 4096;
const BLOCKS = 64;
const PAIRS = 2;
/** Places of a block: option and lane. */
const PLACES = 2 * PAIRS * LANES;
const PER_CELL = BLOCKS * PLACES;
const DRAWS = CELLS * PER_CELL;

const KEY = streamKey('normal draws', 'test');

/** The draws of one of CELLS cells: 256 checkpoints of every replicate. */
function drawCell(cell: number, out: Float32Array): void {
  fillNormals(laneState(streamAt(KEY, [cell >> 8, 1, cell & 255, 2])), BLOCKS, PAIRS, out);
}

const TAILS = [3, 4, 5];

/** Sums over all draws of all cells. */
const powers = new Float64Array(7);
const beyond = TAILS.map(() => 0);
const sumsByPlace = new Float64Array(PLACES);
const squaresByPlace = new Float64Array(PLACES);
let largest = 0;

beforeAll(() => {
  const z = new Float32Array(PER_CELL);
  for (let cell = 0; cell < CELLS; cell++) {
    drawCell(cell, z);
    for (let i = 0; i < PER_CELL; i++) {
      const x = z[i]!;
      const x2 = x * x;
      powers[1]! += x;
      powers[2]! += x2;
      powers[3]! += x2 * x;
      powers[4]! += x2 * x2;
      powers[5]! += x2 * x2 * x;
      powers[6]! += x2 * x2 * x2;
      sumsByPlace[i % PLACES]! += x;
      squaresByPlace[i % PLACES]! += x2;
      const size = Math.abs(x);
      if (size <= TAILS[0]!) continue;
      largest = Math.max(largest, size);
      TAILS.forEach((tail, t) => {
        if (size > tail) beyond[t]! += 1;
      });
    }
  }
});

describe('the moments of 2^24 normal draws of 4096 cells', () => {
  // Standard errors of standardised central moments of a normal sample: sqrt(variance / n), the variance that of
  // x, x^2, x^3 - 3 x, x^4 - 6 x^2 and x^6 - 45 x^2.
  const near = (value: number, truth: number, variance: number) =>
    expect(Math.abs(value - truth)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
  const m = (k: number) => powers[k]! / DRAWS;
  const variance = () => m(2) - m(1) ** 2;

  test('have mean 0 and variance 1 to four standard errors', () => {
    near(m(1), 0, 1);
    near(variance(), 1, 2);
  });

  test('have no skewness and the fourth moment 3 to four standard errors', () => {
    near((m(3) - 3 * m(1) * m(2) + 2 * m(1) ** 3) / variance() ** 1.5, 0, 6);
    near((m(4) - 4 * m(1) * m(3) + 6 * m(1) ** 2 * m(2) - 3 * m(1) ** 4) / variance() ** 2, 3, 24);
  });

  test('have the sixth moment 15 to four standard errors', () => {
    const sixth =
      m(6) - 6 * m(1) * m(5) + 15 * m(1) ** 2 * m(4) - 20 * m(1) ** 3 * m(3) + 15 * m(1) ** 4 * m(2) - 5 * m(1) ** 6;
    near(sixth / variance() ** 3, 15, 6120);
  });

  test('do not depend on the option or the lane', () => {
    const each = DRAWS / PLACES;
    const means = sumsByPlace.reduce((sum, s) => sum + s ** 2 / each, 0);
    const variances = squaresByPlace.reduce((sum, s) => sum + (s - each) ** 2 / (2 * each), 0);
    for (const statistic of [means, variances]) {
      const p = chiSquareUpper(statistic, PLACES);
      expect(Math.min(p, 1 - p)).toBeGreaterThan(ALPHA / 2);
    }
  });
});

describe('the tails of the normal draws', () => {
  test.each(TAILS.map((tail, t) => [tail, t] as const))(
    'hold as many draws beyond %i as the discretised law says',
    (tail, t) => {
      expect(poissonTest(beyond[t]!, DRAWS * boxMullerBeyond(tail))).toBeGreaterThan(ALPHA);
    },
  );

  test('fall short of the normal law by 0.5 in 100,000 beyond 4 and by 1 in 1000 beyond 5, far less than a study can count', () => {
    const normal = (x: number) => 2 * normalUpper(x);
    const shortfall = (x: number) => 1 - boxMullerBeyond(x) / normal(x);
    expect(Math.abs(shortfall(3))).toBeLessThan(1e-6);
    expect(shortfall(4)).toBeCloseTo(4.7e-6, 7);
    expect(shortfall(5)).toBeCloseTo(0.00104, 5);
    // 100 replicates of 237 checkpoints and 15,388 questions of four options: 837 draws beyond 5, one less than normal.
    const draws = 100 * 237 * 15_388 * 4;
    for (const x of TAILS) {
      expect(draws * normal(x) * Math.abs(shortfall(x))).toBeLessThan(0.05 * Math.sqrt(draws * normal(x)));
    }
  });

  test('end at the largest radius, sqrt(50 ln 2) = 5.887', () => {
    const end = Math.sqrt(50 * Math.LN2);
    const out = new Float32Array(2 * LANES);
    // Lane 0 gives the word 0 first: s0 + s3 = 0.
    const state = Int32Array.from({length: 4 * LANES}, (_, i) =>
      i === LANES ? 123_456_789 : i === 2 * LANES ? 362_436_069 : 0,
    );
    fillNormals(state, 1, 1, out);
    // Single precision: a radius and two factors, each rounded to 6e-8 of itself.
    expect(Math.abs(Math.hypot(out[0]!, out[LANES]!) - end)).toBeLessThan(1e-5);
    expect(largest).toBeGreaterThan(5);
    expect(largest).toBeLessThan(end);
  });
});

describe('the law of the normal draws (Kolmogorov and Smirnov)', () => {
  test('is normal over the beginnings of 4096 cells, p > 1e-4', () => {
    const head = 256;
    const all = new Float64Array(CELLS * head);
    const z = new Float32Array(PER_CELL);
    for (let cell = 0; cell < CELLS; cell++) {
      drawCell(cell, z);
      all.set(z.subarray(0, head), cell * head);
    }
    expect(kolmogorovTest(all, normalCdf)).toBeGreaterThan(ALPHA);
  });

  test('is normal in 512 single cells: their p-values are uniform, p > 1e-4', () => {
    const z = new Float32Array(PER_CELL);
    const p = Float64Array.from({length: 512}, (_, cell) => {
      drawCell(cell, z);
      return kolmogorovTest(Float64Array.from(z), normalCdf);
    });
    expect(kolmogorovTest(p, (x) => x)).toBeGreaterThan(ALPHA);
  });
});
