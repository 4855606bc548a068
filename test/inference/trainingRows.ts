import type {TrainingRow} from '../../src/inference/training/curves.ts';
import {kaplanTraining} from '../../src/science/laws/kaplanTraining.ts';
import {lossOffsets, noiseKeys} from '../../src/science/noise.ts';
import type {Run} from '../../src/science/run.ts';
import {sourceAt} from '../../src/science/schedule.ts';

/** The constants that the rows obey. */
export const TRUTH = kaplanTraining.presets['kaplan2020-training']!.values;

const law = kaplanTraining.build(TRUTH);

/** Rows of some runs under the law of Kaplan et al. 2020; without a seed without noise. */
export function trainingRows(runs: readonly Run[], seed?: string): TrainingRow[] {
  const noise = {run: 0.01, checkpoint: 0.003, correlation: 0.7, evaluation: 0, loss: 0};
  return runs.flatMap((run) => {
    const offsets = seed === undefined ? null : lossOffsets(noiseKeys(seed), noise, run, 0);
    return run.checkpoints.map((tokens, i) => {
      const source = sourceAt(run, tokens);
      return {
        family: run.family,
        run: run.name,
        paramsNonEmbedding: run.paramsNonEmbedding,
        tokens,
        steps: source.S,
        batch: run.batch,
        unique: source.U,
        computeNonEmbedding: 6 * run.paramsNonEmbedding * tokens,
        loss: law(source) + (offsets?.[i] ?? 0),
      };
    });
  });
}
