import {type IsoFlop, isoFlop} from '../inference/isoflop.ts';
import type {Study, StudyNumbers} from './study.ts';

/** How parameters are counted, in size and in compute. */
export type Counting = 'total' | 'nonEmbedding';

/** Curves of equal compute of one replicate; `losses` are those of another replicate, in the order of the trajectories. */
export function isoFlopOf(
  {trajectories}: Pick<StudyNumbers, 'trajectories'>,
  counting: Counting,
  losses?: Float64Array,
): IsoFlop {
  return isoFlop(
    trajectories.map((row, i) => ({
      run: `${row.family}/${row.run}`,
      N: counting === 'total' ? row.params : row.paramsNonEmbedding,
      C: counting === 'total' ? row.compute : row.computeNonEmbedding,
      loss: losses ? losses[i]! : row.loss,
    })),
  );
}

/** Mean and standard deviation of some numbers. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** The exponent of N_opt ~ C^a over all replicates that a study holds; null with fewer than two. */
export function exponentSpread(study: Study, counting: Counting): Spread | null {
  const all = [undefined, ...study.otherLosses].flatMap((losses) => {
    const {exponent} = isoFlopOf(study, counting, losses);
    return exponent ? [exponent.estimate] : [];
  });
  if (all.length < 2) return null;
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {n: all.length, mean, sd: Math.sqrt(squares / (all.length - 1))};
}
