import type {Overlap} from './overlap.ts';

/** A piece of the common curve ends where it holds so many points (more where there would be more than 100 pieces), or where it is this share of the axis long. */
const POINTS_A_PIECE = 8;
const MOST_PIECES = 100;
const LONGEST_PIECE = 1 / 12;
/** Squared sine of the angle to the hat functions before it below which one counts as dependent: the points that tell them apart weigh nothing. */
const DEPENDENT = 1e-12;

/** The curve common to all runs. */
export interface CommonCurve {
  /** Number of its free values. */
  readonly count: number;
  /** Leaves of a vector of weighted values what the curve that fits them best does not explain, in place. */
  takeOut(vector: Float64Array): void;
}

/** Corners of the common curve, rising: close together where there are many points, never far apart. */
function cornersOf(sorted: Float64Array): number[] {
  const first = sorted[0]!;
  const last = sorted[sorted.length - 1]!;
  const corners = [first];
  const enough = Math.max(POINTS_A_PIECE, Math.ceil(sorted.length / MOST_PIECES));
  let count = 0;
  for (const at of sorted) {
    count++;
    const corner = corners[corners.length - 1]!;
    if (at > corner && (count >= enough || at - corner >= LONGEST_PIECE * (last - first))) {
      corners.push(at);
      count = 0;
    }
  }
  return corners[corners.length - 1] === last ? corners : [...corners, last];
}

/** Weighted hat functions, of which two at most differ from 0 at a point: that of the corner at or below it, and the next. */
interface Hats {
  readonly corner: Int32Array;
  readonly own: Float64Array;
  readonly next: Float64Array;
}

function hatsOf({x, weightRoot}: Overlap, corners: readonly number[]): Hats {
  const corner = Int32Array.from(x, (at) => {
    const after = corners.findIndex((next) => next > at);
    return (after < 0 ? corners.length : after) - 1;
  });
  const share = x.map((at, i) => {
    const before = corners[corner[i]!]!;
    const after = corners[corner[i]! + 1] ?? Number.POSITIVE_INFINITY;
    return (at - before) / (after - before);
  });
  return {
    corner,
    own: share.map((part, i) => weightRoot[i]! * (1 - part)),
    next: share.map((part, i) => weightRoot[i]! * part),
  };
}

/** L D L' of the products of neighbouring hat functions: 1 / D, 0 for one that depends on those before it, and the side diagonal of L. */
function factorise({corner, own, next}: Hats, count: number): {inverse: Float64Array; side: Float64Array} {
  const square = new Float64Array(count + 1);
  const mixed = new Float64Array(count + 1);
  corner.forEach((k, i) => {
    square[k]! += own[i]! * own[i]!;
    square[k + 1]! += next[i]! * next[i]!;
    mixed[k]! += own[i]! * next[i]!;
  });
  const inverse = new Float64Array(count);
  const side = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const left = k === 0 ? square[k]! : square[k]! - side[k - 1]! * mixed[k - 1]!;
    inverse[k] = left > DEPENDENT * square[k]! ? 1 / left : 0;
    side[k] = mixed[k]! * inverse[k]!;
  }
  return {inverse, side};
}

/** The piecewise linear curve through the points of all runs: it may bend anywhere, so a break common to all runs is no difference. */
export function commonCurve(overlap: Overlap): CommonCurve {
  const corners = cornersOf(overlap.x.slice().sort());
  const count = corners.length;
  const hats = hatsOf(overlap, corners);
  const {inverse, side} = factorise(hats, count);
  const {corner, own, next} = hats;
  // One place more than there are corners: the last corner has no next.
  const height = new Float64Array(count + 1);
  return {
    count: inverse.filter((value) => value > 0).length,
    takeOut(vector) {
      height.fill(0);
      for (let i = 0; i < vector.length; i++) {
        const k = corner[i]!;
        height[k]! += own[i]! * vector[i]!;
        height[k + 1]! += next[i]! * vector[i]!;
      }
      for (let k = 1; k < count; k++) height[k]! -= side[k - 1]! * height[k - 1]!;
      for (let k = count - 1; k >= 0; k--) height[k] = height[k]! * inverse[k]! - side[k]! * height[k + 1]!;
      for (let i = 0; i < vector.length; i++) {
        const k = corner[i]!;
        vector[i]! -= own[i]! * height[k]! + next[i]! * height[k + 1]!;
      }
    },
  };
}
