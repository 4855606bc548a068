// AssemblyScript. What orthonormal columns leave of four rows of values at a time, with the sums of src/inference/smoothNull/bases.ts in their order.
import {NUMBER, PAIR} from './rows';

/** Bytes of four numbers. */
const FOUR: usize = 32;

/** Square of a sum of products: two pairs of running sums, and the products after the last four. */
// @ts-ignore: decorator
@inline
function squareOf(a: v128, b: v128, column: usize, values: usize, from: usize, end: usize): f64 {
  let first = f64x2.extract_lane(a, 0);
  for (let at = from; at < end; at += NUMBER) first += load<f64>(column + at) * load<f64>(values + at);
  const sum = first + f64x2.extract_lane(a, 1) + (f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1));
  return sum * sum;
}

/**
 * Fills `out`, [4, nodes], with the residual sums of squares of four rows of `points` values, one behind the other, at every node; `totals` are
 * their sums of squares. Columns stand one behind the other; `starts` holds the first of each node and, at the end, of the next.
 */
export function rests(columns: usize, starts: usize, nodes: i32, points: i32, values: usize, totals: usize, out: usize): void {
  const end = <usize>points * NUMBER;
  const whole = <usize>(points & ~3) * NUMBER;
  const z1 = values + end;
  const z2 = z1 + end;
  const z3 = z2 + end;
  const size = <usize>nodes * NUMBER;
  let column = columns;
  for (let node = 0; node < nodes; node++) {
    let r0 = load<f64>(totals);
    let r1 = load<f64>(totals, 8);
    let r2 = load<f64>(totals, 16);
    let r3 = load<f64>(totals, 24);
    const last = load<i32>(starts + (<usize>(node + 1) << 2));
    for (let k = load<i32>(starts + (<usize>node << 2)); k < last; k++) {
      let a0 = f64x2.splat(0), a1 = f64x2.splat(0), a2 = f64x2.splat(0), a3 = f64x2.splat(0);
      let b0 = f64x2.splat(0), b1 = f64x2.splat(0), b2 = f64x2.splat(0), b3 = f64x2.splat(0);
      for (let at: usize = 0; at < whole; at += FOUR) {
        const p = v128.load(column + at);
        const q = v128.load(column + at, PAIR);
        a0 = f64x2.add(a0, f64x2.mul(p, v128.load(values + at)));
        b0 = f64x2.add(b0, f64x2.mul(q, v128.load(values + at, PAIR)));
        a1 = f64x2.add(a1, f64x2.mul(p, v128.load(z1 + at)));
        b1 = f64x2.add(b1, f64x2.mul(q, v128.load(z1 + at, PAIR)));
        a2 = f64x2.add(a2, f64x2.mul(p, v128.load(z2 + at)));
        b2 = f64x2.add(b2, f64x2.mul(q, v128.load(z2 + at, PAIR)));
        a3 = f64x2.add(a3, f64x2.mul(p, v128.load(z3 + at)));
        b3 = f64x2.add(b3, f64x2.mul(q, v128.load(z3 + at, PAIR)));
      }
      r0 -= squareOf(a0, b0, column, values, whole, end);
      r1 -= squareOf(a1, b1, column, z1, whole, end);
      r2 -= squareOf(a2, b2, column, z2, whole, end);
      r3 -= squareOf(a3, b3, column, z3, whole, end);
      column += end;
    }
    const place = out + (<usize>node << 3);
    store<f64>(place, r0);
    store<f64>(place + size, r1);
    store<f64>(place + 2 * size, r2);
    store<f64>(place + 3 * size, r3);
  }
}
