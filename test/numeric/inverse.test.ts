import fc from 'fast-check';
import {expect, test} from 'vitest';
import {inverse} from '../../src/numeric/inverse.ts';

test('the inverse of the Hilbert matrix of three is known', () => {
  const hilbert = Float64Array.from({length: 9}, (_, at) => 1 / (Math.floor(at / 3) + (at % 3) + 1));
  const known = [9, -36, 30, -36, 192, -180, 30, -180, 180];
  inverse(hilbert, 3)!.forEach((value, at) => {
    expect(value).toBeCloseTo(known[at]!, 10);
  });
});

test('rows are exchanged where a pivot is 0, and a singular matrix has no inverse', () => {
  expect([...inverse(Float64Array.of(0, 2, 4, 0), 2)!]).toEqual([0, 0.25, 0.5, 0]);
  expect(inverse(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
});

test('a matrix with a heavy diagonal times its inverse is 1', () => {
  fc.assert(
    fc.property(fc.array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: 16, maxLength: 16}), (values) => {
      const matrix = Float64Array.from(values, (value, at) => value + (at % 5 === 0 ? 6 : 0));
      const other = inverse(matrix, 4)!;
      for (let r = 0; r < 4; r++) {
        for (let c = 0; c < 4; c++) {
          let sum = 0;
          for (let k = 0; k < 4; k++) sum += matrix[r * 4 + k]! * other[k * 4 + c]!;
          expect(sum).toBeCloseTo(r === c ? 1 : 0, 12);
        }
      }
    }),
  );
});
