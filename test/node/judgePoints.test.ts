import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {plainText} from '../../src/config/plainText.ts';
import {isMissing, readNumber} from '../../src/node/judge/cells.ts';
import {namesIn} from '../../src/node/judge/columns.ts';
import {perName, valueFor} from '../../src/node/judge/perName.ts';
import {inTrainingOrder, type PointColumns, thinned, withoutDuplicates} from '../../src/node/judge/points.ts';
import {quoted} from '../../src/node/judge/text.ts';

function pointsOf(x: readonly number[], more: Partial<PointColumns> = {}): PointColumns {
  const y = Float64Array.from(x, (value) => -value);
  return {
    x: Float64Array.from(x),
    y,
    run: new Int32Array(x.length),
    standardError: null,
    params: null,
    compute: null,
    trials: null,
    ...more,
  };
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('a cell', () => {
  test.each([
    ['1', 1],
    [' -2.5e-3 ', -0.0025],
    ['+.5', 0.5],
    ['7.', 7],
    [3, 3],
    ['0x10', 'judge-not-number'],
    ['1_000', 'judge-not-number'],
    ['1 2', 'judge-not-number'],
    ['True', 'judge-not-number'],
    [true, 'judge-not-number'],
    ['=1+1', 'judge-not-number'],
    ['12,345', 'judge-separator'],
    ['1,234,567.8', 'judge-separator'],
    ['1\u202f234', 'judge-separator'],
    ['0,25', 'judge-separator'],
    ['24.4%', 'judge-percent-sign'],
    ['24,4 \uff05', 'judge-percent-sign'],
    ['-Infinity', 'judge-infinite'],
    ['1e400', 'judge-infinite'],
    [Number.NEGATIVE_INFINITY, 'judge-infinite'],
    ['', null],
    ['NaN', null],
    [Number.NaN, null],
    [null, null],
  ] as const)('%j is read as %j', (cell, expected) => {
    expect(readNumber(cell)).toBe(expected);
  });

  test('is read as the number that was written, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('is never both missing and a number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isMissing(text) && typeof readNumber(text) === 'number').toBe(false);
      }),
    );
  });
});

describe('a text that is shown', () => {
  test('has no control characters and turns no writing round', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(plainText('\u001b[31mred\u001b[0m\u0007')).toBe('red');
    expect(quoted('x'.repeat(200))).toHaveLength(81);
  });
});

describe('options that name things', () => {
  test('are split at commas that belong to no name', () => {
    const known = new Set(['acc,none', 'a']);
    expect(namesIn('acc,none, a,b', (piece) => known.has(piece))).toEqual(['acc,none', 'a', 'b']);
  });

  test('give one value for all, values by name, or both', () => {
    const chance = perName('0.25,GSM8K=0,a=b=1', Number);
    expect([valueFor(chance, 'MMLU'), valueFor(chance, 'x', 'GSM8K'), valueFor(chance, 'a=b')]).toEqual([0.25, 0, 1]);
    expect(valueFor(perName('GSM8K=0', Number), 'MMLU')).toBeNull();
    expect(perName('acc_stderr,none', String).all).toBe('acc_stderr,none');
  });
});

describe('points', () => {
  test('of one run with the same x become one, equal scores once and others averaged', () => {
    const points = pointsOf([2, 1, 2, 2, 1], {
      y: Float64Array.of(0.1, 0.5, 0.3, 0.1, 0.5),
      run: Int32Array.of(0, 0, 0, 0, 1),
      standardError: Float64Array.of(0.03, 0.01, 0.04, 0.03, 0.02),
    });
    const {points: single, gone} = withoutDuplicates(points);
    expect(gone).toBe(2);
    expect([Array.from(single.x), Array.from(single.run)]).toEqual([
      [2, 1, 1],
      [0, 0, 1],
    ]);
    expect(single.y[0]).toBeCloseTo(0.2, 15);
    // sqrt(0.03^2 + 0.04^2) / 2.
    expect(single.standardError![0]).toBeCloseTo(0.025, 15);
    expect(single.standardError![2]).toBe(0.02);
  });

  test('of one run with the same x are looked up, not searched: as many again take as many steps', () => {
    const count = 200_000;
    const y = Float64Array.from({length: count}, (_, i) => i % (count / 2));
    const {points, gone} = withoutDuplicates(pointsOf(new Array<number>(count).fill(2), {y}));
    expect([points.x.length, gone]).toEqual([1, count - 1]);
    // The mean of 0 .. count / 2 - 1, each once.
    expect(points.y[0]).toBeCloseTo((count / 2 - 1) / 2, 6);
  });

  test('keep the order of their rows where it follows x, and compute goes before', () => {
    const noisy = [2.5, 2.4, 2.45, 2.2, 2.25, 2.1];
    expect(inTrainingOrder(pointsOf(noisy), true)).toMatchObject({resorted: 0, points: {x: Float64Array.from(noisy)}});
    const compute = Float64Array.of(6, 5, 4, 3, 2, 1);
    const {points} = inTrainingOrder(pointsOf(noisy, {compute}), true);
    expect(Array.from(points.x)).toEqual([...noisy].reverse());
  });

  test('are ordered by falling loss where rows say nothing, or nobody names the runs', () => {
    const shuffled = [2.3, 2.5, 2.1, 2.4, 2.2, 2.6, 2.0, 2.35];
    const falling = Float64Array.from([...shuffled].sort((a, b) => b - a));
    expect(inTrainingOrder(pointsOf(shuffled), true)).toMatchObject({resorted: 1, points: {x: falling}});
    expect(inTrainingOrder(pointsOf([1, 2, 3, 4]), false)).toMatchObject({
      resorted: 0,
      points: {x: Float64Array.of(4, 3, 2, 1)},
    });
  });

  test('are left alone up to a thousand', () => {
    const points = pointsOf(Array.from({length: 1000}, (_, i) => i));
    expect(thinned(points)).toBe(points);
  });

  test('beyond are averaged within runs, which keeps the mean of every run of equal groups', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 6}), fc.integer({min: 2, max: 9}), (runs, times) => {
        const size = 1200 * times;
        const run = Int32Array.from({length: runs * size}, (_, i) => i % runs);
        const x = Array.from({length: runs * size}, (_, i) => Math.sin(i));
        const few = thinned(pointsOf(x, {run, standardError: new Float64Array(x.length).fill(0.1)}));
        expect(few.x.length).toBeLessThanOrEqual(1000);
        expect(few.x.length).toBeGreaterThan(900);
        expect(new Set(few.run).size).toBe(runs);
        // y is -x before, and so it is after.
        few.x.forEach((value, i) => {
          expect(few.y[i]).toBeCloseTo(-value, 12);
        });
        const total = sum(Array.from(few.standardError!, (error) => 0.01 / error ** 2));
        // Each variance is 0.01 over the points behind it, so the points add up to all there were.
        expect(total).toBeCloseTo(runs * size, 4);
      }),
      {numRuns: 12},
    );
  });

  test('of very many runs are averaged across them', () => {
    const count = 5000;
    const few = thinned(
      pointsOf(
        Array.from({length: count}, (_, i) => i),
        {run: Int32Array.from({length: count}, (_, i) => i)},
      ),
    );
    expect(few.x).toHaveLength(4000);
    // They are no run of the table: none of its names is theirs.
    expect([...new Set(few.run)]).toEqual([-1]);
    expect(sum(few.x) / few.x.length).toBeCloseTo((count - 1) / 2, 0);
  });
});
