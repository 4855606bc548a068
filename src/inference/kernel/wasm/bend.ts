// AssemblyScript. The bent hinge over losses in rising order (src/inference/bend.ts).
import {NUMBER, PAIR} from './rows';

/** Coefficients of ln(1 + e^-v) between places 1 / 64 apart (src/numeric/softplus.ts), four a place, zeros from v = 25 on. */
export const cubics = memory.data(51264, 16);
/**
 * Constants, read from memory: an engine would make each of them anew wherever it is written out. Places a unit, the last place, 1 / 2, and
 * 1.5 * 2^52, which leaves an integer in the low bits of a sum.
 */
const constants = memory.data<f64>([64, 1601, 0.5, 6755399441055744]);
/** Bytes of the coefficients of a place, as a power of two. */
const CUBIC: i32 = 5;
/** Beyond this distance from 0 the soft plus is its asymptote. */
const REACH: f64 = 25;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load64_splat(constants + (index << 3));
}

/** h_w(u) for two u, `rate` = 1 / w. */
// @ts-ignore: decorator
@inline
function bendPair(u: v128, w: v128, rate: v128): v128 {
  const v = f64x2.mul(u, rate);
  const place = f64x2.pmin(f64x2.mul(f64x2.abs(v), constant(0)), constant(1));
  // The integer below, or that above where a place is one.
  const k = f64x2.add(f64x2.sub(place, constant(2)), constant(3));
  const t = f64x2.sub(place, f64x2.sub(k, constant(3)));
  const a = cubics + (<usize>i32x4.extract_lane(k, 0) << CUBIC);
  const b = cubics + (<usize>i32x4.extract_lane(k, 2) << CUBIC);
  const a01 = v128.load(a);
  const a23 = v128.load(a, PAIR);
  const b01 = v128.load(b);
  const b23 = v128.load(b, PAIR);
  let value = f64x2.add(v128.shuffle<f64>(a23, b23, 0, 2), f64x2.mul(t, v128.shuffle<f64>(a23, b23, 1, 3)));
  value = f64x2.add(v128.shuffle<f64>(a01, b01, 1, 3), f64x2.mul(t, value));
  value = f64x2.add(v128.shuffle<f64>(a01, b01, 0, 2), f64x2.mul(t, value));
  return f64x2.mul(w, f64x2.add(f64x2.pmax(v, f64x2.splat(0)), value));
}

/** h_w(u) for one u. */
function bendOf(u: f64, w: f64): f64 {
  if (u > w * REACH) return u;
  if (w == 0 || -u > w * REACH) return 0;
  return f64x2.extract_lane(bendPair(f64x2.splat(u), f64x2.splat(w), f64x2.splat(1 / w)), 0);
}

/**
 * Fills `bends` with the bend and `places` with z = 2 t - 1 as far as the bend is not 0, or for all points where `all` is set,
 * and returns how many that are, rounded up to pairs.
 */
export function fillBend(x: usize, bends: usize, places: usize, points: i32, eta: f64, w: f64, all: bool): i32 {
  const low = bendOf(eta - load<f64>(x + <usize>(points - 1) * NUMBER), w);
  const high = bendOf(eta - load<f64>(x), w);
  const scale = high > low ? 1 / (high - low) : 0;
  const reach = w * REACH;
  const widths = f64x2.splat(w);
  const rates = f64x2.splat(w > 0 ? 1 / w : 0);
  const etas = f64x2.splat(eta);
  const one = f64x2.splat(1);
  const two = f64x2.splat(2);
  const end = <usize>points * NUMBER;
  let at: usize = 0;
  for (; at < end; at += PAIR) {
    const u = f64x2.sub(etas, v128.load(x + at));
    let bend = f64x2.pmax(u, f64x2.splat(0));
    if (f64x2.extract_lane(u, 1) <= reach && w > 0) {
      if (-f64x2.extract_lane(u, 0) <= reach) bend = bendPair(u, widths, rates);
      else if (!all) break;
      else bend = f64x2.splat(0);
    } else if (!all && f64x2.extract_lane(u, 0) <= 0) break;
    v128.store(bends + at, bend);
    const t = f64x2.mul(f64x2.sub(bend, f64x2.splat(low)), f64x2.splat(scale));
    v128.store(places + at, f64x2.sub(f64x2.mul(two, t), one));
  }
  return <i32>(at / NUMBER);
}

/** Fills `squares` with g^2, g = (h - u) `perLoss`, the square of the far side. */
export function fillFarSide(x: usize, bends: usize, squares: usize, points: i32, eta: f64, perLoss: f64): void {
  const end = <usize>points * NUMBER;
  for (let at: usize = 0; at < end; at += PAIR) {
    const h = f64x2.sub(f64x2.add(v128.load(bends + at), v128.load(x + at)), f64x2.splat(eta));
    const g = f64x2.mul(h, f64x2.splat(perLoss));
    v128.store(squares + at, f64x2.mul(g, g));
  }
}
