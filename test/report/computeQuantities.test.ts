import {describe, expect, test} from 'vitest';
import {COMPUTE_FORMS} from '../../src/report/quantities/computeForms.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import type {StudyNumbers} from '../../src/report/study.ts';
import {sizeCost, TRAINING_CONSTANTS} from '../../src/science/kaplan/frontier.ts';
import {kaplan2020SizesData} from '../../src/science/populations/kaplan2020.ts';
import type {Of} from '../../src/science/quantity.ts';
import {trainingRows} from '../inference/trainingRows.ts';
import {frontierExponent} from '../science/appendixB.ts';
import {sampleStudy} from './sampleStudy.ts';

/** A study of training alone with three replicates. */
const study: StudyNumbers = (() => {
  const replicates = ['a', 'b', 'c'].map((seed) => trainingRows(kaplan2020SizesData.runs, seed));
  const trajectories = replicates[0]!.map((row) => ({
    ...row,
    params: row.paramsNonEmbedding,
    compute: row.computeNonEmbedding,
    lr: 1,
  }));
  const losses = replicates.map((rows) => Float64Array.from(rows, ({loss}) => loss));
  return {...sampleStudy(), trajectories, samples: {points: trajectories, losses, curves: []}};
})();

const measure = (quantity: string, of: Of, on: StudyNumbers = study) =>
  QUANTITIES.find(({name}) => name === quantity)!.measure(on, of);
const {aN, aS} = TRAINING_CONSTANTS;
const aC = frontierExponent(TRAINING_CONSTANTS);

describe('a quantity of training runs', () => {
  // Four standard deviations of a replicate (three give no sure standard error), and what the parabola over sizes itself is off by.
  test.each([
    ['trainingConstant', {law: 'NS', constant: 'aN'}, aN, 0],
    ['trainingConstant', {law: 'NS', constant: 'aN/aS'}, aN / aS, 0],
    ['lossFrontier', {compute: 'least', constant: 'aC'}, aC, 5e-4],
    ['computeSpending', {part: 'size', compute: 'least', constant: 'exponent'}, aC / aN, 0.01],
    ['computeSpending', {part: 'data', compute: 'least', constant: 'exponent'}, 1 - aC / aN, 0.01],
    ['sizeCost', {ratio: 2.2, part: 'compute'}, sizeCost(2.2).compute, 0.03],
    ['trainingRule', {rule: 'size-of-the-best-stop'}, 2.708, 0],
  ] as const)('%s %o is recovered with its Monte Carlo error', (quantity, of, truth, off) => {
    const {value, error} = measure(quantity, of)!;
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(value - truth)).toBeLessThan(off + 4 * error! * Math.sqrt(3));
  });

  test('the loss at twice the size and the data of 8 times the size follow the fitted exponents', () => {
    const exponent = measure('trainingConstant', {law: 'N', constant: 'aN'})!.value;
    expect(measure('trainingRule', {rule: 'loss-at-twice-the-size'})!.value).toBeCloseTo(2 ** -exponent, 4);
    const ratio = measure('trainingConstant', {law: 'ND', constant: 'aN/aD'})!.value;
    expect(measure('trainingRule', {rule: 'data-at-8-times-the-size'})!.value).toBeCloseTo(8 ** ratio, 2);
  });

  test('the contradiction point is given in powers of ten but for its loss', () => {
    const [compute, loss] = (['compute', 'loss'] as const).map((part) => measure('contradictionPoint', {part})!.value);
    expect(compute).toBeGreaterThan(3);
    expect(compute).toBeLessThan(8);
    expect(loss).toBeLessThan(2);
  });

  test('is null in a study without training runs or without losses', () => {
    for (const {name} of Object.values(COMPUTE_FORMS)) {
      const of = {law: 'N', constant: 'aN', compute: 'least', part: 'compute', ratio: 1, rule: 'size-of-the-best-stop'};
      expect(measure(name, of, {...study, samples: null})).toBeNull();
      const none = {points: [], losses: [new Float64Array(0)], curves: []};
      expect(measure(name, of, {...study, trajectories: [], samples: none})).toBeNull();
    }
  });
});
