import type {Sample} from './sample.ts';

/** Weighted means and sums of squares and products around them, of a growing set of points; entry i is for the i-th set. */
export interface Running {
  readonly total: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: Float64Array;
}

/** Room for the sums of up to `length` sets. */
function roomFor(length: number): Running {
  const make = () => new Float64Array(length);
  return {total: make(), x: make(), y: make(), xx: make(), xy: make(), yy: make()};
}

/** Adds the points `from`, `from + step` ... one by one (West 1979: no sum of raw squares, so nothing cancels); entry i of `out` is filled when point i is added. */
export function running(
  {x, y, weight}: Sample,
  from: number,
  to: number,
  step: 1 | -1,
  out = roomFor(x.length),
): Running {
  let total = 0;
  let mx = 0;
  let my = 0;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = from; i !== to; i += step) {
    const w = weight ? weight[i]! : 1;
    const dx = x[i]! - mx;
    const dy = y[i]! - my;
    total += w;
    mx += (w / total) * dx;
    my += (w / total) * dy;
    xx += w * dx * (x[i]! - mx);
    xy += w * dx * (y[i]! - my);
    yy += w * dy * (y[i]! - my);
    out.total[i] = total;
    out.x[i] = mx;
    out.y[i] = my;
    out.xx[i] = xx;
    out.xy[i] = xy;
    out.yy[i] = yy;
  }
  return out;
}

/** Slope of the line of a set; 0 where all its x are the same. */
export function slopeAt({xx, xy}: Running, i: number): number {
  return xx[i]! > 0 ? xy[i]! / xx[i]! : 0;
}

/** Residual sum of squares of the line of a set. */
export function lineRss(sums: Running, i: number): number {
  return Math.max(sums.yy[i]! - slopeAt(sums, i) * sums.xy[i]!, 0);
}
