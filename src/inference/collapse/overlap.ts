/** The points of a curve on one axis that share their place with another run. */
export interface Overlap {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weightRoot: Float64Array;
  /** Index of the run of each point, 0 to runs - 1. */
  readonly run: Int32Array;
  readonly runs: number;
  /** Place of the point before this one in the same run, -1 at the start of a run. */
  readonly previous: Int32Array;
}

/** Fewer points of a run than this on shared ground say nothing. */
const FEWEST = 4;

interface Span {
  readonly low: number;
  readonly high: number;
}

function spansOf(x: Float64Array, run: Int32Array): Map<number, Span> {
  const spans = new Map<number, Span>();
  x.forEach((at, i) => {
    const span = spans.get(run[i]!);
    spans.set(run[i]!, {low: Math.min(span?.low ?? at, at), high: Math.max(span?.high ?? at, at)});
  });
  return spans;
}

/** Places of the points that lie within the span of another run; runs with too few such points are left out, and their spans with them. */
function sharedPlaces(x: Float64Array, run: Int32Array): number[] {
  let spans = [...spansOf(x, run)];
  for (;;) {
    const inside = Array.from(x.keys()).filter(
      (i) =>
        spans.some(([own]) => own === run[i]) &&
        spans.some(([other, {low, high}]) => other !== run[i] && low <= x[i]! && x[i]! <= high),
    );
    const counts = new Map<number, number>();
    for (const i of inside) counts.set(run[i]!, (counts.get(run[i]!) ?? 0) + 1);
    const kept = spans.filter(([own]) => (counts.get(own) ?? 0) >= FEWEST);
    if (kept.length === spans.length || kept.length === 0) return kept.length === 0 ? [] : inside;
    spans = kept;
  }
}

/** The shared ground of the runs of a curve, in the order of the curve (a run's points stand in training order); null with fewer than two runs on it. */
export function overlapOf(x: Float64Array, y: Float64Array, root: Float64Array, run: Int32Array): Overlap | null {
  const places = sharedPlaces(x, run);
  const names = [...new Set(places.map((i) => run[i]!))];
  if (names.length < 2) return null;
  const last = new Map<number, number>();
  const previous = Int32Array.from(places, (i, k) => {
    const before = last.get(run[i]!) ?? -1;
    last.set(run[i]!, k);
    return before;
  });
  const pick = (values: Float64Array) => Float64Array.from(places, (i) => values[i]!);
  return {
    x: pick(x),
    y: pick(y),
    weightRoot: pick(root),
    run: Int32Array.from(places, (i) => names.indexOf(run[i]!)),
    runs: names.length,
    previous,
  };
}
