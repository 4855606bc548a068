import {times} from './times.ts';

/** A fit that is linear in its parameters. */
export interface LinearFit {
  /** One coefficient a column; 0 for a column that depends on those before it. */
  readonly coefficients: Float64Array;
  /** Weighted residual sum of squares. */
  readonly rss: number;
  /** Number of independent columns. */
  readonly rank: number;
  /** (X' W X)^-1, [columns, columns] row by row; 0 for dependent columns. */
  readonly inverse: Float64Array;
}

/** Squared sine of the angle to the columns before it below which a column counts as dependent. */
const DEPENDENT = 1e-20;

/** Upper triangle of the factorisation, orthonormal columns and which columns they came from. */
interface Factors {
  readonly q: Float64Array[];
  readonly r: Float64Array[];
  readonly kept: number[];
}

/** Inner product of two vectors of one length; four sums at once, for one alone would wait for itself. */
export function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const whole = n - (n & 3);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < n; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** A copy of values, times the roots of their weights. */
function weighted(values: Float64Array, root: Float64Array | null): Float64Array {
  return root ? times(values, root) : values.slice();
}

/** Takes a unit vector out of another in place and gives the share of it that was there. */
export function takeOut(unit: Float64Array, rest: Float64Array): number {
  const share = dot(unit, rest);
  for (let i = 0; i < rest.length; i++) rest[i]! -= share * unit[i]!;
  return share;
}

/** Gram-Schmidt on weighted columns, each made orthogonal twice (Giraud, Langou and Rozloznik 2005: twice is enough). */
function factorise(columns: readonly Float64Array[], root: Float64Array | null): Factors {
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  const kept: number[] = [];
  columns.forEach((column, index) => {
    const rest = weighted(column, root);
    const size = dot(rest, rest);
    const shares = new Float64Array(q.length + 1);
    for (let round = 0; round < 2; round++) {
      for (let j = 0; j < q.length; j++) shares[j]! += takeOut(q[j]!, rest);
    }
    const left = dot(rest, rest);
    if (!(left > DEPENDENT * size)) return;
    const length = Math.sqrt(left);
    shares[q.length] = length;
    for (let i = 0; i < rest.length; i++) rest[i]! /= length;
    q.push(rest);
    r.push(shares);
    kept.push(index);
  });
  return {q, r, kept};
}

/** Solves the upper triangle R x = z, column j of R being `r[j]`. */
function backward(r: readonly Float64Array[], z: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(z);
  for (let j = r.length - 1; j >= 0; j--) {
    x[j]! /= r[j]![j]!;
    for (let i = 0; i < j; i++) x[i]! -= r[j]![i]! * x[j]!;
  }
  return x;
}

/**
 * Weighted least squares: minimises sum_i (root_i (y_i - sum_k b_k X_ik))^2.
 * `columns` holds X column by column, `root` the square roots of the weights (all 1 without).
 */
export function leastSquares(
  columns: readonly Float64Array[],
  y: Float64Array,
  root: Float64Array | null = null,
): LinearFit {
  const {q, r, kept} = factorise(columns, root);
  const rest = weighted(y, root);
  const shares = q.map((unit) => takeOut(unit, rest));
  const size = columns.length;
  const coefficients = new Float64Array(size);
  backward(r, shares).forEach((value, j) => {
    coefficients[kept[j]!] = value;
  });
  const units = kept.map((_, j) =>
    backward(
      r,
      kept.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  const inverse = new Float64Array(size * size);
  for (const [a, rowA] of kept.entries()) {
    for (const [b, rowB] of kept.entries()) {
      let sum = 0;
      for (const unit of units) sum += unit[a]! * unit[b]!;
      inverse[rowA * size + rowB] = sum;
    }
  }
  return {coefficients, rss: dot(rest, rest), rank: kept.length, inverse};
}
