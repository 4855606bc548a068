/** One parameter of a grid: its value at any place from 0 to `last`, between whole places too. */
export interface Axis {
  readonly last: number;
  at(place: number): number;
  /** The place of a value. */
  place(value: number): number;
}

/** Equal steps from `low`. */
export function evenAxis(low: number, step: number, last: number): Axis {
  return {last, at: (place) => low + step * place, place: (value) => (value - low) / step};
}

/** Equal ratios from `low`, until `high` is reached. */
export function geometricAxis(low: number, high: number, ratio: number): Axis {
  const rate = Math.log(ratio);
  const last = Math.max(Math.ceil(Math.log(high / low) / rate - 1e-9), 0);
  return {last, at: (place) => low * Math.exp(rate * place), place: (value) => Math.log(value / low) / rate};
}

/** A parameter that a family does not have. */
export const NO_AXIS: Axis = {last: 0, at: () => 0, place: () => 0};

/** A place on two axes and the height there. */
export interface Low {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** Strides of the first look; each start then goes down with ever shorter strides. */
const STRIDE = 16;
const STARTS = 4;
/** Rounds of polishing at most, and the step of their differences. */
const ROUNDS = 30;
const HALF = 0.5;
/** Steps longer than this many places are not trusted at first. */
const TRUST = 4;
/** Less gain than this share of the height is none. */
const LITTLE = 1e-9;
/** Trials of a shorter step at most. */
const SHORTENINGS = 60;

/** Height at a place on either axis. */
export type Height = (a: number, b: number) => number;

function clamp(place: number, {last}: Axis): number {
  return Math.min(Math.max(place, 0), last);
}

/** Every sixteenth place and the last. */
function coarse({last}: Axis): number[] {
  const out = Array.from({length: Math.ceil(last / STRIDE)}, (_, i) => i * STRIDE);
  return [...out, last];
}

/** The lowest local lows of the coarse grid. */
function starts(height: Height, a: Axis, b: Axis): Low[] {
  const as = coarse(a);
  const bs = coarse(b);
  const heights = new Float64Array(as.length * bs.length);
  bs.forEach((j, row) => {
    as.forEach((i, column) => {
      heights[row * as.length + column] = height(i, j);
    });
  });
  const isLow = (row: number, column: number): boolean => {
    const own = heights[row * as.length + column]!;
    for (let j = Math.max(row - 1, 0); j <= Math.min(row + 1, bs.length - 1); j++) {
      for (let i = Math.max(column - 1, 0); i <= Math.min(column + 1, as.length - 1); i++) {
        if (heights[j * as.length + i]! < own) return false;
      }
    }
    return true;
  };
  const lows = Array.from(heights.keys()).flatMap((at) => {
    const column = at % as.length;
    const row = (at - column) / as.length;
    return isLow(row, column) ? [{a: as[column]!, b: bs[row]!, height: heights[at]!}] : [];
  });
  return lows.sort((left, right) => left.height - right.height).slice(0, STARTS);
}

/** Remembers the heights of places on the way down. */
function remembered(height: Height, a: Axis): Height {
  const known = new Map<number, number>();
  return (i, j) => {
    const place = j * (a.last + 1) + i;
    const value = known.get(place) ?? height(i, j);
    known.set(place, value);
    return value;
  };
}

/** Goes down from node to node, the stride halved where no neighbour is lower, to stride 1. */
function descend(height: Height, a: Axis, b: Axis, start: Low): Low {
  let low = start;
  for (let stride = STRIDE; stride >= 1; ) {
    let next = low;
    // Places with one b after the other: a family may keep what depends on b alone.
    for (let j = -1; j <= 1; j++) {
      const toB = clamp(low.b + j * stride, b);
      for (let i = a.last > 0 ? -1 : 0; i <= (a.last > 0 ? 1 : 0); i++) {
        const toA = clamp(low.a + i * stride, a);
        if (toA === low.a && toB === low.b) continue;
        const value = height(toA, toB);
        if (value < next.height) next = {a: toA, b: toB, height: value};
      }
    }
    if (next === low) stride /= 2;
    low = next;
  }
  return low;
}

/** Heights at a place, `own` where it is known, and the eight places half a step around it, one b after the other. */
function stencil(height: Height, a: Axis, at: Pick<Low, 'a' | 'b'>, own: number | null): number[] {
  const out: number[] = [];
  const step = a.last > 0 ? HALF : 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      if (step === 0 && i > -1) out.push(out[3 * j + 3]!);
      else if (own !== null && i * step === 0 && j === 0) out.push(own);
      else out.push(height(at.a + i * step, at.b + j * HALF));
    }
  }
  return out;
}

/** A step on both axes, and how much lower the quadratic through a stencil is there. */
type Step = readonly [number, number, number];

/** The step to the lowest point of the quadratic through a stencil, no longer than `trust`; its bends are made positive where they are not. */
function quadraticStep(heights: readonly number[], trust: number): Step {
  const [mm, zm, pm, m0, z0, p0, mp, zp, pp] = heights as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const slopeA = (p0 - m0) / (2 * HALF);
  const slopeB = (zp - zm) / (2 * HALF);
  const bendA = (p0 - 2 * z0 + m0) / (HALF * HALF);
  const bendB = (zp - 2 * z0 + zm) / (HALF * HALF);
  const cross = (pp - pm - mp + mm) / (4 * HALF * HALF);
  // Levenberg-Marquardt: the least shift that makes the bends positive, then more until the step is short enough.
  const lowest = (bendA + bendB) / 2 - Math.hypot((bendA - bendB) / 2, cross);
  const size = Math.abs(bendA) + Math.abs(bendB) || 1;
  let more = lowest > 1e-9 * size ? 0 : 1e-6 * size - lowest;
  for (let k = 0; k < SHORTENINGS; k++, more = 4 * more + 1e-9 * size) {
    const determinant = (bendA + more) * (bendB + more) - cross * cross;
    const stepA = (cross * slopeB - (bendB + more) * slopeA) / determinant;
    const stepB = (cross * slopeA - (bendA + more) * slopeB) / determinant;
    if (Math.hypot(stepA, stepB) > trust) continue;
    const slope = slopeA * stepA + slopeB * stepB;
    const bend = 0.5 * (bendA * stepA * stepA + bendB * stepB * stepB) + cross * stepA * stepB;
    return [stepA, stepB, -(slope + bend)];
  }
  return [0, 0, 0];
}

/** Between the nodes: Newton steps in a region of trust, from differences over half a step. */
function polish(height: Height, a: Axis, b: Axis, start: Low): Low {
  let low = start;
  let trust = TRUST;
  // Known where the last step was no gain: then only the trust is less.
  let heights: readonly number[] | null = null;
  const inner = (place: number, {last}: Axis): number => Math.min(Math.max(place, HALF), Math.max(last - HALF, 0));
  for (let round = 0; round < ROUNDS && trust > 1e-3; round++) {
    const middle = {a: a.last > 0 ? inner(low.a, a) : 0, b: inner(low.b, b)};
    heights ??= stencil(height, a, middle, middle.a === low.a && middle.b === low.b ? low.height : null);
    const [stepA, stepB, promised] = quadraticStep(heights, trust);
    const to = {a: clamp(middle.a + stepA, a), b: clamp(middle.b + stepB, b)};
    const value = height(to.a, to.b);
    const gain = low.height - value;
    if (gain > 0) {
      low = {...to, height: value};
      heights = null;
      if (gain < LITTLE * value) break;
      trust *= 2;
    } else trust /= 4;
    if (promised < LITTLE * value) break;
  }
  return low;
}

/** The least height near any of some places: down from the nodes next to them, whose heights may be known, then between the nodes by Newton steps. */
export function lowNear(
  height: Height,
  a: Axis,
  b: Axis,
  places: ReadonlyArray<Pick<Low, 'a' | 'b'>>,
  nodes = remembered(height, a),
): Low {
  const lows = places.map((place) => {
    const start = {a: clamp(Math.round(place.a), a), b: clamp(Math.round(place.b), b)};
    return descend(nodes, a, b, {...start, height: nodes(start.a, start.b)});
  });
  const own = lows.filter((low, k) => lows.findIndex(({height: other}) => other === low.height) === k);
  return own.map((low) => polish(height, a, b, low)).reduce((best, low) => (low.height < best.height ? low : best));
}

/**
 * Least height over two axes: every sixteenth place, down from the four lowest local lows to single places,
 * then between them by Newton steps. Heights are asked for at places, not values.
 */
export function gridMinimum(height: Height, a: Axis, b: Axis): Low {
  const nodes = remembered(height, a);
  return lowNear(height, a, b, starts(nodes, a, b), nodes);
}
