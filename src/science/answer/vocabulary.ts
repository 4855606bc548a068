import {exp, log} from '../../numeric/elementary.ts';

/** How much of a model's probability falls on the options of a question at all, before it is renormalised over them. */
export interface VocabularyMass {
  /** Loss at which half of it does, nats per token. */
  readonly middle: number;
  /** Nats of loss in which the mass far above `middle` grows by a factor e: an answer of 1 / scale tokens gains that much. */
  readonly scale: number;
  /** Standard deviation over questions of the log-odds of the mass: some wordings are likelier than others. */
  readonly spread: number;
}

/**
 * Illustrative: no paper prints these masses. The scale, two tokens, is set so that about 90 % of the questions of HellaSwag follow compute with a
 * Spearman correlation above 0.75 over the sizes of Pythia, as Schaeffer et al. 2024 report for ARC-Challenge.
 */
export const VOCABULARY: VocabularyMass = {middle: 2, scale: 0.5, spread: 1};

/**
 * m_i(L) = -ln(1 + exp((L - middle) / scale - spread u_i)), the log of the mass on all options of question i, u_i standard normal and a
 * property of the question: it rises smoothly as the loss L falls and stays below 0, in any world. With it ln p_vocab(c) = m_i(L) + ln p_choices(c),
 * so that the mass on the correct and on the wrong options rises alike (Schaeffer et al. 2024, arXiv:2406.04391).
 */
export function logOptionMass(loss: number, u: number, {middle, scale, spread}: VocabularyMass = VOCABULARY): number {
  const x = (loss - middle) / scale - spread * u;
  return -(Math.max(x, 0) + log(1 + exp(-Math.abs(x))));
}
