import type {BreakPlace, ClassicalTest} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {DASH, headOf, ledTable} from '../ledTable.ts';
import type {Case} from '../lookup.ts';
import {decimal, intervalText, pText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {
  CLASSICAL_MODELS,
  CLASSICAL_NULLS,
  CLASSICAL_REASONS,
  CLASSICAL_TESTS,
  CLASSICAL_WORDS,
} from '../words/classical.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {type EvidenceSection, metricOf} from './section.ts';

/** A break counts as found below this p. */
const LEVEL = 0.05;

/** Curves with a break whose places are printed. */
const PLACES = ['hinge', 'step', 'stegmented'] as const;

type Word = keyof typeof CLASSICAL_WORDS;

function numberText(value: number | null, digits = 2): string {
  return value === null ? DASH : decimal(value, digits);
}

function bestModel({classical}: CurveFinding, language: Language): string {
  const [first, ...rest] = classical.models;
  if (!first) return DASH;
  const {name} = rest.reduce((least, one) => (one.bic < least.bic ? one : least), first);
  return CLASSICAL_MODELS[name]?.[language] ?? name;
}

/** Correlations, emergence score and curves with one break, one row for each curve; null where there is none. */
export function classicalNumbersSection(study: Study, language: Language): EvidenceSection | null {
  if (study.findings.curves.every(({classical}) => classical.models.length === 0)) return null;
  const say = (word: Word): string => CLASSICAL_WORDS[word][language];
  const models = PLACES.map((name) =>
    fill(CLASSICAL_WORDS.breakOf, language, {model: CLASSICAL_MODELS[name]![language]}),
  );
  const head = [say('spearman'), say('pearson'), say('emergenceScore'), ...models, say('best')];
  const table = ledTable(study, language, [headOf('metric', language), ...head], ({curves}) =>
    curves.map((curve) => {
      const {spearman, pearson, emergenceScore, models: fitted} = curve.classical;
      const places = PLACES.map((name) => fitted.find((model) => model.name === name)?.at ?? null);
      return [
        metricOf(study, curve, language),
        ...[spearman, pearson, emergenceScore].map((value) => numberText(value)),
        ...places.map((value) => numberText(value, 3)),
        bestModel(curve, language),
      ];
    }),
  );
  const note = fill(CLASSICAL_WORDS.numbersNote, language, {x: lossName(study, language)});
  return {title: say('numbers'), table, note};
}

/** Tests that speak of a curve: those of log-odds are left out where its values are no shares. */
function testsOf({classical}: CurveFinding): readonly ClassicalTest[] {
  return classical.tests.filter(({reason}) => reason !== 'not-a-share');
}

/** A break with its interval, in one piece: several in a cell wrap between them. */
function breakText({estimate, low, high, pieces}: BreakPlace): string {
  if (low === null || high === null) return decimal(estimate);
  return intervalText({estimate, low, high, ...(pieces ? {pieces} : {})}).replace(/ /g, '\u00a0');
}

function placeCell({name, breaks, statistic, reason}: ClassicalTest, language: Language): string {
  if (breaks.length > 0) return breaks.map(breakText).join(LIST_SEPARATOR[language]);
  if (reason !== null && statistic === null) return CLASSICAL_REASONS[reason][language];
  return name === 'baiPerron' ? CLASSICAL_WORDS.noBreak[language] : DASH;
}

function statisticText({statistic}: ClassicalTest, letter: string | null): string {
  if (statistic === null) return DASH;
  return letter === null ? decimal(statistic, 2) : `${letter} = ${decimal(statistic, 2)}`;
}

function testCells(test: ClassicalTest, language: Language): string[] {
  const {name, asks, letter, null: held} = CLASSICAL_TESTS[test.name];
  return [
    name[language],
    asks[language],
    CLASSICAL_NULLS[held][language],
    statisticText(test, letter),
    test.p === null ? DASH : pText(test.p),
    placeCell(test, language),
  ];
}

/** Every classical test of every curve, a row each; null where there is none. */
export function classicalTestsSection(study: Study, language: Language): EvidenceSection | null {
  if (study.findings.curves.every((curve) => testsOf(curve).length === 0)) return null;
  const head = (['test', 'asks', 'null', 'statistic', 'p'] as const).map((word) => CLASSICAL_WORDS[word][language]);
  const place = fill(CLASSICAL_WORDS.place, language, {x: lossName(study, language)});
  const table = ledTable(study, language, [headOf('metric', language), ...head, place], ({curves}) =>
    curves.flatMap((curve) =>
      testsOf(curve).map((test, i) => [
        i === 0 ? metricOf(study, curve, language) : null,
        ...testCells(test, language),
      ]),
    ),
  );
  return {title: CLASSICAL_WORDS.tests[language], table, note: CLASSICAL_WORDS.testsNote[language]};
}

/** One sentence for a benchmark: how many of the usual tests find a break, metric by metric, and what that is worth. */
export function classicalSentences(study: Study, {curves}: Case, language: Language): readonly string[] {
  const counts = curves.flatMap((curve) => {
    const ps = testsOf(curve).flatMap(({p}) => (p === null ? [] : [p]));
    const data = {metric: metricOf(study, curve, language), count: ps.filter((p) => p < LEVEL).length, all: ps.length};
    return ps.length > 0 ? [fill(CLASSICAL_WORDS.count, language, data)] : [];
  });
  const list = counts.join(LIST_SEPARATOR[language]);
  return counts.length > 0 ? [fill(CLASSICAL_WORDS.sentence, language, {list})] : [];
}
