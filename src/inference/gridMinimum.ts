import {goldenMinimum} from '../numeric/golden.ts';

/** A place and the height there. */
export interface Low {
  readonly location: number;
  readonly scale: number;
  readonly height: number;
}

const STRIDE = 6;
const STARTS = 3;
const GOLDEN_STEPS = 20;

/** Every sixth index and the last. */
function coarse(count: number): number[] {
  const out = Array.from({length: Math.ceil(count / STRIDE)}, (_, i) => i * STRIDE);
  if (out[out.length - 1] !== count - 1) out.push(count - 1);
  return out;
}

/**
 * Least value of `height` over a grid of locations and scales: every sixth node, every node around the three lowest,
 * then golden sections between nodes by turns. Locations and scales rise.
 */
export function gridMinimum(
  height: (location: number, scale: number) => number,
  locations: Float64Array,
  scales: Float64Array,
): Low {
  const nodes = coarse(locations.length).flatMap((i) =>
    coarse(scales.length).map((j) => ({i, j, height: height(locations[i]!, scales[j]!)})),
  );
  nodes.sort((a, b) => a.height - b.height);
  let best = nodes[0]!;
  for (const start of nodes.slice(0, STARTS)) {
    for (let i = Math.max(start.i - STRIDE, 0); i <= Math.min(start.i + STRIDE, locations.length - 1); i++) {
      for (let j = Math.max(start.j - STRIDE, 0); j <= Math.min(start.j + STRIDE, scales.length - 1); j++) {
        const value = height(locations[i]!, scales[j]!);
        if (value < best.height) best = {i, j, height: value};
      }
    }
  }
  const near = (values: Float64Array, at: number): [number, number] => [
    values[Math.max(at - 1, 0)]!,
    values[Math.min(at + 1, values.length - 1)]!,
  ];
  let low: Low = {location: locations[best.i]!, scale: scales[best.j]!, height: best.height};
  for (let round = 0; round < 4; round++) {
    const {scale} = low;
    const location = goldenMinimum((x) => height(x, scale), ...near(locations, best.i), GOLDEN_STEPS);
    if (height(location, scale) < low.height) low = {location, scale, height: height(location, scale)};
    const place = low.location;
    const finer = goldenMinimum((x) => height(place, x), ...near(scales, best.j), GOLDEN_STEPS);
    if (height(place, finer) < low.height) low = {location: place, scale: finer, height: height(place, finer)};
  }
  return low;
}
