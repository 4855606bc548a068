import {leastSquares} from '../../numeric/leastSquares.ts';

/** One run of a batch scan: the steps it took to reach a loss. */
export interface Scan {
  /** B, tokens. */
  readonly batch: number;
  /** S. */
  readonly steps: number;
}

/** The trade of steps against examples at one loss. */
export interface Tradeoff {
  /** Steps of an unlimited batch. */
  readonly Smin: number;
  /** Tokens of a vanishing batch. */
  readonly Emin: number;
  /** Emin / Smin, tokens. */
  readonly Bcrit: number;
}

/** Fewest batches for two unknowns and something to judge them by. */
const FEWEST = 3;
/** Turns of fitting and weighing. */
const TURNS = 6;

/**
 * Smin and Emin of (S / Smin - 1)(E / Emin - 1) = 1 with E = B S (Kaplan et al. 2020, section 5.1), which is S = Smin + Emin / B: least
 * squares of errors relative to the fitted S, by turns. Null with fewer than three batches, or where noise makes Smin or Emin negative.
 */
export function fitTradeoff(scans: readonly Scan[]): Tradeoff | null {
  if (scans.length < FEWEST) return null;
  const columns = [new Float64Array(scans.length).fill(1), Float64Array.from(scans, ({batch}) => 1 / batch)];
  const y = Float64Array.from(scans, ({steps}) => steps);
  // Weights by the steps themselves would favour runs that noise makes short.
  let root = y.map((steps) => 1 / steps);
  let [Smin, Emin] = [0, 0];
  for (let turn = 0; turn < TURNS; turn++) {
    const {coefficients} = leastSquares(columns, y, root);
    [Smin, Emin] = [coefficients[0]!, coefficients[1]!];
    if (!(Smin > 0 && Emin > 0)) return null;
    root = Float64Array.from(scans, ({batch}) => 1 / (Smin + Emin / batch));
  }
  return {Smin, Emin, Bcrit: Emin / Smin};
}
