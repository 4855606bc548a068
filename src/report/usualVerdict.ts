import type {BenchmarkFinding, Rate} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {percentText, rateText} from './numbers.ts';
import {fill} from './words/fill.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS, VERDICT_WORDS} from './words/verdicts.ts';

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

/** Whether no verdict has more than half of the replicates. */
export function isSplit(finding: Pick<BenchmarkFinding, 'verdict' | 'rates'>): boolean {
  const {rate} = usualVerdict(finding);
  return rate !== null && rate.value <= 0.5;
}

/** What a reader is told: the usual verdict, or that one cannot tell where none has more than half of the replicates. */
export function toldVerdict(finding: Pick<BenchmarkFinding, 'verdict' | 'rates'>): BenchmarkFinding['verdict'] {
  return isSplit(finding) ? 'cannot-tell' : usualVerdict(finding).verdict;
}

/** The usual verdict in words, with its share of the replicates; the shares of all where none has most. */
export function usualText(finding: BenchmarkFinding, language: Language): string {
  const {verdict, rate} = usualVerdict(finding);
  const words = VERDICT_WORDS[verdict][language];
  if (rate && isSplit(finding)) {
    return fill(SENTENCE_WORDS.split, language, {list: splitList(finding, language), n: rate.n});
  }
  return rate ? fill(SENTENCE_WORDS.usual, language, {verdict: words, rate: rateText(rate), n: rate.n}) : words;
}

/** Verdicts of a smaller share of the replicates are not listed. */
const LEAST_SHARE = 0.05;

/** The verdicts over replicates with their shares, the most frequent first; empty where there is one replicate. */
export function splitList({rates}: Pick<BenchmarkFinding, 'rates'>, language: Language): string {
  return Object.entries(rates ?? {})
    .filter(([, {value, n}]) => n > 1 && value >= LEAST_SHARE)
    .sort(([, a], [, b]) => b.value - a.value)
    .map(([verdict, {value}]) =>
      fill(SENTENCE_WORDS.splitItem, language, {
        verdict: VERDICT_WORDS[verdict as BenchmarkFinding['verdict']][language],
        rate: percentText(value),
      }),
    )
    .join(LIST_SEPARATOR[language]);
}

/** What replicate 0 says, where there are others to compare it with; else nothing. */
export function exampleText(finding: BenchmarkFinding, language: Language): readonly string[] {
  if (usualVerdict(finding).rate === null) return [];
  return [fill(SENTENCE_WORDS.example, language, {verdict: VERDICT_WORDS[finding.verdict][language]})];
}
