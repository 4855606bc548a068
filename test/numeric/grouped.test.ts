import fc from 'fast-check';
import {expect, test} from 'vitest';
import {grouped} from '../../src/numeric/grouped.ts';

test('groups hold every value once, under its key, in the order of the values', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat())), (pairs) => {
      const groups = grouped(pairs, ([key]) => key);
      expect([...groups.keys()]).toEqual([...new Set(pairs.map(([key]) => key))]);
      for (const [key, mine] of groups) expect(mine).toEqual(pairs.filter(([own]) => own === key));
    }),
  );
});
