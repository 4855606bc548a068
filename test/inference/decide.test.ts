import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {onUserAxis} from '../../src/inference/axis.ts';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {type Curve, sortedPoints} from '../../src/inference/curve.ts';
import {type DecideOptions, decision} from '../../src/inference/decide/decide.ts';
import {simulatedCurve, type TableDesign} from '../../src/inference/decide/tables.ts';
import {simdFitKernel} from '../../src/inference/kernel/simd.ts';
import {trainingRuns} from '../../src/inference/smoothNull/runs.ts';
import {streamKey} from '../../src/numeric/stream.ts';
import {sampleTable} from '../report/sampleTable.ts';
import {RULE, simulated} from './series.ts';

const kernel = simdFitKernel(
  readFileSync(fileURLToPath(new URL('../../dist/inference/kernel/kernel.wasm', import.meta.url))),
);
/** Noisy enough for its shape to be undetermined. */
const UNDECIDED = simulated(1, {sd: 0.02, standardError: null});

const fitted = (curve: Curve) => fitBentHinge(curve, {rule: RULE, detail: true, kernel});
const decided = (curve: Curve, more: Partial<DecideOptions> = {}) =>
  decision(curve, fitted(curve), {rule: RULE, replicates: 20, seed: 'test', key: 'curve', kernel, ...more});

describe('what would decide an undetermined shape', () => {
  test('tiny noise does: both truths are told rightly in every table', () => {
    const [design] = decided(UNDECIDED, {efforts: [{points: 1, noise: 100}]})!.designs;
    expect([design!.sharp.right.value, design!.soft.right.value]).toEqual([1, 1]);
    expect([design!.sharp.wrong.value, design!.soft.wrong.value]).toEqual([0, 0]);
  });

  test('huge noise does not: tables of both truths are called sharp, and soft, equally often', () => {
    const replicates = 40;
    const {designs, wanted} = decided(UNDECIDED, {replicates, efforts: [{points: 1, noise: 1e-3}]})!;
    const {sharp, soft} = designs[0]!;
    for (const [a, b] of [
      [sharp.right.value, soft.wrong.value],
      [sharp.wrong.value, soft.right.value],
    ] as const) {
      const share = (a + b) / 2;
      // Four standard errors of a difference of two shares; that of no case at all is not 0.
      const error = Math.sqrt((2 * Math.max(share * (1 - share), 1 / replicates)) / replicates);
      expect(Math.abs(a - b)).toBeLessThan(4 * error);
      expect(a).toBeLessThan(wanted);
    }
  });

  test('the fewest is the first effort of its kind from which on both truths are told rightly as often as wanted', () => {
    const efforts = [
      {points: 1, noise: 0.25},
      {points: 1, noise: 1},
      {points: 1, noise: 100},
    ];
    const found = decided(UNDECIDED, {efforts})!;
    const enough = found.designs.map(({sharp, soft}) => Math.min(sharp.right.value, soft.right.value) >= found.wanted);
    const from = enough.lastIndexOf(false) + 1;
    expect(found.fewest).toEqual({points: enough[1] ? 1 : null, noise: efforts[from]!.noise});
    expect(enough[0]).toBe(false);
  });

  test('is the same again with the same seed, and other tables with another', () => {
    const some = {replicates: 8, efforts: [{points: 1, noise: 1}]};
    expect(decided(UNDECIDED, some)).toEqual(decided(UNDECIDED, some));
    expect(decided(UNDECIDED, {...some, seed: 'other'})!.designs).not.toEqual(decided(UNDECIDED, some)!.designs);
  });

  test('is not asked of a curve that is decided, nor of one that was not fitted', () => {
    expect(fitted(simulated(1)).shape).toBe('sharp');
    expect(decided(simulated(1))).toBeNull();
    const lumps = {...UNDECIDED, loss: UNDECIDED.loss.map((_, i) => 2 + 0.1 * (i % 3))};
    expect(fitted(lumps).shape).toBe('undetermined');
    expect(decided(lumps)).toBeNull();
  });

  test('finds the break where the best hinge has it, on the axis of the user', () => {
    const found = decided(UNDECIDED, {replicates: 1, efforts: [{points: 1, noise: 1}]})!;
    // Half the interval of the fit is 1.96 standard errors.
    const {low, high} = fitted(UNDECIDED).onset!;
    expect(Math.abs(found.truths.sharp.onset - 2.1)).toBeLessThan((4 * (high - low)) / 2 / 1.96);
    const {findings} = sampleTable();
    const curves = findings.curves.map((curve) => ({...curve, decision: found}));
    const turned = onUserAxis({...findings, curves}, {log: true, ascending: true});
    expect(turned.curves[0]!.decision!.truths.sharp.onset).toBeCloseTo(Math.exp(-found.truths.sharp.onset), 12);
  });
});

describe('a simulated table', () => {
  const correlation = 0.5;
  const points = sortedPoints(simulated(3, {standardError: new Float64Array(180).fill(0.03)}));
  const mean = points.x.map((x) => 3 - x);
  const design: TableDesign = {
    points,
    dependence: {runs: trainingRuns(points), inflation: (1 + correlation) / (1 - correlation)},
    sd: points.x.map((x) => 0.01 * x),
    metric: {chance: 0.25, direction: 'higher', continuous: false, calibration: false},
  };
  const table = (replicate: number, effort = {points: 1, noise: 1}) =>
    simulatedCurve(design, mean, effort, {key: streamKey('test', 'decide'), replicate, name: 0, truth: 0});

  test('of more points has as many further runs with checkpoints at the same losses', () => {
    const [one, three] = [table(0), table(0, {points: 3, noise: 1})];
    expect(Array.from(three.loss)).toEqual([...one.loss, ...one.loss, ...one.loss]);
    expect(Array.from(three.value.subarray(0, one.value.length))).toEqual(Array.from(one.value));
    expect(new Set(three.run).size).toBe(9);
    expect(three.value[0]).not.toBe(three.value[one.loss.length]);
  });

  test('of less noise has it and its standard errors divided', () => {
    const [one, four] = [table(0), table(0, {points: 1, noise: 4})];
    one.value.forEach((value, i) => {
      const middle = 3 - one.loss[i]!;
      expect(four.value[i]! - middle).toBeCloseTo((value - middle) / 4, 12);
    });
    expect(four.standardError![0]).toBeCloseTo(0.03 / 4, 12);
  });

  test('has noise of the wanted size that follows itself along a run', () => {
    let [square, product, pairs, count] = [0, 0, 0, 0];
    for (let replicate = 0; replicate < 40; replicate++) {
      const {loss, value, run} = table(replicate);
      const z = value.map((one, i) => (one - 3 + loss[i]!) / (0.01 * loss[i]!));
      z.forEach((one, i) => {
        square += one * one;
        count++;
        if (i === 0 || run[i] !== run[i - 1]) return;
        product += one * z[i - 1]!;
        pairs++;
      });
    }
    // Var z^2 = 2, inflated by (1 + r^2) / (1 - r^2); var of z z' is 1 + r^2, inflated alike and more: five for all of it.
    expect(Math.abs(square / count - 1)).toBeLessThan(4 * Math.sqrt((2 * 5) / 3 / count));
    expect(Math.abs(product / pairs - correlation)).toBeLessThan(4 * Math.sqrt(5 / pairs));
  });
});
