/**
 * Elementary functions from + - * / alone: the same bits on every JavaScript engine.
 * Math.exp, Math.log and Math.pow differ in the last bit between engines, so the simulation path uses these.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
const bits = new DataView(new ArrayBuffer(8));

/** Powers of two from 2^-1022 to 2^1023. */
const POWERS = Float64Array.from({length: 2046}, (_, i) => {
  bits.setUint32(0, (i + 1) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
});

/** 2^k for an integer k from -1022 to 1023. */
function powerOfTwo(k: number): number {
  return POWERS[k + 1022]!;
}

/** The sum of r^(k - 2) / k! for k from 2 to 13; written out, for a loop over coefficients takes twice as long. */
function expSeries(r: number): number {
  const high = ((((1 / 6227020800) * r + 1 / 479001600) * r + 1 / 39916800) * r + 1 / 3628800) * r + 1 / 362880;
  const low = ((((high * r + 1 / 40320) * r + 1 / 5040) * r + 1 / 720) * r + 1 / 120) * r + 1 / 24;
  return (low * r + 1 / 6) * r + 1 / 2;
}

/** The sum of z^(k - 1) / (2 k + 1) for k from 1 to 11. */
function logSeries(z: number): number {
  const high = ((((1 / 23) * z + 1 / 21) * z + 1 / 19) * z + 1 / 17) * z + 1 / 15;
  const low = (((high * z + 1 / 13) * z + 1 / 11) * z + 1 / 9) * z + 1 / 7;
  return (low * z + 1 / 5) * z + 1 / 3;
}

/** e^x, relative error below 4e-16 where the result is normal; 0 below -745.2, Infinity above 709.8. */
export function exp(x: number): number {
  if (x > 709.79) return Number.POSITIVE_INFINITY;
  if (x < -745.2) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.round(x * INVERSE_LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const m = 1 + (r + r * r * expSeries(r));
  if (k > 1022) return m * powerOfTwo(k - 1) * 2;
  if (k < -1021) return m * powerOfTwo(k + 60) * powerOfTwo(-60);
  return m * powerOfTwo(k);
}

/** Natural logarithm, relative error below 4e-16; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (x === Number.POSITIVE_INFINITY || Number.isNaN(x)) return x;
  if (x <= 0) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 18014398509481984 : x;
  bits.setFloat64(0, normal);
  const k = (bits.getUint32(0) >>> 20) - 1023;
  let e = subnormal ? k - 54 : k;
  // Scaled down, not written over: a number that is read as soon as half of it is written costs as much as all the rest. 2^-1023 is not in the table.
  let m = k === 1023 ? normal * 0.5 * powerOfTwo(-1022) : normal * powerOfTwo(-k);
  if (m > Math.SQRT2) {
    m *= 0.5;
    e += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const p = logSeries(z);
  // log m = 2 s + 2 s z p = f - s (f - 2 z p): the first term is exact.
  return e * LN2_HIGH + (f - (s * (f - 2 * z * p) - e * LN2_LOW));
}

/** x^y for x > 0, relative error below 1e-15 (1 + |y ln x|). */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  return x === 0 ? (y > 0 ? 0 : Number.POSITIVE_INFINITY) : exp(y * log(x));
}

const COS_SERIES = [
  1,
  1 / 2,
  1 / 24,
  1 / 720,
  1 / 40320,
  1 / 3628800,
  1 / 479001600,
  1 / 87178291200,
  1 / 20922789888000,
  1 / 6402373705728000,
  1 / 2432902008176640000,
];

/** cos(pi t) for t from 0 to 1, absolute error below 1e-15. */
export function cosPi(t: number): number {
  const flip = t > 0.5;
  const x = Math.PI * (flip ? 1 - t : t);
  const z = -x * x;
  let sum = 0;
  for (let k = COS_SERIES.length - 1; k >= 0; k--) sum = sum * z + COS_SERIES[k]!;
  return flip ? -sum : sum;
}
