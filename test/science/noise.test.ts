import {expect, test} from 'vitest';
import {evaluationWiggle, lossErrors, lossOffsets, type Noise, noiseKeys} from '../../src/science/noise.ts';
import {evenCheckpoints, makeRun} from '../../src/science/population.ts';

const keys = noiseKeys('noise test');
const run = makeRun({family: 'f', name: 'a', params: 1e9, tokens: 1e12, checkpoints: evenCheckpoints(1e12, 200)});
const none: Noise = {run: 0, checkpoint: 0, correlation: 0.7, evaluation: 1, loss: 0};
const REPLICATES = 400;

function spread(values: number[]): number {
  return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
}

test('the run offset has the standard deviation asked for and is the same at every checkpoint', () => {
  const firsts = Array.from({length: REPLICATES}, (_, r) => {
    const offsets = lossOffsets(keys, {...none, run: 0.01}, run, r);
    expect(offsets.every((value) => value === offsets[0])).toBe(true);
    return offsets[0]!;
  });
  expect(Math.abs(spread(firsts) / 0.01 - 1)).toBeLessThan(4 / Math.sqrt(2 * REPLICATES));
});

test('the checkpoint wiggle has the standard deviation and the lag-1 correlation asked for', () => {
  let squares = 0;
  let products = 0;
  for (let r = 0; r < REPLICATES; r++) {
    const x = lossOffsets(keys, {...none, checkpoint: 0.005}, run, r);
    for (let i = 1; i < x.length; i++) {
      squares += x[i]! ** 2;
      products += x[i]! * x[i - 1]!;
    }
  }
  // Effective number of independent pairs under AR(1) with rho = 0.7: n (1 - rho^2) / (1 + rho^2).
  const n = (REPLICATES * 199 * (1 - 0.49)) / (1 + 0.49);
  expect(Math.abs(products / squares - 0.7)).toBeLessThan(4 * Math.sqrt((1 - 0.49) / (REPLICATES * 199)));
  expect(Math.abs(Math.sqrt(squares / (REPLICATES * 199)) / 0.005 - 1)).toBeLessThan(4 / Math.sqrt(2 * n));
});

test('the evaluation wiggle has the lag-1 correlation asked for, variance 1, and the same bits without one', () => {
  const at = (replicate: number) => ({benchmark: 'mmlu', replicate});
  expect(evaluationWiggle(keys, {...none, evaluationCorrelation: 0}, run, at(0))).toEqual(
    evaluationWiggle(keys, none, run, at(0)),
  );
  const rho = 0.9;
  let [squares, products] = [0, 0];
  for (let r = 0; r < REPLICATES; r++) {
    const x = evaluationWiggle(keys, {...none, evaluationCorrelation: rho}, run, at(r));
    // Every run starts at the draw that it has without a correlation.
    expect(x[0]).toBe(evaluationWiggle(keys, none, run, at(r))[0]);
    for (let i = 1; i < x.length; i++) {
      squares += x[i]! ** 2;
      products += x[i]! * x[i - 1]!;
    }
  }
  const pairs = REPLICATES * 199;
  const independent = (pairs * (1 - rho ** 2)) / (1 + rho ** 2);
  expect(Math.abs(products / squares - rho)).toBeLessThan(4 * Math.sqrt((1 - rho ** 2) / pairs));
  expect(Math.abs(squares / pairs - 1)).toBeLessThan(4 * Math.sqrt(2 / independent));
});

test('every source has its own stream and is silent at 0', () => {
  expect(lossOffsets(keys, none, run, 0).every((value) => value === 0)).toBe(true);
  expect(lossErrors(keys, none, run, 0).every((value) => value === 0)).toBe(true);
  const sources = [
    lossOffsets(keys, {...none, checkpoint: 1}, run, 0),
    lossErrors(keys, {...none, loss: 1}, run, 0),
    evaluationWiggle(keys, none, run, {benchmark: 'mmlu', replicate: 0}),
    evaluationWiggle(keys, none, run, {benchmark: 'c-eval', replicate: 0}),
    lossOffsets(keys, {...none, checkpoint: 1}, run, 1),
  ];
  for (const [i, a] of sources.entries()) {
    for (const b of sources.slice(i + 1)) {
      const correlation =
        a.reduce((sum, value, k) => sum + value * b[k]!, 0) / (spread([...a]) * spread([...b]) * a.length);
      // AR(1) with rho 0.7 against white or AR(1) noise: the variance of a sample correlation is at most (1 + rho^2) / (1 - rho^2) / n.
      expect(Math.abs(correlation)).toBeLessThan(4 * Math.sqrt(1.49 / 0.51 / a.length));
    }
  }
});

test('a run keeps its noise when other runs join the population', () => {
  const other = makeRun({family: 'f', name: 'b', params: 2e9, tokens: 1e12, checkpoints: [1e12]});
  const before = lossOffsets(keys, {...none, run: 0.01, checkpoint: 0.005}, run, 3);
  lossOffsets(keys, {...none, run: 0.01, checkpoint: 0.005}, other, 3);
  expect([...lossOffsets(keys, {...none, run: 0.01, checkpoint: 0.005}, run, 3)]).toEqual([...before]);
});
