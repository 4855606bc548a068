import {expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {compute} from '../../src/science/run.ts';
import {sourceAt} from '../../src/science/schedule.ts';

const {runs} = POPULATIONS.find(({name}) => name === 'llama')!;
const form = LAWS.find(({presets}) => Object.hasOwn(presets, 'llama'))!;
const law = form.build(form.presets.llama!.values);

/** Last losses of the runs in Fig 3 of Du et al. 2024, read by us. */
const ENDS = {'7B': 1.8, '13B': 1.73, '33B': 1.62, '65B': 1.56};

test.each(Object.entries(ENDS))('the run of %s ends at a loss of %d', (name, end) => {
  const run = runs.find((one) => one.name === name)!;
  expect(Math.abs(law(sourceAt(run, run.tokens)) - end)).toBeLessThan(0.005);
});

test('the largest run is in the region where the paper finds it after a tenth of its tokens', () => {
  const run = runs.find(({name}) => name === '65B')!;
  expect(Math.abs(law(sourceAt(run, 0.1 * run.tokens)) - 1.8)).toBeLessThan(0.015);
});

test('training the largest took 5.5e23 FLOP', () => {
  const {params, tokens} = runs.find(({name}) => name === '65B')!;
  expect(compute(params, tokens) / 1e23).toBeCloseTo(5.5, 1);
});
