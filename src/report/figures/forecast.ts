import type {CurveFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import {coveredShare, isForeseen, rankedLaws} from '../evidence/forecasts.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, columnsFor, curvesOf, drawnPart, metricLabel, worldsOf} from '../lookup.ts';
import {decimal, percentText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {STRONG} from '../theme.ts';
import {estimatorText} from '../words/estimators.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

/** Size of a cell in pixels. */
const CELL = {width: 122, height: 20} as const;

/** How much worse than the best law, in mean log density, with the ink that its text needs. */
const LEVELS = [
  {above: -0.05, color: '#08306b', ink: '#ffffff'},
  {above: -0.5, color: '#2b7bba', ink: '#ffffff'},
  {above: -2, color: '#8dc0e0', ink: '#22272e'},
  {above: -10, color: '#dbe9f4', ink: '#22272e'},
  {above: Number.NEGATIVE_INFINITY, color: '#f4f5f7', ink: '#5d6673'},
] as const;

interface Cell {
  readonly law: string;
  readonly cutoff: string;
  readonly text: string;
  readonly color: string;
  readonly ink: string;
  readonly score: number;
}

/** How far a law lies behind the best, in few characters. */
function behindText(behind: number): string {
  if (behind === 0) return '0';
  return decimal(behind, behind > -1 ? 2 : behind > -100 ? 1 : 0);
}

function cellsOf({metrics}: Study, {forecasts, metric}: CurveFinding, language: Language): readonly Cell[] {
  const percent = metrics.find(({name}) => name === metric)?.percent ?? false;
  return forecasts.flatMap((forecast) => {
    const laws = rankedLaws(forecast);
    return laws.map((law) => {
      const behind = law.logScore - laws[0]!.logScore;
      const {color, ink} = LEVELS.find(({above}) => behind >= above)!;
      const covered = coveredShare(law);
      const rmse = percent ? decimal(100 * law.rmse, 1) : decimal(law.rmse);
      const text = [behindText(behind), ...(covered === null ? [] : [percentText(covered)]), rmse];
      return {
        law: estimatorText(law.name, language),
        cutoff: decimal(forecast.cutoff),
        text: text.join(' | '),
        color,
        ink,
        score: significant(law.logScore, 5),
      };
    });
  });
}

/** Laws by their mean place over the cutoffs. */
function lawOrder({forecasts}: CurveFinding, language: Language): readonly string[] {
  const behind = new Map<string, number>();
  for (const forecast of forecasts) {
    rankedLaws(forecast).forEach(({name}, place) => {
      const law = estimatorText(name, language);
      behind.set(law, (behind.get(law) ?? 0) + place);
    });
  }
  return [...behind.entries()].sort((a, b) => a[1] - b[1]).map(([law]) => law);
}

/** The cutoffs beyond which nothing is foreseen; null where there is none. */
function blankText({forecasts}: CurveFinding, language: Language): string | null {
  const blank = forecasts.filter((forecast) => !isForeseen(forecast)).map(({cutoff}) => decimal(cutoff));
  return blank.length > 0
    ? fill(KEY_WORDS.unforeseen, language, {cutoffs: blank.join(LIST_SEPARATOR[language])})
    : null;
}

function panel(study: Study, curve: CurveFinding, language: Language): Panel {
  const values = cellsOf(study, curve, language);
  const laws = lawOrder(curve, language);
  const cutoffs = [...new Set(values.map(({cutoff}) => cutoff))];
  const x = {
    field: 'cutoff',
    type: 'ordinal' as const,
    sort: null,
    title: fill(AXIS_WORDS.cutoff, language, {x: lossName(study, language)}),
    axis: {labelAngle: 0, ticks: false, grid: false},
  };
  const y = {
    field: 'law',
    type: 'ordinal' as const,
    sort: [...laws],
    title: null,
    axis: {ticks: false, grid: false, labelLimit: 130},
  };
  const layer: Layer[] = [
    {
      mark: {type: 'rect', stroke: '#ffffff', strokeWidth: 1},
      encoding: {
        x,
        y,
        color: {field: 'color', type: 'nominal', scale: null},
        tooltip: [
          {field: 'law', type: 'nominal', title: AXIS_WORDS.law[language]},
          {field: 'cutoff', type: 'nominal', title: lossName(study, language)},
          {field: 'score', type: 'quantitative', title: AXIS_WORDS.logScore[language]},
        ],
      },
    },
    {
      mark: {type: 'text', fontSize: 10.5},
      encoding: {x, y, text: {field: 'text', type: 'nominal'}, color: {field: 'ink', type: 'nominal', scale: null}},
    },
  ];
  const subtitle = blankText(curve, language);
  const names = [benchmarkLabel(study, curve.benchmark), metricLabel(study, curve.metric, language)].join(' - ');
  return {
    title: {text: names, fontWeight: STRONG, ...(subtitle === null ? {} : {subtitle})},
    width: CELL.width * cutoffs.length,
    height: CELL.height * laws.length,
    data: {values: [...values]},
    layer,
  };
}

/** How well each law foresees the points beyond a cutoff: log score behind the best law, coverage and rmse, one panel for each curve. */
export const forecast: Figure = {
  ...HEADINGS.forecast,
  draw(whole, language) {
    const study = drawnPart(whole);
    return worldsOf(study).flatMap((world) => {
      const curves = study.benchmarks
        .flatMap(({name}) => curvesOf(study, world, name))
        .filter((curve) => cellsOf(study, curve, language).length > 0);
      if (curves.length === 0) return [];
      const title = figureText(study, 'forecastTitle', language, world);
      const columns = columnsFor(study, 3);
      const shown = curves.map((curve) => panel(study, curve, language));
      const caption = captionText(whole, 'forecastCaption', language);
      return [{id: drawingId('forecast', world), title, caption, spec: panels(title, columns, shown)}];
    });
  },
};
