import type {FittedRow} from '../../../inference/lawFit/rows.ts';
import type {Drawing, Language} from '../../figure.ts';
import {significant} from '../../numbers.ts';
import {type Layer, type Panel, panels} from '../../spec.ts';
import {INK} from '../../theme.ts';
import {fill} from '../../words/fill.ts';
import {LAW_REPORT_WORDS} from '../../words/lawReport.ts';
import {type Axis, haloed, knownAxes, logChannel, logDomain, lossChannel, rowTooltip, rowValues} from '../channels.ts';
import type {LawStudy} from '../study.ts';

type X = ReturnType<typeof logChannel> | ReturnType<typeof lossChannel>;

/** Both channels of the points of a panel. */
interface Place {
  readonly x: {readonly field: string} & X;
  readonly y: {readonly field: 'residual'} & ReturnType<typeof yOf>;
}

const WIDTH = 300;
const HEIGHT = 170;
/** Room that the name of a row takes, pixels; points beyond this share of the width are named on their left. */
const LABEL = {width: 48, height: 11} as const;
const LATE = 0.82;
/** Most rows that a panel names. */
const NAMED = 6;
/** Robust standard deviations that the dashes stand at. */
const FAR = 3;
/** The least that a panel shows on either side of zero, robust standard deviations. */
const LEAST = 3.6;
/** Share of the points that each value of the smoother looks at; fewer different places give none. */
const BANDWIDTH = 0.5;
const SMOOTHED = 12;

/** Rows far from the law, the furthest first. */
export function outliersOf(rows: readonly FittedRow[]): readonly FittedRow[] {
  return rows.filter(({outlier}) => outlier).sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
}

function yOf(top: number, language: Language) {
  return {
    type: 'quantitative' as const,
    title: LAW_REPORT_WORDS.residual[language],
    scale: {domain: [significant(-top), significant(top)], nice: false},
    axis: {tickCount: 5, format: '.3~f', grid: false},
  };
}

/** The band of delta, zero, and the dashes beyond which rows are far. */
function ground({finding, evidence}: LawStudy, y: ReturnType<typeof yOf>): Layer[] {
  const {delta} = finding;
  const far = FAR * evidence.spread;
  return [
    {
      data: {values: [{from: -delta, to: delta}]},
      mark: {type: 'rect', color: '#9aa1ab', opacity: 0.25},
      encoding: {y: {field: 'from', ...y}, y2: {field: 'to'}},
    },
    {data: {values: [{at: 0}]}, mark: {type: 'rule', color: INK.paper}, encoding: {y: {field: 'at', ...y}}},
    {
      data: {values: [-far, far].map((at) => ({at: significant(at)}))},
      mark: {type: 'rule', color: INK.paper, strokeDash: [4, 3]},
      encoding: {y: {field: 'at', ...y}},
    },
  ];
}

/** Place of a number on a channel: 0 at its low end, 1 at its high one. */
function shareOn({scale}: X | ReturnType<typeof yOf>, value: number): number {
  const [low, high] = scale.domain as [number, number];
  return 'type' in scale ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** Names of the furthest rows, each on the side with room; one that would cover another is left out. */
function nameLayers(study: LawStudy, {x, y}: Place, language: Language): Layer[] {
  const taken: Array<readonly [number, number]> = [];
  const named = outliersOf(study.evidence.rows).flatMap((row) => {
    const value = row[x.field as Axis | 'fitted']!;
    const across = shareOn(x, value);
    const left = across > LATE;
    const middle = WIDTH * across + (left ? -0.5 : 0.5) * LABEL.width;
    const height = HEIGHT * shareOn(y, row.residual);
    const covers = taken.some(([a, b]) => Math.abs(a - middle) < LABEL.width && Math.abs(b - height) < LABEL.height);
    if (covers || taken.length === NAMED) return [];
    taken.push([middle, height]);
    const name = fill(LAW_REPORT_WORDS.rowOf, language, {row: row.row});
    return [{left, name, [x.field]: significant(value), residual: significant(row.residual, 5)}];
  });
  return [false, true].flatMap((left) =>
    haloed({
      data: {values: named.filter((one) => one.left === left)},
      align: left ? 'right' : 'left',
      colour: INK.onset,
      encoding: {x, y, text: {field: 'name'}},
    }),
  );
}

/** The points of a panel, their smoother, and the names of the furthest. */
function pointLayers(study: LawStudy, place: Place, language: Language): Layer[] {
  const {field} = place.x;
  const {rows} = study.evidence;
  const axes = knownAxes(rows);
  const values = rowValues(rows, axes).map((value, i) => ({
    ...value,
    residual: significant(rows[i]!.residual, 5),
    outlier: rows[i]!.outlier,
  }));
  const logged = field !== 'fitted';
  const places = new Set(values.map((value) => (value as Readonly<Record<string, unknown>>)[field]));
  const trend: Layer = {
    data: {values},
    transform: [
      ...(logged ? [{calculate: `log(datum['${field}'])`, as: 'place'}] : [{calculate: 'datum.fitted', as: 'place'}]),
      {loess: 'residual', on: 'place', bandwidth: BANDWIDTH},
      {calculate: logged ? 'exp(datum.place)' : 'datum.place', as: field},
    ],
    mark: {type: 'line', color: INK.fit, strokeWidth: 1.8, clip: true},
    encoding: place,
  };
  return [
    {
      data: {values},
      mark: {type: 'circle', size: 18, opacity: 0.7, clip: true},
      encoding: {
        ...place,
        color: {condition: {test: 'datum.outlier', value: INK.onset}, value: INK.points},
        tooltip: rowTooltip(axes, language),
      },
    },
    ...(places.size >= SMOOTHED ? [trend] : []),
    ...nameLayers(study, place, language),
  ];
}

function panel(study: LawStudy, axis: Axis | 'fitted', top: number, language: Language): Panel {
  const {rows} = study.evidence;
  const y = yOf(top, language);
  const x =
    axis === 'fitted'
      ? lossChannel(
          rows.map(({fitted}) => fitted),
          language,
          'fitted',
        )
      : logChannel(
          axis,
          logDomain(
            rows.map((row) => row[axis]!),
            0.1,
          ),
          language,
        );
  return {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...ground(study, y),
      ...pointLayers(study, {x: {field: axis, ...x}, y: {field: 'residual', ...y}}, language),
    ],
  };
}

/** Residuals of ln L against what the rows were trained with and against the fitted loss, a panel each. */
export function residualsDrawing(study: LawStudy, language: Language): Drawing {
  const {rows, spread} = study.evidence;
  const top = 1.08 * Math.max(LEAST * spread, ...rows.map(({residual}) => Math.abs(residual)));
  const axes = [...knownAxes(rows), 'fitted'] as const;
  const title = LAW_REPORT_WORDS.residualsTitle[language];
  return {
    id: 'law-residuals',
    title,
    caption: fill(LAW_REPORT_WORDS.residualsCaption, language, {delta: study.finding.delta}),
    spec: panels(
      title,
      2,
      axes.map((axis) => panel(study, axis, top, language)),
    ),
  };
}
