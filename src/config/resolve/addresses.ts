import {nameWord} from '../../numeric/stream.ts';
import type {Path, Report} from '../faults.ts';

/**
 * Reports a name whose 32-bit word is that of another name in the list: both would draw the same random numbers.
 * Among n names the chance is about n^2 / 2^33. Only the first is reported.
 */
export function checkAddresses(names: readonly string[], placed: (index: number) => Path, report: Report): void {
  const seen = new Map<number, string>();
  for (const [i, name] of names.entries()) {
    const word = nameWord(name);
    const other = seen.get(word) ?? name;
    if (other !== name) {
      report({code: 'same-address', path: placed(i), data: {got: name, other}});
      return;
    }
    seen.set(word, name);
  }
}
