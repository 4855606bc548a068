// AssemblyScript. The exponential function of src/numeric/elementary.ts, two numbers at a time, for results that are normal.

/**
 * Constants, read from memory: an engine would make each of them anew wherever it is written out. 1 / ln 2; 1.5 * 2^52 + 1023, which leaves the
 * nearest integer and the bias of an exponent in the low bits of a sum; ln 2 in two parts; 1 / k! for odd k from 13 to 3, for even k from 12 to 2; 1.
 */
const constants = memory.data<f64>([
  1.4426950408889634,
  6755399441056767,
  0.6931471803691238,
  1.9082149292705877e-10,
  1.6059043836821613e-10,
  2.505210838544172e-8,
  2.7557319223985893e-6,
  0.0001984126984126984,
  0.008333333333333333,
  0.16666666666666666,
  2.08767569878681e-9,
  2.755731922398589e-7,
  2.48015873015873e-5,
  0.001388888888888889,
  0.041666666666666664,
  0.5,
  1,
]);

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load64_splat(constants + (index << 3));
}

/** p r2 + the constant. */
// @ts-ignore: decorator
@inline
function step(p: v128, r2: v128, index: usize): v128 {
  return f64x2.add(f64x2.mul(p, r2), constant(index));
}

/** e^x for x from -700 to 700. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const held = f64x2.add(f64x2.mul(x, constant(0)), constant(1));
  const k = f64x2.sub(held, constant(1));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, constant(2))), f64x2.mul(k, constant(3)));
  const r2 = f64x2.mul(r, r);
  // Odd and even powers apart, so that one need not wait for the other.
  let odd = constant(4);
  odd = step(odd, r2, 5);
  odd = step(odd, r2, 6);
  odd = step(odd, r2, 7);
  odd = step(odd, r2, 8);
  odd = step(odd, r2, 9);
  let even = constant(10);
  even = step(even, r2, 11);
  even = step(even, r2, 12);
  even = step(even, r2, 13);
  even = step(even, r2, 14);
  even = step(even, r2, 15);
  const p = f64x2.add(even, f64x2.mul(r, odd));
  const m = f64x2.add(constant(16), f64x2.add(r, f64x2.mul(r2, p)));
  return f64x2.mul(m, i64x2.shl(held, 52));
}
