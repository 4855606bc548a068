import {equalRatios} from '../../numeric/ratios.ts';
import {CONTEXT} from '../kaplan/tokens.ts';
import {type ParameterCount, parametersOf} from '../kaplan/transformer.ts';
import {makeRun, type PopulationPreset, WARMUP} from '../population.ts';
import type {Run} from '../run.ts';

const SOURCE = 'Kaplan et al. 2020, arXiv:2001.08361';
/** Tokens of a step: 512 sequences of 1024 (Kaplan et al. 2020, section 2.2, which has 2.5e5 steps, 3,000 of them of linear warm-up, then cosine to 0). */
export const BATCH = 512 * CONTEXT;

/** Steps of a run (Kaplan et al. 2020, section 2.2). */
export const STEPS = 2.5e5;

/**
 * Layers and d_model of every size. The paper names 393.2K, 3M, 25M, 85M, 302M, 708M and 1.5B, shapes (2, 128) and (36, 1280), and a range
 * of 768 to 1.5e9 parameters; the others are illustrative, about a factor of two apart, none of one layer (which the paper leaves out of its fits).
 */
const SHAPES = {
  '768': [4, 4],
  '1.5K': [2, 8],
  '3.1K': [4, 8],
  '6.1K': [2, 16],
  '12.3K': [4, 16],
  '24.6K': [2, 32],
  '49.2K': [4, 32],
  '98.3K': [2, 64],
  '196.6K': [4, 64],
  '393.2K': [2, 128],
  '786K': [4, 128],
  '1.6M': [2, 256],
  '3M': [4, 256],
  '6M': [8, 256],
  '13M': [4, 512],
  '25M': [8, 512],
  '50M': [16, 512],
  '85M': [12, 768],
  '151M': [12, 1024],
  '302M': [24, 1024],
  '708M': [36, 1280],
  '1.5B': [48, 1600],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

type Size = keyof typeof SHAPES;

function paramsOf(size: Size): ParameterCount {
  const [layers, width] = SHAPES[size];
  return parametersOf({layers, width});
}

/** `count` whole steps at about equal ratios from `first` to `last`, each once. */
function risingSteps(first: number, last: number, count: number): readonly number[] {
  return [...new Set(equalRatios(first, last, count).map(Math.round))];
}

/** Places of the checkpoints, chosen by us: the curves of the paper have no marks. */
const ALONG = risingSteps(2, STEPS, 60).map((step) => step * BATCH);
const COARSE = risingSteps(100, STEPS, 30).map((step) => step * BATCH);

function trained(size: Size, name: string, checkpoints: readonly number[], unique?: number): Run {
  return makeRun({
    family: size,
    name,
    ...paramsOf(size),
    tokens: STEPS * BATCH,
    batch: BATCH,
    schedule: 'warmup-cosine',
    warmup: WARMUP,
    checkpoints,
    ...(unique === undefined ? {} : {unique}),
  });
}

/** A run as the paper trains them, on data that do not run out, with its end as the only checkpoint. */
export function finished(family: string, name: string, count: ParameterCount): Run {
  return makeRun({
    family,
    name,
    ...count,
    tokens: STEPS * BATCH,
    batch: BATCH,
    schedule: 'warmup-cosine',
    warmup: WARMUP,
  });
}

/** Runs of 22 sizes on data that do not run out (Figs 1, 2, 4, 6, 11 to 15). */
export const kaplan2020Sizes: PopulationPreset = {
  name: 'kaplan2020-sizes',
  about:
    '22 sizes from 768 to 1.5e9 parameters without embeddings, 2.5e5 steps of 524,288 tokens, about 60 checkpoints',
  source: `${SOURCE}, section 2; most shapes and the places of the checkpoints chosen by us`,
  runs: (Object.keys(SHAPES) as Size[]).map((size) => trained(size, size, ALONG)),
};

const DATA_SIZES = ['393.2K', '3M', '25M', '85M', '302M', '708M'] as const satisfies readonly Size[];
const DATA_SETS = {
  '21M': 2.1e7,
  '43M': 4.3e7,
  '86M': 8.6e7,
  '172M': 1.72e8,
  '344M': 3.44e8,
  '688M': 6.88e8,
  '1.4B': 1.4e9,
  '22B': 2.2e10,
} as const;

/** Six sizes on parts of the data of eight lengths (Figs 4 and 9). */
export const kaplan2020Data: PopulationPreset = {
  name: 'kaplan2020-data',
  about:
    '393.2K to 708M parameters on data sets of 21M to 22B tokens, 2.5e5 steps of 524,288 tokens, about 30 checkpoints',
  source: `${SOURCE}, Figs 4 and 9; shapes and places of the checkpoints chosen by us`,
  runs: DATA_SIZES.flatMap((size) =>
    Object.entries(DATA_SETS).map(([data, unique]) => trained(size, `${size}-${data}`, COARSE, unique)),
  ),
};

const BATCH_SIZES = ['3M', '85M'] as const satisfies readonly Size[];
/** 2^14 to 2^22 tokens. */
const BATCHES = Array.from({length: 9}, (_, i) => 2 ** (14 + i));
/** Steps of a run at the largest batches, and the batch below which it takes more of them: all runs then end at about the same loss. */
const LEAST_STEPS = 1e5;
const KNEE = 2 ** 20;

function scanned(size: Size, batch: number): Run {
  const steps = Math.round(LEAST_STEPS * (1 + KNEE / batch));
  return makeRun({
    family: size,
    name: `${size}-${batch}`,
    ...paramsOf(size),
    tokens: steps * batch,
    batch,
    schedule: 'warmup-cosine',
    warmup: WARMUP,
    checkpoints: risingSteps(20, steps, 80).map((step) => step * batch),
  });
}

/** Scans of the batch at two sizes (Figs 10 and 18). */
export const kaplan2020Batch: PopulationPreset = {
  name: 'kaplan2020-batch',
  about: '3M and 85M parameters at batches of 2^14 to 2^22 tokens, 1e5 (1 + 2^20 / batch) steps, about 80 checkpoints',
  source: `${SOURCE}, Figs 10 and 18; batches, steps and places of the checkpoints chosen by us`,
  runs: BATCH_SIZES.flatMap((size) => BATCHES.map((batch) => scanned(size, batch))),
};

/** The runs of both: every size on data that do not run out, and six sizes on parts of the data (Figs 1, 4 and 15). */
export const kaplan2020SizesData: PopulationPreset = {
  name: 'kaplan2020-sizes-data',
  about: 'the runs of kaplan2020-sizes and of kaplan2020-data',
  source: `${SOURCE}, section 2, Figs 4 and 9; most shapes and the places of the checkpoints chosen by us`,
  runs: [...kaplan2020Sizes.runs, ...kaplan2020Data.runs],
};
