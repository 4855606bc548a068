import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {fitAtTruth, foreseen, foreseenErrors} from '../../src/inference/recovery/foreseen.ts';
import {recoverLaw} from '../../src/inference/recovery/recovered.ts';
import {TOLD_BY} from '../../src/science/laws/needs.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {parse} from '../config/messages.ts';

const study = (recover: string, run = 0.02) =>
  parse(`name: f
population: {grid: {params: {from: 7e7, to: 1.6e10, count: 6}, tokens: {from: 5e9, to: 5e11, count: 6}}}
loss: besiroglu2024
noise: {run: ${run}, checkpoint: 0}
recover: [${recover}]
`).experiment;

const told = (recover: string, run?: number) => {
  const experiment = study(recover, run);
  return foreseen(experiment.recover![0]!, experiment);
};

/** Three sizes with nine lengths of training, and the rest of a grid. */
const training = (rest: string) =>
  `{loss: kaplan2020-training, population: {grid: {params: [393200, 2e7, 1.5e9], tokens: {from: 1e9, to: 4e11, count: 9}, ${rest}}}}`;
const UNIQUE = 'unique: [2.1e7, 6.88e8, 2.2e10]';

describe('the batches of the law along training', () => {
  test('tell nothing of the critical batch where all are one, far above it', () => {
    expect(told(training(`${UNIQUE}, batch: 3e7`))).toEqual([{names: ['Bstar', 'aB'], kind: 'same', vary: ['batch']}]);
  });

  test('tell only the product of Sc and Bstar where all are far below the critical one', () => {
    expect(told(training(`${UNIQUE}, batch: [2048, 4096]`))).toEqual([
      {names: ['Sc', 'Bstar'], kind: 'narrow', vary: ['tokens', 'batch']},
    ]);
  });

  test('tell it where they are one in the middle of many runs: the critical batch changes with the loss', () => {
    expect(told(training(`${UNIQUE}, batch: 524288`))).toEqual([]);
  });

  test('are not what is missing where no data set runs out', () => {
    expect(told(training('batch: [16384, 131072, 1048576]'))).toEqual([
      {names: ['Dc', 'aD'], kind: 'unreached', vary: ['unique']},
    ]);
  });
});

describe('runs on one line of log size and log tokens', () => {
  const on = (rest: string) =>
    told(`{loss: besiroglu2024, population: {grid: {params: {from: 1e7, to: 1e10, count: 40}, ${rest}}}}`);

  test('should vary the tokens of a parameter where all have as many', () => {
    const [one] = on('tokensPerParam: 20');
    expect(one).toMatchObject({kind: 'same', vary: ['tokensPerParam']});
    expect(one!.names).toEqual(expect.arrayContaining(['A', 'alpha', 'B', 'beta']));
  });

  test('should vary one beside the other where all have one compute', () => {
    expect(on('compute: 1e20')).toMatchObject([{kind: 'tied', vary: ['params', 'tokens']}]);
  });

  test('are no line with a second count of tokens for each parameter', () => {
    expect(on('tokensPerParam: [20, 20.1]')).toMatchObject([{kind: 'narrow', vary: ['params', 'tokens']}]);
  });
});

describe('other constants that runs will not tell', () => {
  const grid = 'params: {from: 3e8, to: 3.2e10, count: 5}, tokens: {from: 3.3e10, to: 3e12, count: 5}';
  const scheduled = (schedule: string) =>
    told(`{loss: du2024, population: {grid: {${grid}, schedule: ${schedule}}}}`, 1e-3);

  test('are the floor and the term of the schedule at one learning rate, and that term where all have ended', () => {
    expect(scheduled('constant')).toEqual([{names: ['E', 'delta'], kind: 'same', vary: ['schedule']}]);
    expect(scheduled('cosine')).toEqual([{names: ['delta'], kind: 'unreached', vary: ['schedule']}]);
    expect(scheduled('[cosine, constant]')).toEqual([]);
  });

  test('are floor, scale and exponent of size from two sizes, however little noise there is', () => {
    const [one] = told(
      '{loss: besiroglu2024, population: {grid: {params: [1e8, 1e10], tokens: {from: 5e9, to: 5e11, count: 6}}}}',
      0,
    );
    expect(one).toMatchObject({names: ['E', 'A', 'alpha'], kind: 'narrow'});
    expect(told('{loss: besiroglu2024}', 0)).toEqual([]);
  });

  test('are those that the noise hides', () => {
    expect(told('{loss: besiroglu2024}', 0.005)).toEqual([]);
    expect(told('{loss: besiroglu2024}', 0.2).flatMap(({names}) => names)).toContain('B');
  });

  test('are not foretold of a form that was not put in, nor of a constant that was put in as 0', () => {
    expect(told('{loss: besiroglu2024, fit: kaplan}', 0.2)).toEqual([]);
    const both =
      '{grid: {params: {from: 7e7, to: 1.6e10, count: 6}, tokens: {from: 5e9, to: 5e11, count: 6}, schedule: [cosine, constant]}}';
    expect(told(`{loss: besiroglu2024, population: ${both}}`, 0.005)).toEqual([]);
  });
});

test('errors are foreseen as they are over seeds', () => {
  const experiment = study(
    '{loss: kaplan2020-n, resamples: 0, population: {grid: {params: {from: 768, to: 1.5e9, count: 48}, tokens: 1e11}}}',
  );
  const [recovery] = experiment.recover!;
  const seeds = 100;
  const laws = Array.from({length: seeds}, (_, replicate) => recoverLaw(recovery!, experiment, replicate));
  foreseenErrors(fitAtTruth(recovery!), experiment.noise).forEach((error, k) => {
    const found = laws.map(({parameters}) => Math.log(parameters[k]!.estimate));
    const mean = found.reduce((sum, value) => sum + value, 0) / seeds;
    const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seeds - 1);
    // A standard deviation over seeds is known to 1 / sqrt(2 seeds) of itself.
    expect(Math.abs(Math.sqrt(variance) / error - 1)).toBeLessThan(4 / Math.sqrt(2 * seeds));
  });
});

test('what tells a constant is known of every constant of every law', () => {
  const names = Object.fromEntries(LAWS.map(({name, parameters}) => [name, Object.keys(parameters)]));
  expect(Object.fromEntries(Object.entries(TOLD_BY).map(([form, of]) => [form, Object.keys(of)]))).toEqual(names);
});

test('the configs of this repository are warned of nothing', () => {
  const folder = new URL('../../configs/', import.meta.url);
  const texts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .filter((text) => /^recover:/m.test(text));
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    const {experiment} = parse(text);
    for (const recovery of experiment.recover!) expect(foreseen(recovery, experiment)).toEqual([]);
  }
});
