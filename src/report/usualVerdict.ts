import type {BenchmarkFinding, Rate} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {rateText} from './numbers.ts';
import {fill} from './words/fill.ts';
import {SENTENCE_WORDS, VERDICT_WORDS} from './words/verdicts.ts';

/** The verdict that answers for a design: the most frequent one over replicates with its share, or that of the only one. */
export interface UsualVerdict {
  readonly verdict: BenchmarkFinding['verdict'];
  /** Null where there is a single replicate or a table of real checkpoints. */
  readonly rate: Rate | null;
}

/** The most frequent verdict of a benchmark or a pair over replicates; among equals that of replicate 0. */
export function usualVerdict({verdict, rates}: Pick<BenchmarkFinding, 'verdict' | 'rates'>): UsualVerdict {
  const own = rates?.[verdict];
  if (!rates || !own || own.n < 2) return {verdict, rate: null};
  let usual: UsualVerdict & {rate: Rate} = {verdict, rate: own};
  for (const [name, rate] of Object.entries(rates)) {
    if (rate.value > usual.rate.value) usual = {verdict: name as BenchmarkFinding['verdict'], rate};
  }
  return usual;
}

/** The usual verdict in words, with its share of the replicates. */
export function usualText(finding: BenchmarkFinding, language: Language): string {
  const {verdict, rate} = usualVerdict(finding);
  const words = VERDICT_WORDS[verdict][language];
  return rate ? fill(SENTENCE_WORDS.usual, language, {verdict: words, rate: rateText(rate), n: rate.n}) : words;
}

/** What replicate 0 says, where there are others to compare it with; else nothing. */
export function exampleText(finding: BenchmarkFinding, language: Language): readonly string[] {
  if (usualVerdict(finding).rate === null) return [];
  return [fill(SENTENCE_WORDS.example, language, {verdict: VERDICT_WORDS[finding.verdict][language]})];
}
