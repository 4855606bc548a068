import {expect, test} from 'vitest';
import {lawData} from '../../src/inference/lawFit/data.ts';
import {fitLaw, type LawFit} from '../../src/inference/lawFit/fit.ts';
import {CUT, floorProfile, profileLine} from '../../src/inference/lawFit/profile.ts';
import {fittableNamed, rayRuns} from './lawRuns.ts';

test('the profile of a floor is a robust likelihood ratio: its scale is that of the residuals that count in full', () => {
  // A law that is its floor E alone, residuals of ln L of half and three times delta on either side of ln E = 0.
  const delta = 1e-3;
  const data = [-3, -3, -3, -0.5, -0.5, 0.5, 0.5, 3, 3, 3].map((units) => units * delta);
  const model = {
    count: data.length,
    evaluate(theta: Float64Array, residuals: Float64Array, slopes: Float64Array) {
      data.forEach((value, i) => {
        residuals[i] = theta[0]! - value;
        slopes[i] = 1;
      });
    },
  };
  const fit: LawFit = {
    fittable: {...fittableNamed('chinchilla'), floor: 'E'},
    data: {points: [], lnLoss: Float64Array.of(0.1)},
    model,
    delta,
    names: ['E'],
    free: [0],
    theta: Float64Array.of(0),
    // Four halves of (delta / 2)^2 and six of delta (3 delta - delta / 2).
    objective: (4 / 8 + 6 * 2.5) * delta ** 2,
    rivals: [],
  };
  // psi^2 sums to 4 / 4 + 6 = 7 delta^2; of a window of half of 3 delta / 0.6745 four are inside, one of them for the floor.
  const scale = (7 * delta ** 2 * ((0.5 * 3) / 0.6745)) / (4 - 1);
  const line = profileLine(fit, {estimate: 1, low: 1 - delta / 8, high: 1 + delta / 8});
  for (const [floor, ratio] of line) {
    // Within half of delta the four small residuals count squared, and the others balance: the objective rises by 4 t^2 / 2.
    const rise = 2 * Math.log(floor) ** 2;
    expect(Math.abs(ratio - (2 * rise) / scale)).toBeLessThan(1e-9);
  }
  expect(line.length).toBe(49);
});

test.each([0, 1, 2, 3, 4])(
  'of rows with one D / N, any floor down to none is inside the interval, whatever basin the fit ends in: replicate %i',
  (replicate) => {
    // A term of the law with an exponent of almost 0 is a constant, which stands in for any part of the floor; the other is all that one D / N shows.
    const fit = fitLaw(fittableNamed('chinchilla'), lawData(rayRuns(replicate)));
    const interval = floorProfile(fit)!;
    expect(interval.low).toBe(0);
    for (const [floor, ratio] of profileLine(fit, interval)) {
      if (floor <= interval.estimate) expect(ratio).toBeLessThan(CUT);
    }
  },
);
