// AssemblyScript. Smooth curves of loss (src/inference/smoothFamilies.ts), two points at a time.
import {exp} from './exp';
import {NUMBER, PAIR} from './rows';

/** Arguments of exp beyond this are infinite for all purposes. */
const LARGEST: f64 = 600;
/** e^-40 of the value at the first loss is nothing. */
const NOTHING: f64 = -40;

/** Fills `out` with e^(rate d) of a row of distances. */
export function fillExponential(distances: usize, out: usize, points: i32, rate: f64): void {
  const end = <usize>points * NUMBER;
  for (let at: usize = 0; at < end; at += PAIR) {
    const power = f64x2.mul(f64x2.splat(rate), v128.load(distances + at));
    v128.store(out + at, exp(f64x2.pmax(f64x2.pmin(power, f64x2.splat(LARGEST)), f64x2.splat(-LARGEST))));
  }
}

/** Fills `out` with (1 + start) / (1 + start growth). */
export function fillLogistic(growth: usize, out: usize, points: i32, start: f64): void {
  const one = f64x2.splat(1);
  const end = <usize>points * NUMBER;
  for (let at: usize = 0; at < end; at += PAIR) {
    const below = f64x2.add(one, f64x2.mul(f64x2.splat(start), v128.load(growth + at)));
    v128.store(out + at, f64x2.div(f64x2.splat(1 + start), below));
  }
}

/** Fills `out` with e^(start (1 - growth)), 0 where that is nothing. */
export function fillGompertz(growth: usize, out: usize, points: i32, start: f64): void {
  const nothing = f64x2.splat(NOTHING);
  const end = <usize>points * NUMBER;
  let at: usize = 0;
  for (; at < end; at += PAIR) {
    const power = f64x2.mul(f64x2.splat(start), f64x2.sub(f64x2.splat(1), v128.load(growth + at)));
    if (f64x2.extract_lane(power, 0) < NOTHING) break;
    v128.store(out + at, v128.and(exp(f64x2.pmax(power, nothing)), f64x2.ge(power, nothing)));
  }
  if (at < end) memory.fill(out + at, 0, end - at);
}
