import {log} from '../../numeric/elementary.ts';
import type {Benchmark} from '../benchmark.ts';
import type {AnswerModel} from '../latent.ts';
import {earlyConfidence, learnedConfidence} from './confidence.ts';
import {NEVER} from './openMeans.ts';

/** Largest odds of a right token that are followed. */
const MOST_ODDS = 1e12;

/** p / (1 - p). */
function oddsOf(p: number): number {
  return p < 1 ? Math.min(p / (1 - p), MOST_ODDS) : MOST_ODDS;
}

/**
 * The latent of a model that gives a right token the probability p. Open answers: s = ln(p / (1 - p)), the shift of a question of no
 * ease. K options: whoever does not know guesses evenly, so that the right one has p + (1 - p) / K, and s = ln(1 + K p / (1 - p)).
 */
export function tokenLatent({
  answer,
  confidence,
}: Pick<Benchmark, 'answer' | 'confidence'>): AnswerModel['tokenLatent'] {
  if (answer.kind === 'open') return (p) => ({s: Math.max(log(oddsOf(p)), NEVER), tau: 1});
  const learned = learnedConfidence(confidence);
  return (p, loss) => {
    const s = log(1 + answer.options * oddsOf(p));
    return {s, tau: earlyConfidence(confidence, loss) + learned(s)};
  };
}
