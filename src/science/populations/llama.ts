import {evenCheckpoints, makeRun, type PopulationPreset} from '../population.ts';
import type {Run} from '../run.ts';

/** Checkpoints of each run, at equal steps: the curves of the paper have no marks, their number is chosen by us. */
const CHECKPOINTS = 40;

function run(name: string, params: number, tokens: number): Run {
  return makeRun({
    family: 'llama',
    name,
    params,
    tokens,
    batch: 4e6,
    checkpoints: evenCheckpoints(tokens, CHECKPOINTS),
  });
}

/**
 * The four LLaMA models (Touvron et al. 2023, table 2), which Du et al. 2024 (Fig 3) follow through training. Their learning rate ends at
 * a tenth of its peak; here, as in every cosine schedule, at 0.
 */
export const llama: PopulationPreset = {
  name: 'llama',
  about: '6.7B and 13B parameters on 1T tokens, 32.5B and 65.2B on 1.4T, 40 checkpoints each',
  source: 'Touvron et al. 2023, table 2, arXiv:2302.13971; places of the checkpoints chosen by us',
  runs: [run('7B', 6.7e9, 1e12), run('13B', 1.3e10, 1e12), run('33B', 3.25e10, 1.4e12), run('65B', 6.52e10, 1.4e12)],
};
