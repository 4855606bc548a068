import type {Truth} from '../science/latent.ts';
import type {Verdict} from './findings.ts';
import type {BenchmarkVerdict} from './verdict.ts';

/** Widths up to which a planted bend is a break, and from which it is none, nats: between them the rule has no word for it. */
const NARROW = 0.01;
const WIDE = 0.05;

/** Whether a break is planted; null where a bend is so wide that it is neither a break nor none, or has no width. */
export function plantedBreak({onset, width}: Truth): boolean | null {
  if (onset === null) return false;
  if (width === null) return null;
  return width <= NARROW ? true : width >= WIDE ? false : null;
}

/** What the pair rule should say where both truths are known; null where the rule has no word for it. */
export function pairTruth(from: Truth, to: Truth, margin: number): Verdict | null {
  const [first, second] = [plantedBreak(from), plantedBreak(to)];
  if (first === null || second === null) return null;
  if (!first) return second ? null : 'none';
  if (!second) return 'removed';
  return Math.abs(to.onset! - from.onset!) < margin ? 'kept' : 'moved';
}

/** What the rule should say of a benchmark whose ability, and with it every metric, has this truth. */
export function benchmarkTruth(truth: Truth, pairs: number, margin: number): BenchmarkVerdict | null {
  if (pairs > 0) return pairTruth(truth, truth, margin);
  const found = plantedBreak(truth);
  return found === null ? null : found ? 'break' : 'no-break';
}
