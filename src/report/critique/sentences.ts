import type {CurveFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {type Case, metricLabel} from '../lookup.ts';
import {decimal, pClause, percentText} from '../numbers.ts';
import {errorRates} from '../sentence.ts';
import type {Study} from '../study.ts';
import {usualVerdict} from '../usualVerdict.ts';
import {CRITIQUE_SENTENCES, CRITIQUE_SHORT, CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {VERDICT_WORDS} from '../words/verdicts.ts';
import {critiqueOf} from './critique.ts';
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

/** What was put in, in a clause; empty for a table. */
function truthClause({finding}: Case, judged: boolean, {language}: Speaker): string {
  if (finding.truth === null) return '';
  const rates = errorRates(finding);
  const data = {truth: VERDICT_WORDS[finding.truth][language], rate: rates ? percentText(rates.wrong.value) : ''};
  if (!judged) return fill(CRITIQUE_WORDS.truthOnly, language, data);
  if (usualVerdict(finding).verdict === finding.truth) return fill(CRITIQUE_WORDS.truthAgrees, language, data);
  return fill(CRITIQUE_WORDS[rates && rates.wrong.n > 1 ? 'truthDiffers' : 'truthOnly'], language, data);
}

/** What the mirage critique is worth for one (world, benchmark), in a clause. */
export function critiqueClause(study: Study, entry: Case, language: Language): string {
  return CRITIQUE_SHORT[critiqueOf(study, entry).kind][language];
}

/** The same in two sentences with their grounds, and one more for each format of the same questions that removes the break. */
export function critiqueSentences(study: Study, entry: Case, language: Language): readonly string[] {
  const speaker: Speaker = {study, language};
  const {kind, from, staying, going} = critiqueOf(study, entry);
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
    soft: listed([...new Set(from.map(({widthLimit}) => decimal(widthLimit / 2)))], speaker),
    line: lineText(from, speaker),
    truth: truthClause(entry, kind !== 'open' && kind !== 'unpaired', speaker),
    open: kind === 'open' ? openText(entry.finding, speaker) : '',
    missing: kind === 'open' ? missingText(entry, speaker) : '',
  };
  return [...CRITIQUE_SENTENCES[kind].map((words) => fill(words, language, data)), ...formatSentences(entry, speaker)];
}
