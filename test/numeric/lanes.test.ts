import {expect, test} from 'vitest';
import {blocksFor, fillNormals, fillUniforms, LANES, laneState} from '../../src/numeric/lanes.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';

const KEY = streamKey('lanes', 'test');

function draw(cell: number, blocks: number, pairs: number): Float32Array {
  const out = new Float32Array(blocks * pairs * 2 * LANES);
  fillNormals(laneState(streamAt(KEY, [cell, 0, 0, 0])), blocks, pairs, out);
  return out;
}

test('a shorter cell is the beginning of a longer one at the same address', () => {
  expect([...draw(3, 2, 2)]).toEqual([...draw(3, 5, 2).slice(0, 2 * 4 * LANES)]);
});

test('uniform draws lie in [0, 1)', () => {
  const out = new Float32Array(5_000 * LANES);
  fillUniforms(laneState(streamAt(KEY, [4, 0, 0, 0])), 5_000, out);
  expect(out.every((u) => u >= 0 && u < 1)).toBe(true);
});

test('blocks hold every question', () => {
  expect([1, 16, 17, 14_042].map(blocksFor)).toEqual([1, 1, 2, 878]);
});
