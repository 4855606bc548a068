import {pow} from './elementary.ts';

/** The root of x^(d + 1) = x + 1: the golden ratio for d = 1. */
function goldenRatio(d: number): number {
  let x = 2;
  for (let i = 0; i < 100; i++) x = pow(1 + x, 1 / (d + 1));
  return x;
}

/**
 * Points that fill the unit cube evenly; shape [dimensions][points]. The first coordinate is the regular grid (i + 1/2) / points,
 * the others are the Kronecker sequence frac(1/2 + (i + 1) g^-j), g the golden ratio of their number (Roberts 2018,
 * "The unreasonable effectiveness of quasirandom sequences"). Means of smooth functions over them are far closer than random ones.
 */
export function quasiPoints(points: number, dimensions: number): Float64Array[] {
  const ratio = goldenRatio(Math.max(dimensions - 1, 1));
  return Array.from({length: dimensions}, (_, j) => {
    const step = pow(ratio, -j);
    return Float64Array.from({length: points}, (_, i) => {
      if (j === 0) return (i + 0.5) / points;
      const place = 0.5 + (i + 1) * step;
      return place - Math.floor(place);
    });
  });
}
