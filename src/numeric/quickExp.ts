import {exp} from './elementary.ts';

const BITS = 7;
const STEPS = 2 ** BITS;

/** 2^(i / 128), and whole powers of two from 2^-126 on. */
const ROOTS = Float64Array.from({length: STEPS}, (_, i) => exp((i * Math.LN2) / STEPS));
const POWERS = Float64Array.from({length: 253}, (_, i) => 2 ** (i - 126));

/** Adding and taking away 1.5 * 2^52 rounds to the nearest integer. */
const MAGIC = 6755399441055744;

/** e^x for |x| below 87, relative error below 1e-11: the nearest 128th power of two, and a series from there. */
export function quickExp(x: number): number {
  const n = x * (STEPS / Math.LN2) + MAGIC - MAGIC;
  const r = x - n * (Math.LN2 / STEPS);
  return POWERS[(n >> BITS) + 126]! * ROOTS[n & (STEPS - 1)]! * (1 + r * (1 + r * (1 / 2 + r / 6)));
}
