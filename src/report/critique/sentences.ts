import type {BenchmarkFinding, CurveFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {type Case, metricLabel} from '../lookup.ts';
import {limitText, pClause, percentText} from '../numbers.ts';
import {errorRates} from '../sentence.ts';
import type {Study} from '../study.ts';
import {usualVerdict} from '../usualVerdict.ts';
import {CRITIQUE_SENTENCES, CRITIQUE_SHORT, CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {VERDICT_WORDS} from '../words/verdicts.ts';
import {type CritiqueKind, critiqueOf} from './critique.ts';
import {formatSentences} from './formats.ts';
import {missingText, openText} from './missing.ts';
import {
  bareWidthsText,
  listed,
  namesText,
  onsetsText,
  placesText,
  type Speaker,
  unitText,
  widthsText,
} from './parts.ts';

/** Below this p a test against a straight line calls a break. */
const LEVEL = 0.05;

/** What a test against a straight line says of curves that have no break. */
function lineText(curves: readonly CurveFinding[], speaker: Speaker): string {
  const {study, language} = speaker;
  const tested = curves.flatMap(({metric, classical}) => {
    const p = classical.tests.find(({name}) => name === 'davies')?.p ?? null;
    return p === null ? [] : [{metric: metricLabel(study, metric, language), p}];
  });
  if (tested.length === 0) return CRITIQUE_WORDS.lineUnknown[language];
  const called = tested.filter(({p}) => p < LEVEL);
  if (called.length === 0) return CRITIQUE_WORDS.lineQuiet[language];
  const items = called.map(({metric, p}) => fill(CRITIQUE_WORDS.lineItem, language, {metric, p: pClause(p)}));
  return fill(CRITIQUE_WORDS.lineBreaks, language, {list: listed(items, speaker)});
}

/** What was put in, in a clause; empty for a table, and where a sentence of its own says it. */
function truthClause({finding}: Case, judged: boolean, {language}: Speaker): string {
  if (finding.truth === null || (judged && isWrong(finding))) return '';
  const agrees = judged && usualVerdict(finding).verdict === finding.truth;
  const data = {truth: VERDICT_WORDS[finding.truth][language]};
  return fill(CRITIQUE_WORDS[agrees ? 'truthAgrees' : 'truthOnly'], language, data);
}

/** Whether a design gets wrong, over replicates, what was put in. */
function isWrong({truth, ...finding}: BenchmarkFinding): boolean {
  const {verdict, rate} = usualVerdict(finding);
  return truth !== null && rate !== null && verdict !== truth;
}

/** Where a verdict is wrong, a sentence that says so before any other. */
function warning({finding}: Case, judged: boolean, {language}: Speaker): readonly string[] {
  const rates = errorRates(finding);
  if (!judged || finding.truth === null || rates === null || !isWrong(finding)) return [];
  const data = {truth: VERDICT_WORDS[finding.truth][language], rate: percentText(rates.wrong.value)};
  return [fill(CRITIQUE_WORDS.truthDiffers, language, data)];
}

/** Kinds that claim something, which may be held against what was put in. */
function isJudged(kind: CritiqueKind): boolean {
  return kind !== 'open' && kind !== 'unpaired';
}

/** What the mirage critique is worth for one (world, benchmark), in a clause, and what was put in where that is another verdict. */
export function critiqueClause(study: Study, entry: Case, language: Language): string {
  const {kind} = critiqueOf(study, entry);
  const clause = CRITIQUE_SHORT[kind][language];
  const {truth} = entry.finding;
  if (truth === null || !isJudged(kind) || !isWrong(entry.finding)) return clause;
  return fill(CRITIQUE_WORDS.clauseWrong, language, {clause, truth: VERDICT_WORDS[truth][language]});
}

/** The same in two sentences with their grounds, after a warning where the verdict is wrong, and one more for each format of the same questions that removes the break. */
export function critiqueSentences(study: Study, entry: Case, language: Language): readonly string[] {
  const speaker: Speaker = {study, language};
  const {kind, from, staying, going} = critiqueOf(study, entry);
  const judged = isJudged(kind);
  const data = {
    x: lossName(study, language),
    unit: unitText(speaker),
    from: namesText(from, speaker),
    going: namesText(going, speaker),
    onset: onsetsText(from, speaker),
    stayingPlaces: placesText(staying, speaker),
    fromWidth: bareWidthsText(from, speaker),
    goingWidths: widthsText(going, speaker),
    stayingWidths: widthsText(staying, speaker),
    soft: listed([...new Set(from.map(({widthLimit}) => limitText(widthLimit / 2)))], speaker),
    line: lineText(from, speaker),
    truth: truthClause(entry, judged, speaker),
    open: kind === 'open' ? openText(entry.finding, speaker) : '',
    missing: kind === 'open' ? missingText(entry, speaker) : '',
  };
  return [
    ...warning(entry, judged, speaker),
    ...CRITIQUE_SENTENCES[kind].map((words) => fill(words, language, data)),
    ...formatSentences(entry, speaker),
  ];
}
