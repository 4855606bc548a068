import {makeRun, type PopulationPreset} from '../population.ts';
import type {Run} from '../run.ts';

const SEQUENCE = 2048;
/** Non-embedding parameters from the published shapes (SwiGLU, grouped-query attention with heads / 8). */
const NON_EMBEDDING: Readonly<Record<string, number>> = {
  '300M': 0.195e9,
  '540M': 0.347e9,
  '1B': 0.83e9,
  '1.5B': 1.246e9,
  '3B': 2.775e9,
  '6B': 5.769e9,
  '32B': 31.58e9,
};
const PARAMS: Readonly<Record<string, number>> = {
  '300M': 0.3e9,
  '540M': 0.54e9,
  '1B': 1e9,
  '1.5B': 1.5e9,
  '3B': 3e9,
  '6B': 6e9,
  '32B': 32e9,
};

/** `count` tokens figures rising by `step` after `start`, all in units of 1e9. */
function rising(start: number, step: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => start + step * (i + 1));
}

function large(name: string, sequences: number, billions: readonly number[]): Run {
  const checkpoints = billions.map((b) => Math.round(b * 1e6) * 1e3);
  return makeRun({
    family: 'du2024-large',
    name,
    params: PARAMS[name]!,
    paramsNonEmbedding: NON_EMBEDDING[name]!,
    tokens: checkpoints[checkpoints.length - 1]!,
    batch: sequences * SEQUENCE,
    checkpoints,
  });
}

/**
 * The three large runs of Du et al. 2024 (table 4) with the checkpoint spacing read off Fig 6: 107, 71 and 59 checkpoints.
 * The last one (2.95T, 2.96T, 2.47T tokens as drawn, published rounded to 3T, 3T, 2.5T) ends the schedule.
 */
export const du2024Large: PopulationPreset = {
  name: 'du2024-large',
  about: '1.5B, 6B and 32B parameters on 3T, 3T and 2.5T tokens, every plotted checkpoint',
  source: 'Du et al. 2024, table 4; spacing digitised from Fig 6, arXiv:2403.15796',
  sequence: SEQUENCE,
  runs: [
    large('1.5B', 1344, rising(0, 27.525, 107)),
    large('6B', 4224, [21.4, 42.7, 64.1, 88.9, 120.8, 152.8, 193.7, 237, ...rising(237, 43.3, 63)]),
    large('32B', 8832, [11.7, 25.7, 43.2, 64.8, 91.8, 124.7, 165.9, 210, 255, ...rising(255, 44.3, 50)]),
  ],
};

const BUDGETS: ReadonlyArray<readonly [string, readonly number[]]> = [
  ['300M', [67, 125, 250, 500]],
  ['540M', [33, 66, 125, 250, 500]],
  ['1B', [33, 67, 125, 250, 500]],
  ['1.5B', [67, 100, 125, 250, 375, 500]],
  ['3B', [67, 125, 250, 500]],
  ['6B', [33, 67, 125, 250]],
];

/** The small runs, each with its own schedule, with the checkpoints at these shares of its tokens. */
function smallRuns(shares: readonly number[]): readonly Run[] {
  return BUDGETS.flatMap(([size, budgets]) =>
    budgets.map((billions) =>
      makeRun({
        family: size,
        name: `${size}-${billions}B`,
        params: PARAMS[size]!,
        paramsNonEmbedding: NON_EMBEDDING[size]!,
        tokens: billions * 1e9,
        batch: 1152 * SEQUENCE,
        checkpoints: shares.map((share) => share * billions * 1e9),
      }),
    ),
  );
}

/** The 28 small runs of Du et al. 2024 (table 5), each with its own token budget and schedule; final checkpoint only. */
export const du2024Small: PopulationPreset = {
  name: 'du2024-small',
  about: '28 runs from 300M to 6B parameters on 33B to 500B tokens, each with its own schedule, final checkpoint',
  source: 'Du et al. 2024, table 5, arXiv:2403.15796',
  sequence: SEQUENCE,
  runs: smallRuns([1]),
};

/** Steps of a sixteenth of the tokens from a quarter on: 13 checkpoints. */
const SIXTEENTHS = Array.from({length: 13}, (_, i) => (4 + i) / 16);

/**
 * The same runs with intermediate checkpoints (Fig 5). The paper does not say where they are: here every sixteenth of a run from a
 * quarter on, because before that, below 30B tokens for most, the loss law fitted to its figures is off by up to 0.25 nats.
 */
export const du2024SmallAll: PopulationPreset = {
  name: 'du2024-small-all',
  about: 'the 28 runs of du2024-small with 13 checkpoints each, every sixteenth of the tokens from a quarter on',
  source: 'Du et al. 2024, table 5 and appendix D, arXiv:2403.15796; places of the checkpoints chosen by us',
  sequence: SEQUENCE,
  runs: smallRuns(SIXTEENTHS),
};
