import {expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {checkpointCount} from '../../src/science/run.ts';
import {sourceAt} from '../../src/science/schedule.ts';

const preset = LAWS.find(({name}) => name === 'du2024')!;
const law = preset.build(preset.presets.du2024!.values);
const population = (name: string) => POPULATIONS.find((entry) => entry.name === name)!.runs;

/** Final losses of Fig 1, read off the figure. */
const FINALS = {'1.5B': 2.185, '6B': 1.943, '32B': 1.764} as const;

test.each(Object.entries(FINALS))('the %s run ends within 0.02 of its published loss %f', (name, published) => {
  const run = population('du2024-large').find((entry) => entry.name === name)!;
  expect(Math.abs(law(sourceAt(run, run.tokens)) - published)).toBeLessThan(0.02);
});

test('the large population has the 107, 71 and 59 checkpoints of Fig 6, each run ending at its budget', () => {
  const runs = population('du2024-large');
  expect(runs.map(({checkpoints}) => checkpoints.length)).toEqual([107, 71, 59]);
  expect(checkpointCount(runs)).toBe(237);
  for (const {checkpoints, tokens} of runs) expect(checkpoints.at(-1)).toBe(tokens);
  expect(runs.map(({tokens}) => Math.round(tokens / 1e10) / 100)).toEqual([2.95, 2.96, 2.47]);
});

test('checkpoints rise in every preset', () => {
  for (const {runs} of POPULATIONS) {
    for (const {checkpoints} of runs) {
      expect(checkpoints.every((tokens, i) => i === 0 || tokens > checkpoints[i - 1]!)).toBe(true);
    }
  }
});

/** Final losses of Fig 2 in order of growing token budget, read off the figure to 0.003; of the six points of 1B the fifth (2.306) has no run in table 5. */
const SMALL: Readonly<Record<string, readonly number[]>> = {
  '300M': [2.727, 2.648, 2.579, 2.575],
  '540M': [2.657, 2.57, 2.493, 2.483, 2.454],
  '1B': [2.538, 2.439, 2.355, 2.336, 2.278],
  '1.5B': [2.378, 2.334, 2.294, 2.273, 2.249, 2.229],
  '3B': [2.299, 2.209, 2.18, 2.135],
  '6B': [2.338, 2.23, 2.135, 2.104],
};

test('the 28 small runs end where Fig 2 shows them, to the 0.031 nats that this law form leaves', () => {
  const runs = population('du2024-small');
  expect(runs).toHaveLength(28);
  const errors = Object.entries(SMALL).flatMap(([family, published]) =>
    runs.filter((run) => run.family === family).map((run, i) => law(sourceAt(run, run.tokens)) - published[i]!),
  );
  expect(errors).toHaveLength(28);
  expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)).toBeLessThan(0.032);
});

test('the small runs with all checkpoints are the same runs, from a quarter of their tokens to their end', () => {
  const runs = population('du2024-small-all');
  const finals = population('du2024-small');
  expect(runs.map(({checkpoints: _, ...rest}) => rest)).toEqual(finals.map(({checkpoints: _, ...rest}) => rest));
  for (const {checkpoints, tokens} of runs) {
    expect(checkpoints).toHaveLength(13);
    expect(checkpoints[0]).toBe(tokens / 4);
    expect(checkpoints.at(-1)).toBe(tokens);
    for (const [i, at] of checkpoints.slice(1).entries()) expect(at - checkpoints[i]!).toBeCloseTo(tokens / 16, 0);
  }
});
