import type {Points} from '../curve.ts';

/** Places of the knots as distances below the onset in lengths of the rise: each set is one more choice of smoothness; a negative one lies above the onset. */
const KNOTS: ReadonlyArray<readonly number[]> = [[], [0.5], [0.25, 0.5, 0.75], [0.25, 0.5, 0.75, -0.5]];
/** Width of the kernel that reads the continuous metric at a loss, in lengths of the rise. */
const READING = 0.04;

/** Mean of values near a loss, by a normal kernel. */
function readAt(x: Float64Array, values: Float64Array, at: number, width: number): number {
  let sum = 0;
  let mass = 0;
  for (let i = 0; i < x.length; i++) {
    const z = (x[i]! - at) / width;
    // Never quite 0, so that a loss far from all points still has a mean.
    const k = Math.exp(-0.5 * Math.min(z * z, 200));
    sum += k * values[i]!;
    mass += k;
  }
  return sum / mass;
}

/**
 * Smooth functions of the continuous metric, from the plainest to the richest, each a list of columns: polynomials of degree one to three and
 * cubic splines whose knots lie where the metric stands at given losses around the onset, so that the function bends most where the rise is.
 */
export function smoothBases({x}: Points, values: Float64Array, eta: number): Float64Array[][] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - low;
  const scaled = values.map((value) => (value - low) / range);
  const rise = eta - x[0]!;
  const powers = [0, 1, 2, 3].map((k) => scaled.map((t) => t ** k));
  const splines = KNOTS.map((distances) => [
    ...powers,
    ...distances.map((distance) => {
      const knot = (readAt(x, values, eta - distance * rise, READING * rise) - low) / range;
      return scaled.map((t) => Math.max(t - knot, 0) ** 3);
    }),
  ]);
  return [powers.slice(0, 2), powers.slice(0, 3), ...splines];
}
