import {spearman} from '../../inference/classical/correlation.ts';
import {grouped} from '../../numeric/grouped.ts';

/** The points of one curve, column by column; standard errors, sizes, compute and questions null where a point lacks one. */
export interface PointColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index of the run of each point; `POOLED` where it stands for several runs. */
  readonly run: Int32Array;
  readonly standardError: Float64Array | null;
  readonly params: Float64Array | null;
  readonly compute: Float64Array | null;
  /** Questions behind a score that is a share of them. */
  readonly trials: Float64Array | null;
}

/** Index of the run of points that were averaged across runs: none of them. */
const POOLED = -1;
/** Row order is taken for training order where its rank correlation with x is at least this. */
const ORDERED = 0.5;
/** Fewer points than this have no order to doubt. */
const FEW = 4;

/** Places of the points of each run, in their order. */
function placesByRun(run: Int32Array): number[][] {
  return [...grouped(run.keys(), (place) => run[place]!).values()];
}

/** Groups of neighbouring places, each to become one point. */
export function joined(points: PointColumns, groups: ReadonlyArray<readonly number[]>): PointColumns {
  // From the first one on, so that equal values keep their last digit.
  const mean = (values: Float64Array): Float64Array =>
    Float64Array.from(groups, (group) => {
      const first = values[group[0]!]!;
      return first + group.reduce((sum, i) => sum + (values[i]! - first), 0) / group.length;
    });
  const meanOf = (values: Float64Array | null): Float64Array | null => values && mean(values);
  const {standardError: errors, trials} = points;
  return {
    x: mean(points.x),
    y: mean(points.y),
    run: Int32Array.from(groups, (group) => points.run[group[0]!]!),
    standardError:
      errors &&
      Float64Array.from(
        groups,
        (group) => Math.sqrt(group.reduce((sum, i) => sum + errors[i]! ** 2, 0)) / group.length,
      ),
    params: meanOf(points.params),
    compute: meanOf(points.compute),
    // As many questions as have the standard error of an unweighted mean of shares: their sum where all are alike.
    trials:
      trials &&
      Float64Array.from(groups, (group) => group.length ** 2 / group.reduce((sum, i) => sum + 1 / trials[i]!, 0)),
  };
}

function sortedBy(places: readonly number[], values: Float64Array, falling: boolean): number[] {
  return [...places].sort((a, b) => (falling ? values[b]! - values[a]! : values[a]! - values[b]!) || a - b);
}

/**
 * Puts the points of each run in training order: by compute where every point has it, by falling loss where there is no column of runs, else as the
 * rows stand if those follow the loss and by falling loss if not. Returns the number of runs that were sorted by loss although their rows are named.
 */
export function inTrainingOrder(points: PointColumns, named: boolean): {points: PointColumns; resorted: number} {
  let resorted = 0;
  const order = placesByRun(points.run).flatMap((places) => {
    if (!named) return sortedBy(places, points.x, true);
    if (points.compute) return sortedBy(places, points.compute, false);
    const along = spearman(
      Float64Array.from(places.keys()),
      Float64Array.from(places, (i) => points.x[i]!),
    );
    if (places.length < FEW || along === null || Math.abs(along) >= ORDERED) return places;
    resorted++;
    return sortedBy(places, points.x, true);
  });
  return {
    points: joined(
      points,
      order.map((i) => [i]),
    ),
    resorted,
  };
}

/** Averages points of one run with the same x: equal scores are one score written twice, others are independent. Returns how many went. */
export function withoutDuplicates(points: PointColumns): {points: PointColumns; gone: number} {
  const groups = new Map<string, {readonly places: number[]; readonly scores: Set<number>}>();
  points.x.forEach((x, i) => {
    const key = `${points.run[i]} ${x}`;
    const group = groups.get(key) ?? {places: [], scores: new Set()};
    groups.set(key, group);
    if (group.scores.has(points.y[i]!)) return;
    group.scores.add(points.y[i]!);
    group.places.push(i);
  });
  const gone = points.x.length - groups.size;
  const places = [...groups.values()].map((group) => group.places);
  return {points: gone === 0 ? points : joined(points, places), gone};
}

/** Points of a curve that are fitted one by one: a thousand, or twenty a run up to four thousand. */
const MOST = {plain: 1000, perRun: 20, ever: 4000} as const;

/** Neighbours in x among some places, in `count` groups of nearly the same size. */
function neighbours(places: readonly number[], x: Float64Array, count: number): number[][] {
  const sorted = sortedBy(places, x, true);
  return Array.from({length: count}, (_, g) =>
    sorted.slice(Math.floor((g * sorted.length) / count), Math.floor(((g + 1) * sorted.length) / count)),
  );
}

/**
 * Averages neighbours in x within each run where a curve has too many points to be fitted one by one, standard errors by root sum of squares.
 * Where there are more than two hundred runs neighbours are averaged across them, and the points are one run without a name.
 */
export function thinned(points: PointColumns): PointColumns {
  const total = points.x.length;
  const runs = placesByRun(points.run);
  const wished = MOST.perRun * runs.length;
  const most = Math.min(Math.max(MOST.plain, wished), MOST.ever);
  if (total <= most) return points;
  if (wished > MOST.ever) {
    const pooled = {...points, run: new Int32Array(total).fill(POOLED)};
    return joined(pooled, neighbours(Array.from(points.x.keys()), points.x, most));
  }
  const groups = runs.flatMap((places) =>
    neighbours(places, points.x, Math.min(places.length, Math.max(1, Math.floor((places.length * most) / total)))),
  );
  return joined(points, groups);
}
