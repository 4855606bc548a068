import type {SmoothNull} from './evidence.ts';

/** Places of values in rising order; ties keep their order. */
function risingOrder(values: readonly number[]): number[] {
  return [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
}

/** p adjusted so that rejecting what lies below a level keeps the family-wise error at that level (Holm 1979, Scandinavian Journal of Statistics 6). */
export function holm(p: readonly number[]): number[] {
  const out = p.slice();
  let largest = 0;
  risingOrder(p).forEach((place, rank) => {
    largest = Math.max(largest, Math.min((p.length - rank) * p[place]!, 1));
    out[place] = largest;
  });
  return out;
}

/**
 * p adjusted so that rejecting what lies below a level keeps the false discovery rate at that level where the tests are independent
 * or positively dependent (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57).
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const out = p.slice();
  let least = 1;
  risingOrder(p)
    .reverse()
    .forEach((place, after) => {
      least = Math.min(least, (p.length / (p.length - after)) * p[place]!);
      out[place] = least;
    });
  return out;
}

/** What a test is one of a family by: the benchmarks of one world and metric. */
interface Tested {
  readonly world: string | null;
  readonly metric: string;
  readonly smoothNull: SmoothNull | null;
}

/** Fills in the adjusted p of every smooth-null test over the benchmarks of its world and metric; a test that is alone in its family stays as it is. */
export function adjustSmoothNulls<T extends Tested>(findings: readonly T[]): T[] {
  const families = new Map<string, number[]>();
  findings.forEach(({world, metric, smoothNull}, i) => {
    if (!smoothNull) return;
    const key = JSON.stringify([world, metric]);
    families.set(key, [...(families.get(key) ?? []), i]);
  });
  const out = findings.slice();
  for (const family of families.values()) {
    if (family.length < 2) continue;
    const p = family.map((i) => findings[i]!.smoothNull!.p);
    const [strict, discovery] = [holm(p), benjaminiHochberg(p)];
    family.forEach((i, k) => {
      const smoothNull = {...findings[i]!.smoothNull!, adjusted: {holm: strict[k]!, falseDiscovery: discovery[k]!}};
      out[i] = {...findings[i]!, smoothNull};
    });
  }
  return out;
}
