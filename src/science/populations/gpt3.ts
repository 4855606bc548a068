import {makeRun, type PopulationPreset} from '../population.ts';
import type {Run} from '../run.ts';

/** Tokens that every model was trained on. */
const TOKENS = 3e11;

function size(name: string, params: number, batch: number): Run {
  return makeRun({family: 'gpt3', name, params, tokens: TOKENS, batch});
}

/**
 * The four sizes of GPT-3 that Schaeffer et al. 2023 ask (Fig 3), each trained on 300B tokens with batches of 0.5M to 3.2M tokens
 * (Brown et al. 2020, table 2.1, arXiv:2005.14165). All parameters count as non-embedding ones: the papers print no other number.
 */
export const gpt3: PopulationPreset = {
  name: 'gpt3',
  about: '350M, 1.3B, 6.7B and 175B parameters on 300B tokens, final checkpoint',
  source: 'Schaeffer et al. 2023, Fig 3, arXiv:2304.15004; tokens and batches: Brown et al. 2020, table 2.1',
  runs: [size('350M', 3.5e8, 5e5), size('1.3B', 1.3e9, 1e6), size('6.7B', 6.7e9, 2e6), size('175B', 1.75e11, 3.2e6)],
};
