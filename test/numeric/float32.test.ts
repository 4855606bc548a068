import {expect, test} from 'vitest';
import {cosPif, exp2f, logf, sinPif} from '../../src/numeric/float32.ts';

const GRID = Array.from({length: 200_001}, (_, i) => i / 200_000);
const f = Math.fround;

function worst(errors: number[]): number {
  return errors.reduce((a, b) => Math.max(a, b), 0);
}

test('exp2f keeps its stated relative error of 2.5e-7 over its whole range', () => {
  expect(worst(GRID.map((t) => Math.abs(exp2f(f(252 * t - 126)) / 2 ** f(252 * t - 126) - 1)))).toBeLessThan(2.5e-7);
});

test('exp2f is exact at whole numbers', () => {
  for (let n = -126; n <= 126; n++) expect(exp2f(n)).toBe(2 ** n);
});

test('logf keeps its stated error of 1.2e-7 (1 + |ln x|)', () => {
  const errors = GRID.slice(1).map((t) => {
    const x = f(t);
    return Math.abs(logf(x) - Math.log(x)) / (1 + Math.abs(Math.log(x)));
  });
  expect(worst(errors)).toBeLessThan(1.2e-7);
});

test('sinPif and cosPif keep their stated error of 2.1e-7', () => {
  expect(worst(GRID.map((t) => Math.abs(sinPif(f(t / 2)) - Math.sin(Math.PI * f(t / 2)))))).toBeLessThan(2.1e-7);
  expect(worst(GRID.map((t) => Math.abs(cosPif(f(t / 2)) - Math.cos(Math.PI * f(t / 2)))))).toBeLessThan(2.1e-7);
});

test('every result is a number of single precision', () => {
  for (const t of GRID.filter((_, i) => i % 1000 === 1)) {
    for (const value of [exp2f(f(20 * t)), logf(f(t)), sinPif(f(t / 2)), cosPif(f(t / 2))])
      expect(f(value)).toBe(value);
  }
});
