import {describe, expect, test} from 'vitest';
import {baiPerron} from '../../src/inference/classical/baiPerron.ts';
import {breakInterval} from '../../src/inference/classical/breakInterval.ts';
import {changeLaw, drawnUpper} from '../../src/inference/classical/changeLaw.ts';
import {bridgeUpper, cusumTest} from '../../src/inference/classical/cusum.ts';
import {type Ordered, structuralChange} from '../../src/inference/classical/structuralChange.ts';
import {supremumUpper} from '../../src/inference/classical/supremumLaw.ts';
import {chiSquareUpper} from '../../src/numeric/chiSquare.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {ANSWERS, apart, breakSeries} from './breakSeries.ts';

const NAMES = Object.keys(ANSWERS.changes);

/** Nile is a series of means in time; the others are lines in x. */
function ordered(name: string): Ordered {
  const {x, y} = breakSeries(name);
  return {y, x: name === 'nile' ? null : x};
}

describe('F tests of one structural change', () => {
  test.each(NAMES)('on %s are those of R at every place', (name) => {
    const {statistics, sup, exp, ave} = structuralChange(ordered(name))!;
    const answer = ANSWERS.changes[name]!;
    expect(statistics.length).toBe(answer.statistics.length);
    statistics.forEach((value, i) => {
      expect(apart(value, answer.statistics[i]!)).toBeLessThan(1e-11);
    });
    expect(apart(sup, answer.supF)).toBeLessThan(1e-12);
    expect(apart(ave, answer.aveF)).toBeLessThan(1e-12);
    // R overflows on a very large statistic.
    if (answer.expF !== null) expect(apart(exp, answer.expF)).toBeLessThan(1e-12);
    else expect(exp).toBeGreaterThan(700);
  });

  test('on the Nile are 75.93, 33.76 and 21.21, the largest at 1898', () => {
    const {before, statistics, sup, exp, ave} = structuralChange(ordered('nile'))!;
    expect([sup, exp, ave].map((value) => value.toFixed(3))).toEqual(['75.930', '33.759', '21.215']);
    expect(1870 + before[statistics.indexOf(sup)]!).toBe(1898);
  });

  test('are not tried between two points of the same x, and do not exist for a constant', () => {
    const x = Float64Array.from({length: 40}, (_, i) => Math.floor(i / 2));
    const y = x.map((value, i) => value + Math.sin(9 * i));
    expect(structuralChange({x, y})!.before.every((count) => count % 2 === 0)).toBe(true);
    expect(structuralChange({x: null, y: new Float64Array(40).fill(0.1)})).toBeNull();
    expect(structuralChange({x, y: x.map((value) => 0.3 * value)})).toBeNull();
    expect(structuralChange({x: null, y: Float64Array.of(1, 2, 3)})).toBeNull();
  });
});

describe('the law of sup-F', () => {
  test('is the share of Ornstein-Uhlenbeck paths that cross, crossings between steps counted', () => {
    const draws = 4000;
    const steps = 200;
    const step = Math.log(0.85 / 0.15) / steps;
    const kept = Math.exp(-step);
    for (const [k, statistic] of [[1, 5] as const, [2, 8.68] as const]) {
      const edge = Math.sqrt(statistic);
      let sum = 0;
      let square = 0;
      for (let draw = 0; draw < draws; draw++) {
        const z = normals(streamAt(streamKey('classical tests', 'crossing'), [draw, k, 0, 0]), (steps + 1) * k);
        let before = 0;
        let stays = 1;
        for (let i = 0; i <= steps; i++) {
          let now = 0;
          for (let d = 0; d < k; d++) {
            if (i > 0) z[i * k + d] = kept * z[(i - 1) * k + d]! + Math.sqrt(1 - kept * kept) * z[i * k + d]!;
            now += z[i * k + d]! ** 2;
          }
          now = Math.sqrt(now);
          // A Brownian bridge of variance 2 a unit of time crosses between two steps with this probability.
          if (now > edge) stays = 0;
          else if (i > 0) stays *= 1 - Math.exp((-(edge - before) * (edge - now)) / step);
          before = now;
        }
        sum += 1 - stays;
        square += (1 - stays) ** 2;
      }
      const mean = sum / draws;
      const error = Math.sqrt((square / draws - mean * mean) / draws);
      expect(Math.abs(supremumUpper(statistic, k, 0.15) - mean)).toBeLessThan(4 * error);
    }
  });

  test('has the 5 % point that Andrews printed in 1993, 8.85', () => {
    expect(supremumUpper(8.85, 1, 0.15).toFixed(3)).toBe('0.050');
  });

  test("is Hansen's approximation in R but for the crossings that paths of a thousand points miss", () => {
    let compared = 0;
    for (const [i, statistic] of ANSWERS.law.statistic.entries()) {
      const k = ANSWERS.law.k[i]!;
      const known = ANSWERS.law.supP[i]!;
      if (known > 0.9) continue;
      compared++;
      expect(supremumUpper(statistic, k, 0.15)).toBeGreaterThan(known);
      // On 700 steps, the middle 70 % of a thousand points, a path seems 0.583 standard deviations of a step lower (Siegmund 1985).
      const farther = (Math.sqrt(statistic) + 0.583 * Math.sqrt((2 * Math.log(0.85 / 0.15)) / 700)) ** 2;
      expect(apart(supremumUpper(farther, k, 0.15), known)).toBeLessThan(0.05);
    }
    expect(compared).toBeGreaterThan(12);
  });

  test('tends to its tail formula, never falls below one place and rises with the range searched', () => {
    for (const k of [1, 2]) {
      for (const statistic of [40, 80, 160]) {
        const gamma = k === 1 ? Math.sqrt(Math.PI) : 1;
        const half = statistic / 2;
        // DeLong 1981: (c/2)^(k/2) exp(-c/2) / Gamma(k/2) (2 T (1 - k/c) + 2/c), error of order c^-2.
        const tail =
          ((half ** (k / 2) * Math.exp(-half)) / gamma) *
          (2 * Math.log(0.85 / 0.15) * (1 - k / statistic) + 2 / statistic);
        expect(apart(supremumUpper(statistic, k, 0.15), tail)).toBeLessThan(40 / statistic ** 2 + 0.003);
      }
      expect(supremumUpper(9, k, 0.05)).toBeGreaterThan(supremumUpper(9, k, 0.15));
      expect(supremumUpper(9, k, 0.4999)).toBeGreaterThan(chiSquareUpper(9, k));
    }
    expect([supremumUpper(0, 1, 0.15), supremumUpper(2379, 2, 0.15)]).toEqual([1, 0]);
  });
});

describe('the drawn laws of exp-F and ave-F', () => {
  const draws = 6000;
  test.each([1, 2])("with %i coefficients are Hansen's approximations in R to Monte Carlo error", (k) => {
    const law = changeLaw(streamKey('classical tests', 'change'), k, {draws});
    let compared = 0;
    for (const [i, statistic] of ANSWERS.law.statistic.entries()) {
      if (ANSWERS.law.k[i] !== k) continue;
      for (const [sorted, known] of [
        [law.exp, ANSWERS.law.expP[i]!],
        [law.ave, ANSWERS.law.aveP[i]!],
      ] as const) {
        // The polynomials were fitted for small p; the approximation itself is good to some thousandths there.
        if (known > 0.6) continue;
        compared++;
        const error = Math.sqrt((known * (1 - known)) / draws);
        expect(Math.abs(drawnUpper(sorted, statistic) - known)).toBeLessThan(4 * error + 0.003);
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('on straight give the p of R, and on the Nile the smallest p there is', () => {
    const law = changeLaw(streamKey('classical tests', 'straight'), 2, {draws});
    const {exp, ave} = structuralChange(ordered('straight'))!;
    const {expFp, aveFp} = ANSWERS.changes.straight!;
    expect(Math.abs(drawnUpper(law.exp, exp) - expFp!)).toBeLessThan(4 * Math.sqrt(0.25 / draws) + 0.003);
    expect(Math.abs(drawnUpper(law.ave, ave) - aveFp)).toBeLessThan(4 * Math.sqrt(0.25 / draws) + 0.003);
    const nile = structuralChange(ordered('nile'))!;
    expect(drawnUpper(law.exp, nile.exp)).toBe(1 / (draws + 1));
  });

  test('count the statistic itself as a draw', () => {
    expect(drawnUpper(Float64Array.of(1, 2, 3), 0)).toBe(1);
    expect(drawnUpper(Float64Array.of(1, 2, 3), 2)).toBe(0.75);
    expect(drawnUpper(Float64Array.of(1, 2, 3), 9)).toBe(0.25);
  });
});

describe('the CUSUM test', () => {
  test.each(NAMES)('on %s is that of R', (name) => {
    const {statistic, p} = cusumTest(ordered(name))!;
    const answer = ANSWERS.changes[name]!;
    expect(apart(statistic, answer.cusum)).toBeLessThan(1e-11);
    expect(Math.abs(p - answer.cusumP)).toBeLessThan(1e-10);
  });

  test('has both series of the bridge law meet and its known quantiles', () => {
    expect(bridgeUpper(0.8 - 1e-12)).toBeCloseTo(bridgeUpper(0.8), 10);
    // Smirnov's table: 1.3581 at 5 % and 1.6276 at 1 %.
    expect(bridgeUpper(1.3581)).toBeCloseTo(0.05, 5);
    expect(bridgeUpper(1.6276)).toBeCloseTo(0.01, 5);
    expect(bridgeUpper(0)).toBe(1);
    expect(cusumTest({x: null, y: new Float64Array(9).fill(2)})).toBeNull();
  });
});

describe('several breaks', () => {
  test.each(NAMES)('on %s are those of R for every number of breaks', (name) => {
    const {partitions, best} = baiPerron(ordered(name))!;
    const answer = ANSWERS.changes[name]!;
    expect(partitions.length).toBe(answer.rss.length);
    partitions.forEach(({rss, bic, breaks}, m) => {
      expect(apart(rss, answer.rss[m]!)).toBeLessThan(1e-10);
      expect(apart(bic, answer.bic[m]!)).toBeLessThan(1e-10);
      if (m > 0) expect(breaks).toEqual(answer.breaks[m]!);
    });
    expect(best).toBe(answer.best?.length ?? 0);
  });

  test('on the Nile is one, after 1898, from 1895 to 1902', () => {
    const {partitions, best} = baiPerron(ordered('nile'))!;
    expect(best).toBe(1);
    expect(partitions[1]!.breaks).toEqual([28]);
    expect(partitions.map(({bic}) => bic.toFixed(1))).toEqual([
      '1318.2',
      '1270.1',
      '1276.5',
      '1284.7',
      '1291.9',
      '1310.8',
    ]);
    const {y} = breakSeries('nile');
    const mean = (part: Float64Array) => part.reduce((sum, value) => sum + value, 0) / part.length;
    expect(mean(y.subarray(0, 28))).toBe(1097.75);
    expect(mean(y.subarray(28))).toBeCloseTo(849.97222, 5);
    expect(breakInterval(ordered('nile'), 0, 28, 100)).toEqual(ANSWERS.changes.nile.interval);
    // R's confint at 90 and 99 %.
    expect(breakInterval(ordered('nile'), 0, 28, 100, 0.9)).toEqual([26, 31]);
    expect(breakInterval(ordered('nile'), 0, 28, 100, 0.99)).toEqual([23, 34]);
  });

  // R's confint of breakpoints(y ~ x, breaks = 1).
  test.each([
    ['jump', 20, [19, 21]],
    ['binomial', 21, [20, 22]],
    ['straight', 9, [8, 11]],
  ] as const)('on %s have the interval of R', (name, before, interval) => {
    expect(breakInterval(ordered(name), 0, before, 60)).toEqual(interval);
  });

  test('have the interval of the series read backwards, where one side is without noise too', () => {
    for (const quiet of [0, 0.3]) {
      const y = Float64Array.from({length: 40}, (_, i) => (i < 20 ? quiet * Math.sin(7 * i) : 1 + Math.sin(5 * i)));
      const [low, high] = breakInterval({x: null, y}, 0, 20, 40);
      expect(breakInterval({x: null, y: y.slice().reverse()}, 0, 20, 40)).toEqual([40 - high, 40 - low]);
      // The noisy side reaches more than the one point of rounding.
      expect(low).toBeLessThan(18);
    }
  });

  test('with one break is the place with the largest F', () => {
    const {before, statistics, sup} = structuralChange(ordered('power'))!;
    expect(baiPerron(ordered('power'))!.partitions[1]!.breaks).toEqual([before[statistics.indexOf(sup)]]);
  });

  test('do not exist for few points, a constant or more points than the table holds', () => {
    expect(baiPerron({x: null, y: Float64Array.of(1, 2, 3)})).toBeNull();
    expect(baiPerron({x: null, y: new Float64Array(30).fill(0.1)})).toBeNull();
    expect(baiPerron({x: null, y: Float64Array.from({length: 2501}, (_, i) => i % 7)})).toBeNull();
  });
});
