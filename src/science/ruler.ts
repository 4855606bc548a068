import type {Truth} from './latent.ts';

/**
 * How the loss of one family of models reads: its tokenizer and its corpus decide how many nats a token costs, so that losses of two families
 * are on two rulers (Du et al. 2024, section 7, arXiv:2403.15796). Printed loss = offset + scale x the loss that ability follows.
 */
export interface Ruler {
  /** Nats per token that are added. */
  readonly offset: number;
  /** Factor; 1 where only the entropy of the corpus differs. */
  readonly scale: number;
  /** H: entropy of the family's tokens drawn one by one (unigrams), nats per token; null where it is not known. */
  readonly unigram: number | null;
}

/** Rulers by the name of a family; a family without one prints the loss itself. */
export type Rulers = Readonly<Record<string, Ruler>>;

/** Losses that scores can be laid against: as the family prints it, or less the entropy of its unigrams. */
export const LOSS_AXES = ['loss', 'normalisedLoss'] as const;

/** Name of a loss axis. */
export type LossAxisName = (typeof LOSS_AXES)[number];

/** Name of a world on an axis, where none is given. */
export function nameOn(world: string, axis: LossAxisName): string {
  return axis === 'loss' ? world : `${world}-normalised`;
}

const PLAIN: Ruler = {offset: 0, scale: 1, unigram: null};

/** The ruler of a family. */
export function rulerOf(rulers: Rulers | undefined, family: string): Ruler {
  return rulers && Object.hasOwn(rulers, family) ? rulers[family]! : PLAIN;
}

/** Printed loss of a family, nats per token, from the loss that ability follows. */
export function printedLoss({offset, scale}: Ruler, loss: number): number {
  return offset + scale * loss;
}

/**
 * A printed loss on an axis. The normalised one is L - H, negative for a model that beats unigrams: the logarithm of the unigram-normalised perplexity
 * PPLu = exp(L - H) (Roh, Oh and Lee 2020, arXiv:2011.13220); missing, NaN, where H is not known.
 */
export function onAxis({unigram}: Ruler, printed: number, axis: LossAxisName): number {
  return axis === 'loss' ? printed : printed - (unigram ?? Number.NaN);
}

/** Differences of onsets and widths below this are rounding, nats. */
const ROUNDING = 1e-9;

/**
 * What is planted in a curve of all families together, on an axis: onset and width in its units where all rulers put them at one place; null where
 * they do not, because the families then bend at places of their own.
 */
export function truthOn({onset, width}: Truth, rulers: readonly Ruler[], axis: LossAxisName): Truth | null {
  if (onset === null) return {onset, width};
  const places = rulers.map((ruler) => onAxis(ruler, printedLoss(ruler, onset), axis));
  const widths = rulers.map(({scale}) => scale * (width ?? 0));
  const alike = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) <= ROUNDING;
  if (!alike(places) || !alike(widths)) return null;
  return {onset: places[0]!, width: width === null ? null : widths[0]!};
}
