import {pow} from '../../numeric/elementary.ts';

/** Shape of a transformer. */
export interface Shape {
  readonly layers: number;
  /** d_model. */
  readonly width: number;
  /** d_ff. */
  readonly feedForward: number;
  readonly heads: number;
}

/** How the loss rises where a ratio leaves its middle: shares of the loss at the two ends of what the paper plots. */
interface Penalty {
  readonly low: number;
  readonly atLow: number;
  readonly high: number;
  readonly atHigh: number;
  readonly power: number;
}

/** The three ratios of Kaplan et al. 2020, Fig 5. */
export type Ratio = 'feedForward' | 'aspect' | 'head';

/**
 * Ends as read off Fig 5 of Kaplan et al. 2020: feed-forward ratio 40 costs 8 %, aspect ratio 2000 costs 8 % and 3 costs 2.5 %, the head
 * dimension at most 2 %. The low end of the feed-forward ratio and the powers are ours: no formula is printed.
 */
const PENALTIES: Readonly<Record<Ratio, Penalty>> = {
  feedForward: {low: 0.5, atLow: 0.01, high: 40, atHigh: 0.08, power: 1.5},
  aspect: {low: 3, atLow: 0.025, high: 2000, atHigh: 0.08, power: 1},
  head: {low: 10, atLow: 0.01, high: 300, atHigh: 0.02, power: 1},
};

/** d_ff / d_model, d_model / n_layer and d_model / n_head. */
export function ratiosOf({layers, width, feedForward, heads}: Shape): Readonly<Record<Ratio, number>> {
  return {feedForward: feedForward / width, aspect: width / layers, head: width / heads};
}

/**
 * Share by which the loss rises with one ratio: (a (x / high)^(power/2) - b (low / x)^(power/2))^2, which is atLow and atHigh at the two ends
 * and 0 between them. Illustrative: only the ends are read off Kaplan et al. 2020, Fig 5.
 */
export function ratioPenalty(ratio: Ratio, x: number): number {
  const {low, atLow, high, atHigh, power} = PENALTIES[ratio];
  const [atEnd, atStart] = [Math.sqrt(atHigh), Math.sqrt(atLow)];
  const reach = pow(low / high, power / 2);
  const a = (atEnd + atStart * reach) / (1 - reach * reach);
  const b = (atStart + atEnd * reach) / (1 - reach * reach);
  const root = a * pow(x / high, power / 2) - b * pow(low / x, power / 2);
  return root * root;
}

/** Share of more compute that makes up for a loss higher by `share` where L ~ C^-aC: (1 + share)^(1/aC) - 1; 22 % for 1 % with the published 0.050. */
export function computeForLoss(share: number, aC: number): number {
  return pow(1 + share, 1 / aC) - 1;
}

/** Largest model of one layer that follows the law of deeper ones, parameters without embeddings, and the power of the excess: ours, illustrative. */
const ONE_LAYER = {from: 3e3, power: 0.025} as const;

/**
 * Factor on the loss of a model of few layers: 1 from two layers on, where all depths share one line; (N / 3e3)^0.025 for one layer, which
 * falls behind as it grows (Kaplan et al. 2020, Figs 6 and 13, show this without a formula: illustrative).
 */
export function depthFactor(layers: number, params: number): number {
  return layers === 1 ? Math.max(1, pow(params / ONE_LAYER.from, ONE_LAYER.power)) : 1;
}
