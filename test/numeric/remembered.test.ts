import {expect, test} from 'vitest';
import {remembered} from '../../src/numeric/remembered.ts';

test('a remembered function works out each object once, and another one anew', () => {
  let calls = 0;
  const size = remembered((list: readonly number[]) => {
    calls++;
    return list.length;
  });
  const [one, other] = [
    [1, 2, 3],
    [1, 2, 3],
  ];
  expect([size(one!), size(one!), size(other!)]).toEqual([3, 3, 3]);
  expect(calls).toBe(2);
});
