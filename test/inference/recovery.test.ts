import {describe, expect, test} from 'vitest';
import {lawData} from '../../src/inference/lawFit/data.ts';
import {fitLaw, thetaOf} from '../../src/inference/lawFit/fit.ts';
import {recoveryFindings, recoveryTable} from '../../src/inference/recovery/finding.ts';
import {recoverLaw} from '../../src/inference/recovery/recovered.ts';
import {equalRatios} from '../../src/numeric/ratios.ts';
import {parse} from '../config/messages.ts';
import {fittableNamed, theoryErrors} from './lawRuns.ts';

const study = (recover: string, noise = 'run: 0.02, checkpoint: 0') =>
  parse(`name: r
population: {grid: {params: {from: 7e7, to: 1.6e10, count: 10}, tokens: {from: 5e9, to: 5e11, count: 10}}}
loss: besiroglu2024
noise: {${noise}}
recover: [${recover}]
`).experiment;

test('a law is recovered alike whatever laws stand beside it, and differently in every replicate', () => {
  const entry = '{name: one, loss: kaplan2020-n, resamples: 3}';
  const [alone, beside] = [study(entry), study(`{name: two, loss: kaplan2020-d, resamples: 5}, ${entry}`)];
  const of = (experiment: typeof alone, replicate: number) =>
    recoverLaw(experiment.recover!.find(({name}) => name === 'one')!, experiment, replicate);
  expect(of(beside, 1)).toEqual(of(alone, 1));
  expect(of(alone, 0)).not.toEqual(of(alone, 1));
});

describe('without noise', () => {
  const experiment = study('{loss: besiroglu2024, resamples: 0}', 'run: 0, checkpoint: 0');
  const [recovery] = experiment.recover!;
  const law = recoverLaw(recovery!, experiment, 0);

  test('every constant is found again to 1e-4, and the exponent that follows from them', () => {
    for (const {name, estimate} of law.parameters) {
      const {alpha, beta} = recovery!.loss.values as Record<string, number>;
      const truth = name === 'a' ? beta! / (alpha! + beta!) : recovery!.loss.values[name]!;
      expect(Math.abs(estimate / truth - 1)).toBeLessThan(1e-4);
    }
    expect(law.parameters.map(({name}) => name)).toEqual(['E', 'A', 'alpha', 'B', 'beta', 'a']);
  });

  test('a bias is the mean of the estimate over the truth, less 1', () => {
    const grown = (factor: number) => ({
      ...law,
      parameters: law.parameters.map((one) => ({...one, estimate: factor * one.estimate})),
    });
    const [finding] = recoveryFindings(experiment.recover!, [[grown(1.1)], [grown(1.3)]]).recovery;
    // The estimates are right to 1e-4; those that are 0.1 and 0.3 off have a standard error of 0.1.
    for (const {bias} of finding!.parameters) {
      expect(Math.abs(bias!.value - 0.2)).toBeLessThan(1.2e-4);
      expect(Math.abs(bias!.mcse - 0.1)).toBeLessThan(1e-4);
    }
  });

  test('there is no interval without resamples', () => {
    expect(law.parameters.every(({low, high}) => low === null && high === null)).toBe(true);
    const [finding] = recoveryFindings(experiment.recover!, [[law]]).recovery;
    expect(finding!.parameters.every(({covered}) => covered === null)).toBe(true);
  });
});

test('the intervals hold the truth about as often as they say: of 60 seeds, 0.95 within four standard errors', () => {
  const experiment = study(
    '{loss: kaplan2020-n, population: {grid: {params: {from: 768, to: 1.5e9, count: 24}, tokens: 1e11}}, resamples: 40}',
  );
  const seeds = 60;
  const laws = Array.from({length: seeds}, (_, replicate) =>
    experiment.recover!.map((one) => recoverLaw(one, experiment, replicate)),
  );
  const [finding] = recoveryFindings(experiment.recover!, laws).recovery;
  for (const {covered, bias} of finding!.parameters) {
    expect(covered!.value).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / seeds));
    expect(Math.abs(bias!.value)).toBeLessThan(4 * bias!.mcse);
  }
  const {rows, columns} = recoveryTable([finding!]);
  expect(rows).toBe(2);
  expect(columns.map(({name}) => name)).toContain('coveredMcse');
});

describe('the schedule of a law', () => {
  const grid = 'params: {from: 3e8, to: 3.2e10, count: 5}, tokens: {from: 3.3e10, to: 3e12, count: 5}';
  const findingOf = (schedule: string) => {
    const recover = `{loss: du2024, population: {grid: {${grid}, schedule: ${schedule}}}, resamples: 10}`;
    const experiment = study(recover, 'run: 1e-4, checkpoint: 0');
    const law = recoverLaw(experiment.recover![0]!, experiment, 0);
    return recoveryFindings(experiment.recover!, [[law]]).recovery[0]!;
  };
  const one = (schedule: string, name: string) => findingOf(schedule).parameters.find((found) => found.name === name)!;

  test('has its extra loss recovered where runs end at different learning rates', () => {
    const {estimate, low, high, truth, warnings} = one('[cosine, constant]', 'delta');
    expect([truth, warnings]).toEqual([0.113, []]);
    expect(low! < estimate! && estimate! < high!).toBe(true);
    // 25 pairs of runs that differ by delta, each run with an error of 1e-4.
    expect(Math.abs(estimate! - 0.113)).toBeLessThan(4 * Math.sqrt(2 / 25) * 1e-4);
  });

  test('is not fitted where all end at the peak: the floor is then a sum, which is not told as the floor', () => {
    const {held} = findingOf('constant');
    expect(held).toEqual([{name: 'delta', truth: 0.113, warnings: ['singular']}]);
    const {estimate, low, high, warnings, covered, bias} = one('constant', 'E');
    expect([low, high, warnings]).toEqual([null, null, ['singular']]);
    // Without an interval it can neither hold the truth nor miss it, and the sum is no estimate of one of its parts.
    expect([covered, bias]).toEqual([null, null]);
    expect(one('constant', 'alpha')).toMatchObject({covered: {n: 1}, bias: {n: 1}});
    // The error of a floor by least squares, from the same runs without noise; noise of 1e-4 nats is largest in ln L at the lowest loss, above the floor.
    const fittable = fittableNamed('du2024');
    const truth = {E: 1.3454 + 0.113, a: 0.9244, alpha: 0.2413, b: 0.2618, beta: 0.4244, delta: 0};
    const law = fittable.law.build(truth);
    const rows = equalRatios(3e8, 3.2e10, 5).flatMap((N) =>
      equalRatios(3.3e10, 3e12, 5).map((D) => {
        const at = {N, Nne: N, D, S: 1, U: Number.POSITIVE_INFINITY, lr: 0};
        return {...at, C: 6 * N * D, loss: law(at)};
      }),
    );
    const fit = fitLaw(fittable, lawData(rows));
    const errors = theoryErrors(fit, thetaOf(fittable, truth), 1e-4 / truth.E);
    const error = truth.E * errors[fit.free.indexOf(fit.names.indexOf('E'))]!;
    expect(Math.abs(estimate! - truth.E)).toBeLessThan(4 * error);
  });

  test('is named as out of reach where all have ended', () => {
    const finding = findingOf('cosine');
    expect(finding.held).toEqual([{name: 'delta', truth: 0.113, warnings: ['held']}]);
    expect(finding.parameters.find(({name}) => name === 'E')!.warnings).toEqual([]);
    const {rows, columns} = recoveryTable([finding]);
    expect([rows, columns.find(({name}) => name === 'parameter')!.values.at(-1)]).toEqual([6, 'delta']);
  });
});

test('a constant that the runs do not identify is marked', () => {
  // Sizes so large that the term of size is far below the noise.
  const experiment = study(
    '{loss: hoffmann2022, population: {grid: {params: {from: 1e14, to: 1e16, count: 6}, tokens: {from: 5e9, to: 5e11, count: 10}}}, resamples: 20}',
  );
  const law = recoverLaw(experiment.recover![0]!, experiment, 0);
  const [finding] = recoveryFindings(experiment.recover!, [[law]]).recovery;
  expect(finding!.parameters.find(({name}) => name === 'A')!.warnings).toContain('wide');
  // Nothing bounds A: it has no interval, which would hold every truth.
  expect(finding!.parameters.find(({name}) => name === 'A')).toMatchObject({low: null, high: null, covered: null});
  expect(finding!.parameters.find(({name}) => name === 'E')!.warnings).toEqual([]);
});
