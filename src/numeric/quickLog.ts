import {log} from './elementary.ts';

const BITS = 7;
const STEPS = 2 ** BITS;

/** The middle of each 128th between 1 and 2, as inverse and as logarithm. */
const INVERSES = Float64Array.from({length: STEPS}, (_, i) => 1 / (1 + (i + 0.5) / STEPS));
const LOGS = INVERSES.map((inverse) => -log(inverse));

/** Powers of two from 2^127 down to 2^-127, by the exponent that they take away. */
const POWERS = Float64Array.from({length: 255}, (_, i) => 2 ** (127 - i));

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** ln x for x from 1e-38 to 3e38, error below 1e-15 (1 + |ln x|): the logarithm of the nearest middle, and a series from there. */
export function quickLog(x: number): number {
  float[0] = x;
  const bits = word[0]!;
  const exponent = bits >> 23;
  const step = (bits >> (23 - BITS)) & (STEPS - 1);
  const z = x * POWERS[exponent]! * INVERSES[step]! - 1;
  const series = z * (1 - z * (1 / 2 - z * (1 / 3 - z * (1 / 4 - z * (1 / 5 - z / 6)))));
  return (exponent - 127) * Math.LN2 + LOGS[step]! + series;
}
