import {quantileOfSorted} from '../numeric/quantile.ts';

/** The fine grid of the search: eta by equal steps, w = 0 and then by equal ratios. */
export interface Grid {
  readonly onset: Float64Array;
  readonly width: Float64Array;
  /** Step of eta, nats. */
  readonly step: number;
}

const ONSETS = 252;
const WIDTHS = 30;
/** Onsets looked at: the middle 94 % of the points. */
const MIDDLE = [0.03, 0.97] as const;
/** Smallest and largest positive width, as shares of the span of onsets. */
const WIDTH_SHARES = [0.004, 4 / 3] as const;

/** The grid over losses in rising order: 253 onsets and 31 widths (0.003 nats and 0.003 to 1.0 nats in the design of Du et al. 2024). */
export function makeGrid(x: Float64Array): Grid {
  const low = quantileOfSorted(x, MIDDLE[0]);
  const span = quantileOfSorted(x, MIDDLE[1]) - low;
  const step = span / ONSETS;
  const ratio = (WIDTH_SHARES[1] / WIDTH_SHARES[0]) ** (1 / (WIDTHS - 1));
  return {
    onset: Float64Array.from({length: ONSETS + 1}, (_, a) => low + a * step),
    width: Float64Array.from({length: WIDTHS + 1}, (_, b) => (b === 0 ? 0 : WIDTH_SHARES[0] * span * ratio ** (b - 1))),
    step,
  };
}
