import type {SmoothNull} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {DASH, headOf, ledTable} from '../ledTable.ts';
import type {Case} from '../lookup.ts';
import {decimal, extent, pClause, pText, rateText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {estimatorText} from '../words/estimators.ts';
import {BOOTSTRAP_WORDS, EVIDENCE_CELLS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../words/evidenceSentences.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS} from '../words/verdicts.ts';
import {type EvidenceSection, metricOf} from './section.ts';

/** Smooth curves are rejected below this p. */
const LEVEL = 0.05;

interface Tested {
  readonly curve: CurveFinding;
  readonly test: SmoothNull;
}

function testedOf(curves: readonly CurveFinding[]): readonly Tested[] {
  return curves.flatMap((curve) => (curve.smoothNull ? [{curve, test: curve.smoothNull}] : []));
}

/** What the test says at 5 %: rejected, rejected only before adjustment over benchmarks, or not. */
function outcomeOf({p, adjusted}: SmoothNull): 'rejects' | 'rejectsOnce' | 'fits' {
  if (p >= LEVEL) return 'fits';
  return adjusted && adjusted.holm >= LEVEL ? 'rejectsOnce' : 'rejects';
}

/** The p of a curve with its hardest smooth rival, for the verdict table; a dash where it was not tested. */
export function smoothNullCell({smoothNull}: CurveFinding, language: Language): string {
  return smoothNull ? `${pText(smoothNull.p)} (${estimatorText(smoothNull.null, language)})` : DASH;
}

/** What the tables of a study have to show beside p. */
interface Shown {
  readonly adjusted: boolean;
  readonly rated: boolean;
}

function rowOf({curve, test}: Tested, {adjusted, rated}: Shown, language: Language): readonly string[] {
  const rate = curve.rates?.smoothNullRejected;
  const bootstrap = BOOTSTRAP_WORDS[test.bootstrap]?.[language] ?? test.bootstrap;
  const cells = test.adjusted ? [pText(test.adjusted.holm), pText(test.adjusted.falseDiscovery)] : [DASH, DASH];
  return [
    pText(test.p),
    ...(adjusted ? cells : []),
    estimatorText(test.null, language),
    decimal(test.statistic, 1),
    fill(EVIDENCE_CELLS.resampled, language, {count: test.resamples, kind: bootstrap}),
    ...(rated ? [rate && rate.n > 1 ? rateText(rate) : DASH] : []),
  ];
}

/** The smooth-null test of every curve as a table; null where none was made. */
export function smoothNullSection(study: Study, language: Language): EvidenceSection | null {
  const tested = testedOf(study.findings.curves);
  if (tested.length === 0) return null;
  const adjusted = tested.some(({test}) => test.adjusted !== null);
  const rated = tested.some(({curve}) => (curve.rates?.smoothNullRejected?.n ?? 0) > 1);
  const head = [
    ...(['metric', 'p'] as const),
    ...(adjusted ? (['holm', 'fdr'] as const) : []),
    ...(['hardest', 'statistic', 'resamples'] as const),
    ...(rated ? (['rejected'] as const) : []),
  ];
  const table = ledTable(
    study,
    language,
    head.map((name) => headOf(name, language)),
    ({curves}) =>
      testedOf(curves).map((one) => [metricOf(study, one.curve, language), ...rowOf(one, {adjusted, rated}, language)]),
  );
  const [least, most] = extent(tested.map(({test}) => test.blind))!.map((width) => decimal(width));
  const blind = least === most ? least! : fill(EVIDENCE_CELLS.span, language, {least: least!, most: most!});
  return {
    title: EVIDENCE_WORDS.smoothNull[language],
    table,
    note: fill(EVIDENCE_WORDS.smoothNullNote, language, {blind}),
  };
}

function itemText(study: Study, {curve, test}: Tested, language: Language): string {
  const data = {
    metric: metricOf(study, curve, language),
    p: pClause(test.p),
    curve: estimatorText(test.null, language),
  };
  return test.adjusted
    ? fill(EVIDENCE_SENTENCES.nullItemHolm, language, {...data, holm: pText(test.adjusted.holm)})
    : fill(EVIDENCE_SENTENCES.nullItem, language, data);
}

/** For which metrics of a benchmark every smooth curve is rejected, in a line with each p; empty where nothing was tested. */
export function smoothNullLine(study: Study, {curves}: Case, language: Language): readonly string[] {
  const tested = testedOf(curves);
  const say = (word: 'lineRejects' | 'lineFits', kept: (test: SmoothNull) => boolean): string[] => {
    const names = tested
      .filter(({test}) => kept(test))
      .map(({curve, test: {p, adjusted}}) => {
        const data = {metric: metricOf(study, curve, language), p: pClause(p)};
        return adjusted
          ? fill(EVIDENCE_SENTENCES.lineItemHolm, language, {...data, holm: pText(adjusted.holm)})
          : fill(EVIDENCE_SENTENCES.lineItem, language, data);
      });
    return names.length > 0
      ? [fill(EVIDENCE_SENTENCES[word], language, {list: names.join(LIST_SEPARATOR[language])})]
      : [];
  };
  const parts = [
    ...say('lineRejects', (test) => outcomeOf(test) === 'rejects'),
    ...say('lineFits', (test) => outcomeOf(test) !== 'rejects'),
  ];
  return parts.length > 0 ? [parts.join(SENTENCE_WORDS.separator[language])] : [];
}

/** Which metrics of a benchmark reject every smooth curve, in sentences. */
function smoothNullOutcomes(study: Study, {curves}: Case, language: Language): readonly string[] {
  const tested = testedOf(curves);
  return (['rejects', 'rejectsOnce', 'fits'] as const).flatMap((outcome) => {
    const list = tested.filter(({test}) => outcomeOf(test) === outcome).map((one) => itemText(study, one, language));
    if (list.length === 0) return [];
    return [fill(EVIDENCE_SENTENCES[outcome], language, {list: list.join(SENTENCE_WORDS.separator[language])})];
  });
}

/** The same, and how often they do over replicates. */
export function smoothNullSentences(study: Study, entry: Case, language: Language): readonly string[] {
  const outcomes = smoothNullOutcomes(study, entry, language);
  const rated = testedOf(entry.curves).flatMap(({curve}) => {
    const rate = curve.rates?.smoothNullRejected;
    return rate && rate.n > 1 ? [{rate, metric: metricOf(study, curve, language)}] : [];
  });
  if (rated.length === 0) return outcomes;
  const list = rated.map(({rate, metric}) =>
    fill(EVIDENCE_SENTENCES.rateItem, language, {rate: rateText(rate), metric}),
  );
  const data = {n: rated[0]!.rate.n, list: list.join(LIST_SEPARATOR[language])};
  return [...outcomes, fill(EVIDENCE_SENTENCES.rejectionRates, language, data)];
}
