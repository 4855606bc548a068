import type {CurveFinding, Shape} from '../../inference/findings.ts';
import {widthOf} from '../displayWidth.ts';
import type {Language} from '../figure.ts';
import {isFitted} from '../fitted.ts';
import {metricLabel} from '../lookup.ts';
import {decimal, intervalText, percentText, withShare} from '../numbers.ts';
import type {Study} from '../study.ts';
import {CELL_INK, INK} from '../theme.ts';
import {typicalOnset, typicalWidth, usualShape} from '../typical.ts';
import {MATRIX_WORDS} from '../words/matrix.ts';
import {UNFITTED_WORDS} from '../words/unfitted.ts';
import {SHAPE_WORDS} from '../words/verdicts.ts';
import type {Axes} from './axes.ts';
import {type Crowd, freeCorner} from './corner.ts';
import type {Box, Grid, Row} from './grid.ts';
import type {Rule, Text} from './marks.ts';
import {acrossOf, downOf, linePlaces, type Place, type Plot, pointPlaces, thinned} from './place.ts';

/** One cell of the matrix: what is said of a curve and what its plot shows, in pixels. */
export interface Cell {
  readonly shape: Shape;
  readonly strip: Box;
  readonly plot: Plot;
  readonly texts: readonly Text[];
  /** What a pointer is told. */
  readonly tip: string;
  readonly points: readonly Place[];
  readonly fit: readonly Place[];
  readonly chance: readonly Rule[];
  readonly onset: readonly Rule[];
  readonly truth: readonly Rule[];
  /** Where the slope turns: eta - 2 w to eta + 2 w. */
  readonly bend: readonly Box[];
}

/** Half the zone of a bend over w: the slope of a bent hinge turns from 12 to 88 % within two widths of eta. */
const WIDTHS = 2;

function upright(plot: Plot, loss: number): Rule {
  const {y, height} = plot.box;
  const x = acrossOf(plot, loss);
  return {from: {x, y}, to: {x, y: y + height}};
}

function level(plot: Plot, value: number): Rule {
  const y = downOf(plot, value);
  return {from: {x: plot.box.x, y}, to: {x: plot.box.x + plot.box.width, y}};
}

function bendBox(plot: Plot, {onset, width}: CurveFinding): readonly Box[] {
  if (!onset) return [];
  const ends = [-WIDTHS, WIDTHS].map((side) => acrossOf(plot, onset.estimate + side * width.estimate));
  const [x, end] = [Math.min(...ends), Math.max(...ends)];
  return [{x, y: plot.box.y, width: end - x, height: plot.box.height}];
}

function stripTexts(curve: CurveFinding, {x, y, width}: Box, language: Language): readonly Text[] {
  const {shape, rate} = usualShape(curve);
  const color = CELL_INK[shape].text;
  const left = x + 7;
  if (!isFitted(curve))
    return [{x: left, y: y + 12, text: UNFITTED_WORDS.short[language], strong: true, size: 12.5, color}];
  const share = rate ? ` ${percentText(rate.value)}` : '';
  const onset = shape === 'sharp' ? typicalOnset(curve) : null;
  return [
    {x: left, y: y + 12, text: `${SHAPE_WORDS[shape][language]}${share}`, strong: true, size: 13, color},
    ...(onset === null
      ? []
      : [{x: x + width - 7, y: y + 12, text: `\u03b7 ${decimal(onset)}`, align: 'right' as const, size: 12, color}]),
    {x: left, y: y + 27, text: `w ${intervalText(typicalWidth(curve))}`, size: 12, color},
  ];
}

/** Size of the words on replicate 0: two lines of 13 pixels, 5.5 a letter, with a margin. */
const LINE = 13;
const LETTER = 5.5;
const MARGIN = 5;

/** What replicate 0, which is drawn, is where most others are something else: in the corner in which least lies. */
function exampleTexts(curve: CurveFinding, plot: Plot, crowd: Crowd, language: Language): readonly Text[] {
  if (usualShape(curve).shape === curve.shape) return [];
  const lines = [MATRIX_WORDS.example[language], SHAPE_WORDS[curve.shape][language]];
  const size = {width: LETTER * Math.max(...lines.map(widthOf)) + 2 * MARGIN, height: LINE * lines.length + 2 * MARGIN};
  const {x, y} = freeCorner(plot.box, size, crowd);
  return lines.map((text, i) => ({x: x + MARGIN, y: y + MARGIN + LINE * (i + 0.5), text, size: 11, color: INK.soft}));
}

function tipOf(study: Study, curve: CurveFinding, row: string, language: Language): string {
  const metric = metricLabel(study, curve.metric, language);
  const shares = (['sharp', 'soft', 'undetermined'] as const).map((shape) =>
    withShare(SHAPE_WORDS[shape][language], curve.rates?.shapes[shape]),
  );
  const several = (curve.rates?.width.n ?? 1) > 1;
  return [row, metric, ...(several ? shares : [SHAPE_WORDS[curve.shape][language]])].join(' \u00b7 ');
}

/** The cell of a curve in its place. */
function cellOf(
  study: Study,
  {strip, plot}: Pick<Cell, 'strip' | 'plot'>,
  row: Row,
  curve: CurveFinding,
  language: Language,
): Cell {
  const {world, benchmark, metric} = curve;
  const rows = study.scores.filter(
    (one) => one.world === world && one.benchmark === benchmark && one.metric === metric,
  );
  const chance = study.metrics.find(({name}) => name === metric)?.chance[benchmark];
  const fitted = isFitted(curve);
  const truth = curve.truth?.onset ?? null;
  const marks = {
    points: pointPlaces(rows, plot),
    chance: typeof chance === 'number' ? [level(plot, chance)] : [],
    onset: fitted && curve.onset ? [upright(plot, curve.onset.estimate)] : [],
    truth: truth === null ? [] : [upright(plot, truth)],
  };
  const line = fitted ? linePlaces(curve.fitted, plot) : [];
  const crowd = {places: [...marks.points, ...line], rules: [...marks.chance, ...marks.onset, ...marks.truth]};
  return {
    shape: fitted ? usualShape(curve).shape : 'undetermined',
    strip,
    plot,
    texts: [...stripTexts(curve, strip, language), ...exampleTexts(curve, plot, crowd, language)],
    tip: tipOf(study, curve, row.label, language),
    ...marks,
    fit: thinned(line),
    bend: fitted ? bendBox(plot, curve) : [],
  };
}

/** Every cell that has a curve, row by row. */
export function cellsOf(study: Study, grid: Grid, axes: Axes, language: Language): readonly Cell[] {
  return grid.rows.flatMap((row, i) =>
    grid.metrics.flatMap(({name}, column) => {
      const curve = row.entry.curves.find(({metric}) => metric === name);
      const {strip, plot: box} = grid.cell(i, column);
      const plot = {box, loss: axes.loss, value: axes.values[column]!};
      return curve ? [cellOf(study, {strip, plot}, row, curve, language)] : [];
    }),
  );
}
