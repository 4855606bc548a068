/**
 * Elementary functions in single precision, every operation rounded to 32 bits in a fixed order: the bits that a SIMD
 * kernel gives when it follows the same order. The polynomials are our own minimax fits (Lawson's iteration);
 * the error of each without rounding stands beside it.
 */

const f = Math.fround;

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** Adding and taking away 1.5 * 2^23 rounds to the nearest integer, ties to even. */
const MAGIC = 12582912;

/** 2^r on [-1/2, 1/2], relative error 9.2e-8. */
const E5 = f(0.0013264722);
const E4 = f(0.009671513);
const E3 = f(0.0555073376);
const E2 = f(0.240222421);
const E1 = f(0.693146978);

/** Powers of two from 2^-126 to 2^127, exact; in double precision because reading is faster. */
const POWERS = Float64Array.from({length: 254}, (_, i) => 2 ** (i - 126));

/** 2^x for x from -126 to 126, relative error below 2.5e-7; the caller keeps x inside. */
export function exp2f(x: number): number {
  // Subtractions and powers of two are exact here and need no rounding.
  const n = f(x + MAGIC) - MAGIC;
  const r = x - n;
  let p = f(f(E5 * r) + E4);
  p = f(f(p * r) + E3);
  p = f(f(p * r) + E2);
  p = f(f(p * r) + E1);
  p = f(f(p * r) + 1);
  return p * POWERS[(n + 126) | 0]!;
}

const LN2 = f(Math.LN2);
/** (ln(1 + t) - t + t^2 / 2) / t^3 on [sqrt(1/2) - 1, sqrt(2) - 1]; ln has a relative error of 3.2e-8. */
const L6 = f(0.087004345);
const L5 = f(-0.142674868);
const L4 = f(0.149147682);
const L3 = f(-0.165775847);
const L2 = f(0.199630638);
const L1 = f(-0.250013371);
const L0 = f(0.333339107);

/** Natural logarithm of a positive normal number, absolute error below 1.2e-7 (1 + |ln x|). */
export function logf(x: number): number {
  float[0] = x;
  const bits = word[0]!;
  // The mantissa is taken to [sqrt(1/2), sqrt(2)): 0x3f3504f3 is sqrt(1/2).
  const e = (bits - 0x3f3504f3) >> 23;
  word[0] = bits - (e << 23);
  const t = float[0]! - 1;
  let p = f(f(L6 * t) + L5);
  p = f(f(p * t) + L4);
  p = f(f(p * t) + L3);
  p = f(f(p * t) + L2);
  p = f(f(p * t) + L1);
  p = f(f(p * t) + L0);
  const square = f(t * t);
  const y = f(f(f(square * t) * p) - 0.5 * square);
  return f(f(t + y) + f(e * LN2));
}

/** sin(pi v) / v in v^2 for v from 0 to 1/2, absolute error of the sine 3.4e-9. */
const S4 = f(0.07722013);
const S3 = f(-0.598045175);
const S2 = f(2.55003138);
const S1 = f(-5.16770688);
const S0 = f(3.14159258);

/** sin(pi v) for v from 0 to 1/2, absolute error below 2e-7. */
export function sinPif(v: number): number {
  const z = f(v * v);
  let p = f(f(S4 * z) + S3);
  p = f(f(p * z) + S2);
  p = f(f(p * z) + S1);
  p = f(f(p * z) + S0);
  return f(p * v);
}

/** cos(pi v) in v^2 for v from 0 to 1/2, absolute error 4.7e-8. */
const C4 = f(0.219697058);
const C3 = f(-1.33188031);
const C2 = f(4.05841194);
const C1 = f(-4.93479286);

/** cos(pi v) for v from 0 to 1/2, absolute error below 2e-7. */
export function cosPif(v: number): number {
  const z = f(v * v);
  let p = f(f(C4 * z) + C3);
  p = f(f(p * z) + C2);
  p = f(f(p * z) + C1);
  return f(f(p * z) + 1);
}
