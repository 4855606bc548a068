import {expect, test} from 'vitest';
import {peakReach, peakUpper} from '../../src/inference/classical/peakLaw.ts';
import {normalUpper} from '../../src/numeric/normalCdf.ts';

/** Variances before a break where those after it are 1. */
const VARIANCES = [1, 0.01, 0.3, 2, 40];
const lower = (x: number): number => normalUpper(-x);

/** 1 - G(x) for x > 0 as Bai (1997, appendix B) prints it, phi = xi (phi2 / phi1)^2. */
function baiRight(x: number, xi: number, phi: number): number {
  const frac = (xi * xi) / phi;
  const fall = Math.exp((-frac * x) / 8) / Math.sqrt(2 * Math.PI);
  const steep = ((xi / phi) * (2 * phi + xi)) / (phi + xi);
  const tilted = Math.exp(((phi + xi) * x) / 2) * lower((-(phi + xi / 2) / Math.sqrt(phi)) * Math.sqrt(x));
  const straight = (2 * phi + xi) ** 2 / ((phi + xi) * phi) - 2 + (frac * x) / 2;
  return -Math.sqrt(frac * x) * fall - steep * tilted + straight * lower(-Math.sqrt(frac * x) / 2);
}

/** G(-x) for x > 0. */
function baiLeft(x: number, xi: number, phi: number): number {
  const frac = xi / phi;
  const fall = (Math.sqrt(x) * Math.exp(-x / 8)) / Math.sqrt(2 * Math.PI);
  const steep = ((phi / xi) * (phi + 2 * xi)) / (phi + xi);
  const tilted = Math.exp((frac * (1 + frac) * x) / 2) * lower(-(0.5 + frac) * Math.sqrt(x));
  const straight = x / 2 - 2 + (phi + 2 * xi) ** 2 / ((phi + xi) * xi);
  return -fall - steep * tilted + straight * lower(-Math.sqrt(x) / 2);
}

test('the law of the highest point is that of Bai on either side', () => {
  // The printed form multiplies an exponential by a tail, which overflows where the sides differ more or later.
  for (const [one, xi] of [0.3, 1, 2].flatMap((one) => [0.2, 1, 6].map((xi) => [one, xi] as const))) {
    const phi = xi / one;
    for (const time of [0.001, 0.2, 1, 7.7, 20]) {
      // Before the break time runs in units of 4 r^2, after it in units of 4 r^2 phi / xi^2.
      const left = peakUpper(Math.sqrt(time) / 2, {own: one, other: 1});
      const right = peakUpper(Math.sqrt(time) / 2, {own: 1, other: one});
      expect(Math.abs(left - baiLeft(time, xi, phi))).toBeLessThan(1e-11);
      expect(Math.abs(right - baiRight((time * phi) / (xi * xi), xi, phi))).toBeLessThan(1e-11);
    }
  }
});

test('both sides together are certain, and a side without noise never holds it', () => {
  for (const own of VARIANCES) {
    const left = {own, other: 1};
    const right = {own: 1, other: own};
    expect(peakUpper(0, left) + peakUpper(0, right)).toBeCloseTo(1, 14);
    expect(peakUpper(1e-9, left)).toBeCloseTo(peakUpper(0, left), 7);
  }
  expect(peakReach({own: 0, other: 1}, 0.025)).toBe(0);
  expect(peakReach({own: 0, other: 0}, 0.025)).toBe(0);
});

test('only the ratio of the variances counts, to the ends of the numbers', () => {
  for (const r of [0, 0.5, 2]) {
    for (const size of [1e-300, 1e307, 8e307]) {
      const [alike, known] = [size, 1].map((one) => peakUpper(r, {own: 2 * one, other: one}));
      // The ratio is exact: halves of a unit of 2^-52 are made by the sums alone.
      expect(Math.abs(alike! / known! - 1)).toBeLessThan(1e-14);
    }
  }
});

test('the reach is exceeded with the given probability, and where the sides are alike is at the points 7.7 and 11.0 of Bai', () => {
  for (const own of VARIANCES) {
    const sides = {own, other: 1};
    for (const tail of [0.005, 0.025, 0.05]) {
      if (peakUpper(0, sides) > tail) expect(peakUpper(peakReach(sides, tail), sides)).toBeCloseTo(tail, 13);
      else expect(peakReach(sides, tail)).toBe(0);
    }
  }
  const point = (tail: number): string => (4 * peakReach({own: 1, other: 1}, tail) ** 2).toFixed(1);
  expect([point(0.05), point(0.025)]).toEqual(['7.7', '11.0']);
  // Without noise on the other side the integral is closed: 2 {(1 + r^2) P(Z > r) - r phi(r)}.
  const alone = peakReach({own: 1, other: 0}, 0.025);
  const density = Math.exp((-alone * alone) / 2) / Math.sqrt(2 * Math.PI);
  expect(2 * ((1 + alone * alone) * normalUpper(alone) - alone * density)).toBeCloseTo(0.025, 13);
});
