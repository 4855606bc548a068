import type {BenchmarkFinding, CurveFinding, Rate} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {isFitted, meaningText, shapeWord, unfittedText, widthText} from './fitted.ts';
import {type Case, metricLabel} from './lookup.ts';
import {intervalText, rateClause} from './numbers.ts';
import type {Study} from './study.ts';
import {fill, joinSentences} from './words/fill.ts';
import {SENTENCE_WORDS} from './words/verdicts.ts';

/** How often a verdict is right, open and wrong over replicates. */
export interface ErrorRates {
  readonly right: Rate;
  readonly open: Rate;
  readonly wrong: Rate;
}

/** Right, open and wrong shares of a benchmark's verdict, each with its Monte Carlo standard error; null where the truth or the rates are unknown. */
export function errorRates({rates, truth}: Pick<BenchmarkFinding, 'rates' | 'truth'>): ErrorRates | null {
  if (rates === null || truth === null) return null;
  const n = Math.max(0, ...Object.values(rates).map((rate) => rate.n));
  if (n === 0) return null;
  const share = (value: number): Rate => ({value, mcse: Math.sqrt((value * (1 - value)) / n), n});
  const right = rates[truth]?.value ?? 0;
  const open = truth === 'cannot-tell' ? 0 : (rates['cannot-tell']?.value ?? 0);
  // Whole replicates: a difference of shares leaves rounding where there is none.
  const wrong = Math.round(n * (1 - right - open)) / n;
  return {right: share(right), open: share(open), wrong: share(wrong)};
}

/** One curve in a clause: onset, width and shape. */
export function curveClause(study: Study, curve: CurveFinding, language: Language): string {
  const metric = metricLabel(study, curve.metric, language);
  if (!isFitted(curve)) {
    return fill(SENTENCE_WORDS.curveUnfitted, language, {metric, text: unfittedText(study, curve, language)});
  }
  const data = {
    metric,
    onset: curve.onset ? intervalText(curve.onset) : '',
    width: widthText(curve),
    shape: shapeWord(curve, language),
  };
  return fill(curve.onset ? SENTENCE_WORDS.curve : SENTENCE_WORDS.curveEdge, language, data);
}

/** The verdict of one (world, benchmark) in sentences: meaning, every curve with its intervals, rates. */
export function verdictSentence(study: Study, entry: Case, language: Language): string {
  const {finding, curves, benchmark} = entry;
  // Where the verdict cannot be told, its meaning already says which curves were not fitted.
  const list = curves
    .filter((curve) => isFitted(curve) || finding.verdict !== 'cannot-tell')
    .map((curve) => curveClause(study, curve, language))
    .join(SENTENCE_WORDS.separator[language]);
  const meaning = meaningText(study, entry, finding.verdict, language);
  const rates = errorRates(finding);
  return joinSentences(
    [
      fill(SENTENCE_WORDS.opening, language, {benchmark, meaning}),
      ...(list ? [fill(SENTENCE_WORDS.curves, language, {list})] : []),
      ...(rates && rates.right.n > 1 ? [ratesSentence(rates, language)] : []),
    ],
    language,
  );
}

function ratesSentence({right, open, wrong}: ErrorRates, language: Language): string {
  const shares = {right: rateClause(right), open: rateClause(open), wrong: rateClause(wrong)};
  return fill(SENTENCE_WORDS.rates, language, {n: right.n, ...shares});
}
