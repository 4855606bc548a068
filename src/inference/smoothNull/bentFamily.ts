import type {Height} from '../gridMinimum.ts';
import {bentColumns} from '../hingeLine.ts';
import type {FitKernel} from '../kernel/kernel.ts';
import type {ShapeChoice} from '../menu.ts';
import type {Noise} from '../noise.ts';
import {makeSurface} from '../surface.ts';
import type {Family} from './region.ts';

/** Bent hinges of one shape at losses `x`, eta on the axis `a` and w on the axis `b`. */
export function bentFamily(
  x: Float64Array,
  noise: Noise,
  shape: ShapeChoice,
  {a, b}: Pick<Family, 'a' | 'b'>,
  kernel: FitKernel,
): Family {
  return {
    a,
    b,
    columnsAt: (i, j) => bentColumns(x, shape, a.at(i), b.at(j)),
    heights(z): Height {
      const surface = makeSurface({x, y: z.map((value, i) => value / noise.root[i]!)}, noise, [shape], kernel);
      const out = new Float64Array(1);
      return (i, j) => {
        surface.at(a.at(i), b.at(j), out);
        return out[0]!;
      };
    },
  };
}
