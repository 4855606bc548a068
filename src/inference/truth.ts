import type {Truth} from '../science/latent.ts';
import type {Verdict} from './findings.ts';
import type {BenchmarkVerdict} from './verdict.ts';

/** What the pair rule should say where both truths are known; null where the rule has no word for it. */
export function pairTruth(from: Truth, to: Truth, margin: number): Verdict | null {
  if (from.onset === null) return to.onset === null ? 'none' : null;
  if (to.onset === null) return 'removed';
  return Math.abs(to.onset - from.onset) < margin ? 'kept' : 'moved';
}

/** What the rule should say of a benchmark whose ability, and with it every metric, has this truth. */
export function benchmarkTruth(truth: Truth, pairs: number, margin: number): BenchmarkVerdict | null {
  if (pairs > 0) return pairTruth(truth, truth, margin);
  return truth.onset === null ? 'no-break' : 'break';
}
