import {exp, log} from './elementary.ts';

/** `count` numbers at equal ratios from `first` to `last`, both exact; `last` alone where it is one. */
export function equalRatios(first: number, last: number, count: number): number[] {
  const step = count > 1 ? log(last / first) / (count - 1) : 0;
  return Array.from({length: count}, (_, i) => (i === count - 1 ? last : first * exp(step * i)));
}
