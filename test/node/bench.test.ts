import {expect, test} from 'vitest';
import {runNode} from '../runNode.ts';

/** Every number below a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test('the bench prints one line of JSON with kernels, surrogate, threads, fits, figures and the main job by stage', () => {
  const {status, stdout, stderr} = runNode(['scripts/bench.mjs', '--quick', '--json']);
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  expect(stdout.trimEnd()).not.toContain('\n');
  const {machine, ...measured} = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
  expect(Object.keys(machine!)).toEqual(['cpu', 'cores', 'node', 'date']);
  expect(measured).toMatchObject({
    kernel: {reference: expect.any(Number), simd: expect.any(Number)},
    surrogate: {1: {tables: expect.any(Number), best: expect.any(Number)}, 2: {best: expect.any(Number)}},
    workers: {1: expect.any(Number), 2: expect.any(Number)},
    fits: {'threshold, mmlu, accuracy': {median: expect.any(Number)}},
    main: {seconds: {simulate: expect.any(Number), fit: expect.any(Number)}, wall: expect.any(Number)},
  });
  expect(numbersIn(measured).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
});
