import type {Case} from '../lookup.ts';
import type {MetricView} from '../study.ts';

/** A rectangle in pixels, from the upper left corner of the figure. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One row: the finding of a (world, benchmark) and what the row is called. */
export interface Row {
  readonly entry: Case;
  readonly label: string;
}

/** Where everything stands: rows of worlds, columns of metrics, pixels. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly metrics: readonly MetricView[];
  readonly width: number;
  readonly height: number;
  /** Bottom of the last row. */
  readonly bottom: number;
  /** Box of the words about one cell and of the plot below them. */
  cell(row: number, column: number): {readonly strip: Box; readonly plot: Box};
  /** Left edge of the column of verdicts. */
  readonly verdicts: number;
}

/** Height of the key and of the heads of the columns above the first row. */
export const HEAD = {key: 26, names: 62} as const;
/** Width of the labels of rows and of the verdicts. */
export const SIDE = {label: 124, verdict: 146} as const;

const STRIP = 37;
/** Between columns there is room for the numbers of the value axis. */
const GAP = {x: 32, y: 12} as const;
/** Room below the last row for the loss axis. */
const FOOT = 40;
/** Width that the metrics share where they are few, and the least and most for one of them. */
const METRICS_WIDTH = 860;
const CELL_WIDTH = [152, 236] as const;
/** From this number of rows on plots are lower. */
const MANY_ROWS = 9;

/** The grid of one drawing. */
export function gridOf(rows: readonly Row[], metrics: readonly MetricView[], keyLines: number): Grid {
  const wide = Math.floor(METRICS_WIDTH / metrics.length) - GAP.x;
  const cellWidth = Math.min(Math.max(wide, CELL_WIDTH[0]), CELL_WIDTH[1]);
  const plotHeight = rows.length < MANY_ROWS ? 84 : 64;
  const top = keyLines * HEAD.key + HEAD.names;
  const pitch = STRIP + plotHeight + GAP.y;
  const verdicts = SIDE.label + metrics.length * (cellWidth + GAP.x) + GAP.x / 2;
  const bottom = top + rows.length * pitch - GAP.y;
  return {
    rows,
    metrics,
    width: verdicts + SIDE.verdict,
    height: bottom + FOOT,
    bottom,
    verdicts,
    cell(row, column) {
      const x = SIDE.label + GAP.x + column * (cellWidth + GAP.x);
      const y = top + row * pitch;
      return {
        strip: {x, y, width: cellWidth, height: STRIP},
        plot: {x, y: y + STRIP, width: cellWidth, height: plotHeight},
      };
    },
  };
}
