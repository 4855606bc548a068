import {expect, test} from 'vitest';
import {
  acceptedPieces,
  CRITICAL,
  columnMinima,
  intervalOf,
  mergePieces,
  rowMinima,
} from '../../src/inference/profile.ts';

test('the accepted pieces of a profile end where it crosses the critical value on straight lines', () => {
  const at = [0, 1, 2, 3, 4, 5, 6];
  const ratio = [4, 2, 1, 3, 2, 0, 0.5].map((units) => (units / 2) * CRITICAL);
  // Twice, 1, 1/2, 3/2, 1, 0 and 1/4 of the critical value: a value at it is outside.
  const pieces = acceptedPieces(at, ratio);
  expect(pieces.map(([low, high]) => [low, Number(high.toFixed(12))])).toEqual([
    [1, 2.5],
    [4, 6],
  ]);
  // From 2 to 0 units the critical value of 1 is half way.
  expect(acceptedPieces([0, 10], [2 * CRITICAL, 0])).toEqual([[5, 10]]);
  expect(acceptedPieces([0, 1], [Number.POSITIVE_INFINITY, 0])).toEqual([[1, 1]]);
  expect(acceptedPieces([0, 1], [9, 9])).toEqual([]);
});

test('pieces are merged where they touch, and an interval holds its estimate', () => {
  const merged = mergePieces([
    [3, 4],
    [0, 1],
    [1, 2],
  ]);
  expect(merged).toEqual([
    [0, 2],
    [3, 4],
  ]);
  expect(intervalOf(2.5, merged)).toEqual({estimate: 2.5, low: 0, high: 4, pieces: merged});
  expect(intervalOf(5, [[3, 4]])).toEqual({estimate: 5, low: 3, high: 5});
});

test('minima are those of the columns and of the rows', () => {
  const table = Float64Array.of(3, 1, 2, 0, 5, 4);
  expect([...columnMinima(table, 3)]).toEqual([0, 1, 2]);
  expect([...rowMinima(table, 3)]).toEqual([1, 0]);
});
