import {expect, test} from 'vitest';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {compute} from '../../src/science/run.ts';

test('GPT-3 is asked at four sizes, the largest trained with about the 3.1e23 FLOP that Wei et al. 2022 print', () => {
  const {runs} = POPULATIONS.find(({name}) => name === 'gpt3')!;
  expect(runs.map(({params}) => params)).toEqual([3.5e8, 1.3e9, 6.7e9, 1.75e11]);
  for (const {checkpoints, tokens} of runs) expect([checkpoints, tokens]).toEqual([[3e11], 3e11]);
  const {params, tokens} = runs[3]!;
  expect(Math.abs(compute(params, tokens) / 3.1e23 - 1)).toBeLessThan(0.02);
});
