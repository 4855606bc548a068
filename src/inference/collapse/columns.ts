import type {Overlap} from './overlap.ts';

/** Points of a run a degree of its own polynomial, and the highest degree. */
const POINTS_A_DEGREE = 5;
const HIGHEST_DEGREE = 2;

/** Place of each point among all by rising x, from -1 to 1: polynomials of it do not hang on the few points at the ends. */
function ranksOf(x: Float64Array): Float64Array {
  const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b);
  const ranks = new Float64Array(x.length);
  order.forEach((place, rank) => {
    ranks[place] = (2 * rank) / (x.length - 1) - 1;
  });
  return ranks;
}

/** Polynomials of the rank on the points of one run, 0 elsewhere, orthogonal and of mean square 1 there; the longer the run, the higher their degree. */
function runColumns({x, run}: Overlap, ranks: Float64Array, index: number): Float64Array[] {
  const own = Array.from(run.keys()).filter((i) => run[i] === index);
  const degree = Math.min(HIGHEST_DEGREE, Math.floor(own.length / POINTS_A_DEGREE));
  const columns: Float64Array[] = [];
  for (let power = 0; power <= degree; power++) {
    const column = new Float64Array(x.length);
    for (const i of own) column[i] = ranks[i]! ** power;
    for (const before of columns) {
      const share = own.reduce((sum, i) => sum + before[i]! * column[i]!, 0) / own.length;
      for (const i of own) column[i]! -= share * before[i]!;
    }
    const size = Math.sqrt(own.reduce((sum, i) => sum + column[i]! * column[i]!, 0) / own.length);
    if (size > 1e-6) columns.push(column.map((value) => value / size));
  }
  return columns;
}

/** What each run may add to the common curve: a list of columns a run. */
export function deviationColumns(overlap: Overlap): Float64Array[][] {
  const ranks = ranksOf(overlap.x);
  return Array.from({length: overlap.runs}, (_, index) => runColumns(overlap, ranks, index));
}
