import type {Rate} from './findings.ts';

/** Mean of numbers, or share of true, with its Monte Carlo standard error (Morris, White and Crowther 2019, table 6); null of nothing. */
export function rate(values: readonly boolean[] | readonly number[]): Rate | null {
  const n = values.length;
  if (n === 0) return null;
  const numbers = Array.from(values, Number);
  const value = numbers.reduce((sum, x) => sum + x, 0) / n;
  if (typeof values[0] === 'boolean') return {value, mcse: Math.sqrt((value * (1 - value)) / n), n};
  const square = numbers.reduce((sum, x) => sum + (x - value) * (x - value), 0);
  return {value, mcse: n > 1 ? Math.sqrt(square / (n - 1) / n) : 0, n};
}

/** Share of each choice among `values`, in the order of `choices`. */
export function shares<T extends string>(values: readonly T[], choices: readonly T[]): Record<T, Rate> {
  const entries = choices.map((choice) => [
    choice,
    rate(values.map((value) => value === choice)) ?? {value: 0, mcse: 0, n: 0},
  ]);
  return Object.fromEntries(entries) as Record<T, Rate>;
}
