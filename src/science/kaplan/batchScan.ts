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

/**
 * Smin and Emin of (S / Smin - 1)(E / Emin - 1) = 1 with E = B S (Kaplan et al. 2020, section 5.1), which is S = Smin + Emin / B: least
 * squares of relative errors of S. Null with fewer than three batches, or where noise makes Smin or Emin negative.
 */
export function fitTradeoff(scans: readonly Scan[]): Tradeoff | null {
  if (scans.length < FEWEST) return null;
  const root = Float64Array.from(scans, ({steps}) => 1 / steps);
  const columns = [new Float64Array(scans.length).fill(1), Float64Array.from(scans, ({batch}) => 1 / batch)];
  const {coefficients} = leastSquares(
    columns,
    Float64Array.from(scans, ({steps}) => steps),
    root,
  );
  const [Smin, Emin] = [coefficients[0]!, coefficients[1]!];
  return Smin > 0 && Emin > 0 ? {Smin, Emin, Bcrit: Emin / Smin} : null;
}
