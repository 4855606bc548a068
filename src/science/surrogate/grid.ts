import {ANSWER_FUNCTIONS, QUESTION_FUNCTIONS} from './basis.ts';
import {DRAWS, INDICATOR, SCALES, SKEWS, SLOPES} from './node.ts';
import {DRAWN} from './panel.ts';

/** Place of the deviations, in standard deviations, in what a law fills; the means come first. */
export const DEVIATION = DRAWN.length;
/** Place of the standard deviations of one question. */
export const SCALE = 2 * DRAWN.length;
/** Place of the slopes of the squares on the values. */
export const SLOPE = 3 * DRAWN.length;
/** Place of the skewnesses of one question. */
export const SKEW = 4 * DRAWN.length;
/** Length of what a law fills. */
export const LAW_WIDTH = 5 * DRAWN.length;

/** Bins of the share of right answers, per unit. */
const BINS = 30;

/** Numbers of which each bin has one; bins further apart than all of them take the same again. */
const BIN_DRAWS = 11;

/** Pairs of nearly normal numbers that belong to one cell alone. */
export const OWN_PAIRS = (ANSWER_FUNCTIONS + DRAWN.length + BIN_DRAWS + 1) / 2;

/** Uniform numbers that belong to one cell alone: where bins begin, and which node is taken in either direction. */
export const OWN_UNIFORMS = 3;

/** Numbers of one cell: the question effects, then those that no other cell has. */
export const CELL_DRAWS = QUESTION_FUNCTIONS + 2 * OWN_PAIRS + OWN_UNIFORMS;

const UNIFORMS = CELL_DRAWS - OWN_UNIFORMS;

/** Cells of one run in one world. */
export interface Cells {
  /** Latents; shape [cells] each. */
  readonly s: Float64Array;
  readonly tau: Float64Array;
  /** The draws of each cell, the same in every world; shape [cells, CELL_DRAWS]. */
  readonly draws: Float64Array;
}

/** The latents of a grid, both rising, and its nodes. */
export interface Grid {
  readonly abilities: Float64Array;
  readonly confidences: Float64Array;
  node(column: number, row: number): Float64Array;
}

/** A grid whose nodes are made when they are first needed. */
export function lazyGrid(
  abilities: Float64Array,
  confidences: Float64Array,
  make: (s: number, tau: number) => Float64Array,
): Grid {
  const columns = abilities.length;
  const known = new Array<Float64Array | undefined>(columns * confidences.length);
  return {
    abilities,
    confidences,
    node(column, row) {
      const place = row * columns + column;
      const found = known[place];
      if (found) return found;
      const made = make(abilities[column]!, confidences[row]!);
      known[place] = made;
      return made;
    },
  };
}

/** Where x lies between knot i and the next one, from 0 to 1. */
function fraction(knots: Float64Array, i: number, x: number): number {
  return Math.min(Math.max((x - knots[i]!) / (knots[i + 1]! - knots[i]!), 0), 1);
}

/**
 * The number that stands for what is left of the indicator at a share of right answers: that of its bin. Two shares at a distance d
 * are in one bin with probability 1 - BINS d, for questions turn right one after the other between two latents.
 */
function indicatorDraw(draws: Float64Array, at: number, share: number): number {
  return draws[at + DRAWS + (Math.floor(BINS * share + draws[at + UNIFORMS]!) % BIN_DRAWS)]!;
}

/**
 * Fills deviations, standard deviations, slopes and skewnesses of the first `count` statistics of cell i, whose latents lie between the knots
 * (column, row) and the next ones; place 0 of `out` holds the expected share of right answers. Standard deviations and slopes are linear between four
 * nodes; the coefficients of the draws and the skewness are those of one node, taken with the probability of its weight, so that
 * covariances are linear too.
 */
export function fillDeviations(
  grid: Grid,
  column: number,
  row: number,
  {s, tau, draws}: Cells,
  i: number,
  count: number,
  out: Float64Array,
): void {
  const right = fraction(grid.abilities, column, s[i]!);
  const up = fraction(grid.confidences, row, tau[i]!);
  const at = i * CELL_DRAWS;
  const a = grid.node(column, row);
  const b = grid.node(column + 1, row);
  const c = grid.node(column, row + 1);
  const d = grid.node(column + 1, row + 1);
  const isRight = draws[at + UNIFORMS + 1]! < right;
  const own = draws[at + UNIFORMS + 2]! < up ? (isRight ? d : c) : isRight ? b : a;
  draws[at + INDICATOR] = indicatorDraw(draws, at, out[0]!);
  const [wa, wb, wc, wd] = [(1 - up) * (1 - right), (1 - up) * right, up * (1 - right), up * right];
  // Held here, for a name of another file is looked up at every use.
  const width = DRAWS;
  for (let k = 0; k < count; k++) {
    const from = k * width;
    let first = 0;
    let second = 0;
    for (let j = 0; j < width; j += 2) {
      first += own[from + j]! * draws[at + j]!;
      second += own[from + j + 1]! * draws[at + j + 1]!;
    }
    out[DEVIATION + k] = first + second;
    const e = SCALES + k;
    const f = SLOPES + k;
    out[SCALE + k] = wa * a[e]! + wb * b[e]! + (wc * c[e]! + wd * d[e]!);
    out[SLOPE + k] = wa * a[f]! + wb * b[f]! + (wc * c[f]! + wd * d[f]!);
    out[SKEW + k] = own[SKEWS + k]!;
  }
}
