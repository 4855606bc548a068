import type {Forecast, ForecastLaw} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {DASH, headOf, ledTable} from '../ledTable.ts';
import type {Case} from '../lookup.ts';
import {decimal, percentText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {estimatorText} from '../words/estimators.ts';
import {EVIDENCE_CELLS, EVIDENCE_HEADS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../words/evidenceSentences.ts';
import {fill} from '../words/fill.ts';
import {CLAUSE_SEPARATOR, LIST_SEPARATOR, SENTENCE_WORDS} from '../words/verdicts.ts';
import {differenceText, type EvidenceSection, metricOf} from './section.ts';

/** Share of the predicted points inside the 95 % prediction intervals, all distances together; null where there is none. */
export function coveredShare({coverage}: ForecastLaw): number | null {
  const n = coverage.reduce((sum, bin) => sum + bin.n, 0);
  return n > 0 ? coverage.reduce((sum, bin) => sum + bin.covered * bin.n, 0) / n : null;
}

/** Laws of a contest, best first. */
export function rankedLaws({laws}: Forecast): readonly ForecastLaw[] {
  return laws.filter(({logScore}) => Number.isFinite(logScore)).sort((a, b) => b.logScore - a.logScore);
}

/** A law foresees only where its rmse is below this share of the flat law's. */
const GAIN = 0.9;

/** Whether the law with the best log score is nearer to the points than a flat line by a tenth; true where no flat line ran. */
export function isForeseen(forecast: Forecast): boolean {
  const [best] = rankedLaws(forecast);
  const flat = forecast.laws.find(({name}) => name === 'flat');
  return !best || !flat || best.rmse < GAIN * flat.rmse;
}

function cellOf(study: Study, metric: string, forecast: Forecast | undefined, language: Language): string {
  const [best, next] = forecast ? rankedLaws(forecast) : [];
  if (!forecast || !best) return DASH;
  const covered = coveredShare(best);
  const said = [
    ...(next ? [fill(EVIDENCE_CELLS.ahead, language, {lead: decimal(best.logScore - next.logScore, 2)})] : []),
    ...(covered === null ? [] : [fill(EVIDENCE_CELLS.covers, language, {share: percentText(covered)})]),
    fill(EVIDENCE_CELLS.rmse, language, {rmse: differenceText(study, metric, best.rmse, language)}),
    ...(isForeseen(forecast) ? [] : [EVIDENCE_CELLS[best.name === 'flat' ? 'unforeseenFlat' : 'unforeseen'][language]]),
  ];
  const data = {cutoff: decimal(forecast.cutoff), law: estimatorText(best.name, language)};
  return fill(EVIDENCE_CELLS.foreseen, language, {...data, note: said.join(CLAUSE_SEPARATOR[language])});
}

/** The best law at every cutoff, one row for each curve; null where nothing was forecast. */
export function forecastSection(study: Study, language: Language): EvidenceSection | null {
  const most = Math.max(0, ...study.findings.curves.map(({forecasts}) => forecasts.length));
  if (most === 0) return null;
  const places = Array.from({length: most}, (_, i) => i);
  const head = [
    headOf('metric', language),
    ...places.map((i) => fill(EVIDENCE_HEADS.cutoff, language, {place: i + 1})),
  ];
  const table = ledTable(study, language, head, ({curves}) =>
    curves
      .filter(({forecasts}) => forecasts.length > 0)
      .map((curve) => [
        metricOf(study, curve, language),
        ...places.map((i) => cellOf(study, curve.metric, curve.forecasts[i], language)),
      ]),
  );
  return {title: EVIDENCE_WORDS.forecast[language], table, note: EVIDENCE_WORDS.forecastNote[language]};
}

/** The laws that foresee a curve best: one from every cutoff, or from how many each, and from how many nothing is foreseen. */
function bestText({forecasts}: CurveFinding, language: Language): string {
  const foreseen = forecasts.filter(isForeseen);
  const all = forecasts.length;
  if (foreseen.length === 0) return EVIDENCE_SENTENCES.forecastNothing[language];
  const counts = new Map<string, number>();
  for (const {best} of foreseen) counts.set(best, (counts.get(best) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first] = ranked;
  if (ranked.length === 1 && foreseen.length === all) {
    return fill(EVIDENCE_SENTENCES.forecastAlways, language, {law: estimatorText(first![0], language)});
  }
  const blank = all - foreseen.length;
  return [
    ...ranked.map(([law, count]) =>
      fill(EVIDENCE_SENTENCES.forecastCount, language, {law: estimatorText(law, language), count, all}),
    ),
    ...(blank > 0 ? [fill(EVIDENCE_SENTENCES.forecastBlank, language, {count: blank, all})] : []),
  ].join(CLAUSE_SEPARATOR[language]);
}

/** One sentence for a benchmark: the laws that foresee its metrics best. */
export function forecastSentences(study: Study, {curves}: Case, language: Language): readonly string[] {
  const told = curves
    .filter(({forecasts}) => forecasts.length > 0)
    .map((curve) => ({text: bestText(curve, language), metric: metricOf(study, curve, language)}));
  if (told.length === 0) return [];
  const items = [...new Set(told.map(({text}) => text))].map((text) => {
    const metrics = told.filter((one) => one.text === text).map(({metric}) => metric);
    return fill(EVIDENCE_SENTENCES.placeItem, language, {value: text, metric: metrics.join(LIST_SEPARATOR[language])});
  });
  return [fill(EVIDENCE_SENTENCES.forecast, language, {list: items.join(SENTENCE_WORDS.separator[language])})];
}
