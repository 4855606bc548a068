/** Places of the first look are this far apart. */
const APART = 6;
/** Lows of the first look within this likelihood ratio of the lowest are looked around. */
const NEAR = 30;

/** The place, of `count`, of the least residual sum of squares of `points` values: every sixth place first, then those around lows. */
export function lowestOf(count: number, rss: (place: number) => number, points: number): number {
  const known = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (let place = 0; place < count; place += APART) known[place] = rss(place);
  const first = known.slice();
  const limit = first.reduce((a, b) => Math.min(a, b)) * Math.exp(NEAR / points);
  for (let place = 0; place < count; place += APART) {
    const own = first[place]!;
    if (own > limit || first[place - APART]! < own || first[place + APART]! < own) continue;
    for (let next = Math.max(place - APART + 1, 0); next < Math.min(place + APART, count); next++) {
      if (known[next] === Number.POSITIVE_INFINITY) known[next] = rss(next);
    }
  }
  return known.indexOf(known.reduce((a, b) => Math.min(a, b)));
}
