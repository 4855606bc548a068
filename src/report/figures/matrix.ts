import {axisNameOf} from '../axes.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {casesOf, drawnPart} from '../lookup.ts';
import {RULE_STYLES} from '../marks.ts';
import {axesOf, axisTexts, gridRules, headTexts} from '../matrix/axes.ts';
import {type Cell, cellsOf} from '../matrix/cells.ts';
import {gridOf, HEAD, type Row} from '../matrix/grid.ts';
import {keyLayers, keyLineCount} from '../matrix/key.ts';
import {type Pen, penFor} from '../matrix/marks.ts';
import {labelTexts, TONE_INK, type VerdictCell, verdictCells, verdictHead} from '../matrix/sides.ts';
import {type Layer, picture} from '../spec.ts';
import type {BenchmarkView, Study} from '../study.ts';
import {CELL_INK, INK} from '../theme.ts';
import {HEADINGS} from './headings.ts';

/** The grounds, strips and edges of cells and verdicts, look by look. */
function groundLayers(pen: Pen, cells: readonly Cell[], verdicts: readonly VerdictCell[]): readonly Layer[] {
  const looks = Object.keys(CELL_INK) as ReadonlyArray<keyof typeof CELL_INK>;
  return looks.flatMap((look) => {
    const {ground, strip, edge: color, dash: strokeDash} = CELL_INK[look];
    const own = cells.filter(({shape}) => shape === look);
    const judged = verdicts.filter(({tone}) => TONE_INK[tone] === look);
    const tips = own.map(({tip}) => tip);
    const style = {color, strokeDash, strokeWidth: 1};
    return [
      ...pen.boxes(
        own.map(({plot}) => plot.box),
        {fill: ground, ...style},
        tips,
      ),
      ...pen.boxes(
        own.map((cell) => cell.strip),
        {fill: strip, ...style},
        tips,
      ),
      ...pen.boxes(
        judged.map(({box}) => box),
        {fill: ground, ...style},
      ),
      ...pen.boxes(
        judged.map((cell) => cell.strip),
        {fill: strip, ...style},
      ),
    ];
  });
}

/** What the plots show. */
function curveLayers(pen: Pen, cells: readonly Cell[]): readonly Layer[] {
  const chance = {color: INK.chance, strokeWidth: 1, strokeDash: [4, 3]};
  return [
    ...pen.boxes(
      cells.flatMap(({bend}) => bend),
      {fill: INK.onset, opacity: 0.16},
    ),
    ...pen.rules(
      cells.flatMap((cell) => cell.chance),
      chance,
    ),
    ...pen.points(cells.flatMap(({points}) => points)),
    ...pen.rules(
      cells.flatMap(({onset}) => onset),
      RULE_STYLES.onset,
    ),
    ...pen.rules(
      cells.flatMap(({truth}) => truth),
      RULE_STYLES.truth,
    ),
    ...pen.lines(cells.map(({fit}) => fit)),
  ];
}

function drawing(
  study: Study,
  benchmark: BenchmarkView,
  rows: readonly Row[],
  language: Language,
): Omit<Drawing, 'caption'> {
  const metrics = study.metrics.filter(({name}) =>
    rows.some(({entry}) => entry.curves.some(({metric}) => metric === name)),
  );
  const hasTruth = rows.some(({entry}) => entry.curves.some(({truth}) => truth !== null && truth.onset !== null));
  // The width does not depend on the key, its height does.
  const {width} = gridOf(rows, metrics, 1);
  const keyLines = keyLineCount(hasTruth, width, language);
  const grid = gridOf(rows, metrics, keyLines);
  const axes = axesOf(study, benchmark.name, metrics);
  const pen = penFor(width, grid.height);
  const cells = cellsOf(study, grid, axes, language);
  const verdicts = verdictCells(grid, language);
  const top = keyLines * HEAD.key;
  const title = figureText(study, 'matrixTitle', language, null, {benchmark: benchmark.label});
  const layers = [
    ...keyLayers(pen, hasTruth, width, language),
    ...groundLayers(pen, cells, verdicts),
    ...pen.rules(gridRules(grid, axes), {color: INK.grid, strokeWidth: 0.8}),
    ...curveLayers(pen, cells),
    ...pen.texts([
      ...headTexts(grid, top, language),
      ...verdictHead(grid, top, language),
      ...labelTexts(grid, language),
      ...cells.flatMap(({texts}) => texts),
      ...verdicts.flatMap(({texts}) => texts),
      ...axisTexts(study, grid, axes, language),
    ]),
  ];
  return {id: drawingId('matrix', benchmark.name), title, spec: picture(title, width, grid.height, layers)};
}

/** Worlds by metrics, one drawing for each benchmark: every curve with its shape and width, and the verdict across the metrics. Rows share the loss axis of the first world. */
export const matrix: Figure = {
  ...HEADINGS.matrix,
  draw(whole, language) {
    if (whole.table) return [];
    const study = drawnPart(whole);
    const cases = casesOf(study, language);
    const caption = captionText(whole, 'matrixCaption', language);
    return study.benchmarks.flatMap((benchmark) => {
      const own = cases.filter(
        ({finding: {world, benchmark: name}, curves}) =>
          name === benchmark.name && curves.length > 0 && axisNameOf(study, world) === axisNameOf(study),
      );
      const rows = own.map((entry) => ({entry, label: entry.world}));
      return rows.length > 0 ? [{...drawing(study, benchmark, rows, language), caption}] : [];
    });
  },
};
