import {expect, test} from 'vitest';
import {chiSquareUpper} from '../../src/numeric/chiSquare.ts';
import {fillUniforms, LANES, laneState} from '../../src/numeric/lanes.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';

/** The p-value beyond which, on either side, these tests fail. */
const ALPHA = 1e-4;

const CELLS = 1024;
const BLOCKS = 64;
const PER_CELL = BLOCKS * LANES;
const KEY = streamKey('uniform draws', 'test');

/** 2^20 uniform numbers of 1024 checkpoints, shape [CELLS, BLOCKS, LANES]. */
const all = new Float32Array(CELLS * PER_CELL);
for (let cell = 0; cell < CELLS; cell++) {
  fillUniforms(laneState(streamAt(KEY, [0, 1, cell, 2])), BLOCKS, all.subarray(cell * PER_CELL, (cell + 1) * PER_CELL));
}

/** P-value of the chi-square test of even bins, two-sided: bins that are too even are as bad. */
function evenness(bins: number, binsOf: Iterable<number>): number {
  const counts = new Float64Array(bins);
  let total = 0;
  for (const bin of binsOf) {
    counts[bin]! += 1;
    total += 1;
  }
  const expected = total / bins;
  const p = chiSquareUpper(
    counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0),
    bins - 1,
  );
  return 2 * Math.min(p, 1 - p);
}

test('2^20 uniform numbers fill 1024 bins evenly', () => {
  expect(
    evenness(
      1024,
      Array.from(all, (u) => Math.floor(1024 * u)),
    ),
  ).toBeGreaterThan(ALPHA);
});

test('the last eight of their 24 bits fill 256 bins evenly', () => {
  expect(
    evenness(
      256,
      Array.from(all, (u) => (u * 2 ** 24) & 255),
    ),
  ).toBeGreaterThan(ALPHA);
});

test.each([
  ['the next lane', 1],
  ['the next question of the lane', LANES],
  ['the same question at the next checkpoint', PER_CELL],
])('a uniform number and that of %s fill a grid of 32 x 32 evenly', (_, lag) => {
  // Pairs that do not overlap, for which the chi-square law holds: every second stretch of `lag` numbers with the one after it.
  const pairs = Array.from(all.keys()).filter((i) => Math.floor(i / lag) % 2 === 0);
  const grid = pairs.map((i) => Math.floor(32 * all[i]!) * 32 + Math.floor(32 * all[i + lag]!));
  expect(evenness(1024, grid)).toBeGreaterThan(ALPHA);
});
