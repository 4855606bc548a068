// AssemblyScript. The functions of src/numeric/float32.ts for four lanes at a time: the same operations in the same order, so the same bits.

/** 2^x for x from -126 to 126 (`exp2f`). */
// @ts-ignore: decorator
@inline
export function exp2(x: v128): v128 {
  // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the sum.
  const shifted = f32x4.add(x, f32x4.splat(12582912));
  const r = f32x4.sub(x, f32x4.sub(shifted, f32x4.splat(12582912)));
  let p = f32x4.add(f32x4.mul(f32x4.splat(0.0013264722), r), f32x4.splat(0.009671513));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.0555073376));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.240222421));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.693146978));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  // The shift drops the exponent of `shifted` and leaves n where the exponent of a float stands.
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** Natural logarithm of positive normal numbers (`logf`). */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const e = i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23);
  const t = f32x4.sub(i32x4.sub(x, i32x4.shl(e, 23)), f32x4.splat(1));
  let p = f32x4.add(f32x4.mul(f32x4.splat(0.087004345), t), f32x4.splat(-0.142674868));
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(0.149147682));
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-0.165775847));
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(0.199630638));
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-0.250013371));
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(0.333339107));
  const square = f32x4.mul(t, t);
  const y = f32x4.sub(f32x4.mul(f32x4.mul(square, t), p), f32x4.mul(f32x4.splat(0.5), square));
  return f32x4.add(f32x4.add(t, y), f32x4.mul(f32x4.convert_i32x4_s(e), f32x4.splat(0.693147182)));
}

/** sin(pi v) for v from 0 to 1/2 (`sinPif`). */
// @ts-ignore: decorator
@inline
export function sinPi(v: v128): v128 {
  const z = f32x4.mul(v, v);
  let p = f32x4.add(f32x4.mul(f32x4.splat(0.07722013), z), f32x4.splat(-0.598045175));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.55003138));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.16770688));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(3.14159258));
  return f32x4.mul(p, v);
}

/** cos(pi v) for v from 0 to 1/2 (`cosPif`). */
// @ts-ignore: decorator
@inline
export function cosPi(v: v128): v128 {
  const z = f32x4.mul(v, v);
  let p = f32x4.add(f32x4.mul(f32x4.splat(0.219697058), z), f32x4.splat(-1.33188031));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(4.05841194));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-4.93479286));
  return f32x4.add(f32x4.mul(p, z), f32x4.splat(1));
}
