import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {itemModel} from '../../src/science/answer/model.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {saturation} from '../../src/science/curves/saturation.ts';
import {STATISTICS} from '../../src/science/metric.ts';
import {curveOf, RULE} from './series.ts';

const ETA = 2.2;
const COUNT = 180;
const REPLICATES = 40;
/** Noise of the means over the questions of MMLU on the flat side and at the top of the rise. */
const SD = [0.0006, 0.0026] as const;

/** Expected CorrectChoiceProb of MMLU by loss where the calibrated rise starts at 2.2: a longer rise than in the paper. */
function expected(): {loss: number[]; value: number[]} {
  const mmlu = BENCHMARKS.find(({name}) => name === 'mmlu')!;
  const {amplitude, scale} = mmlu.curves.threshold!.values;
  const model = itemModel(mmlu);
  const at = STATISTICS.indexOf('probability');
  const loss = Array.from({length: COUNT}, (_, i) => 1.74 + (1.05 * i) / (COUNT - 1));
  return {
    loss,
    value: loss.map((L) => model.expected(model.latentAt(amplitude! * saturation(ETA - L, scale!), L))[at]!),
  };
}

describe('CorrectChoiceProb of a rise that is longer than that of Du et al. 2024', () => {
  const {loss, value} = expected();
  const top = Math.max(...value);
  const standardError = Float64Array.from(value, (mean) => SD[0] + ((SD[1] - SD[0]) * (mean - 0.25)) / (top - 0.25));
  const fits = Array.from({length: REPLICATES}, (_, replicate) => {
    const z = normals(streamAt(streamKey('long rise', 'noise'), [replicate, 0, 0, 0]), COUNT);
    const noisy = value.map((mean, i) => mean + standardError[i]! * z[i]!);
    return fitBentHinge(curveOf(loss, noisy, {continuous: true, standardError}), {rule: RULE});
  });

  test('takes the spline with four knots: the others are far from the middle of the rise', () => {
    expect(fits.filter(({estimator}) => estimator.postBreak === 'fine-spline').length).toBe(REPLICATES);
  });

  test('has intervals of the onset that hold it: at least 95 % less four standard errors', () => {
    const inside = fits.filter(({onset}) => onset && onset.low <= ETA && ETA <= onset.high).length;
    expect(inside / REPLICATES).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / REPLICATES));
  });

  test('is called sharp: at least 95 % less four standard errors', () => {
    const sharp = fits.filter(({shape}) => shape === 'sharp').length;
    expect(sharp / REPLICATES).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / REPLICATES));
  });
});
