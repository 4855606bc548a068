import type {Ratio, Shape} from '../kaplan/shape.ts';
import {parametersOf} from '../kaplan/transformer.ts';
import type {PopulationPreset} from '../population.ts';
import type {Run} from '../run.ts';
import {finished} from './kaplan2020.ts';

const SOURCE = 'Kaplan et al. 2020, arXiv:2001.08361';

/** A run with its shape, and the ratio that its series varies. */
export interface ShapedRun {
  readonly run: Run;
  readonly shape: Shape;
  readonly ratio: Ratio;
  /** What the runs of a line share: parameters, or d_model. */
  readonly series: string;
}

/** Dimension of a head where heads are not what varies. */
const HEAD = 64;

function shaped(ratio: Ratio, series: string, shape: Shape): ShapedRun {
  const {layers, width, heads} = shape;
  const run = finished(`${ratio} ${series}`, `${layers}x${width}x${heads}`, parametersOf(shape));
  return {run, shape, ratio, series};
}

/** d_model of a model with `params` parameters: N = 2 n_layer d_model^2 (2 + d_ff / d_model), to the next multiple of 8. */
function widthOf(params: number, layers: number, feedForward: number): number {
  return 8 * Math.round(Math.sqrt(params / (2 * layers * (2 + feedForward))) / 8);
}

const FEED_FORWARD = [0.5, 1, 2, 4, 8, 16, 28, 40];
const FEED_FORWARD_LAYERS = 8;
/** Layers of each size: d_model / n_layer goes from about 3 to 2,000. */
const ASPECTS = [
  ['50M', 5e7, [72, 48, 24, 12, 6, 3, 2, 1]],
  ['274M', 2.74e8, [120, 72, 48, 24, 12, 6, 3, 2]],
  ['1.5B', 1.5e9, [207, 120, 75, 48, 24, 12, 6, 3]],
] as const;
/** Layers and heads of each d_model, all of 25M parameters. */
const HEADS = [
  [256, 32, [1, 2, 4, 8, 16]],
  [512, 8, [2, 4, 8, 16, 32]],
  [1024, 2, [4, 8, 16, 32, 64, 96]],
] as const;

/** The runs of Fig 5 of Kaplan et al. 2020: three ratios, each varied at equal parameters. */
export const SHAPED_RUNS: readonly ShapedRun[] = [
  ...FEED_FORWARD.map((ratio) => {
    const width = widthOf(5e7, FEED_FORWARD_LAYERS, ratio);
    const heads = Math.round(width / HEAD);
    return shaped('feedForward', '50M', {layers: FEED_FORWARD_LAYERS, width, feedForward: ratio * width, heads});
  }),
  ...ASPECTS.flatMap(([series, params, depths]) =>
    depths.map((layers) => {
      const width = widthOf(params, layers, 4);
      return shaped('aspect', series, {layers, width, feedForward: 4 * width, heads: Math.round(width / HEAD)});
    }),
  ),
  ...HEADS.flatMap(([width, layers, counts]) =>
    counts.map((heads) => shaped('head', String(width), {layers, width, feedForward: 4 * width, heads})),
  ),
];

/** Models of equal size and unequal shape (Fig 5). */
export const kaplan2020Shapes: PopulationPreset = {
  name: 'kaplan2020-shapes',
  about: '48 models of 25M to 1.5B parameters without embeddings whose shape varies at equal size, final checkpoint',
  source: `${SOURCE}, Fig 5; single shapes chosen by us in its ranges`,
  runs: SHAPED_RUNS.map(({run}) => run),
};

const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];
/** Widths of each number of layers; 0 layers are an embedding and a normalisation. */
const DEPTHS: ReadonlyArray<readonly [layers: number, widths: readonly number[]]> = [
  [0, WIDTHS],
  [1, WIDTHS],
  [2, WIDTHS],
  [3, WIDTHS],
  [6, WIDTHS],
  [12, [64, 128, 256, 512, 1024, 2048]],
  [24, [256, 512, 1024, 2048]],
  [48, [1024, 1600]],
];

/** A run with its number of layers. */
export interface DeepRun {
  readonly run: Run;
  readonly layers: number;
}

/** The runs of Fig 6 of Kaplan et al. 2020. */
export const DEEP_RUNS: readonly DeepRun[] = DEPTHS.flatMap(([layers, widths]) =>
  widths.map((width) => ({
    run: finished(`${layers} layers`, `${layers}x${width}`, parametersOf({layers, width})),
    layers,
  })),
);

/** Models of 0 to 48 layers and every width (Fig 6). */
export const kaplan2020Depths: PopulationPreset = {
  name: 'kaplan2020-depths',
  about: '62 models of 0 to 48 layers, d_model 4 to 2048, final checkpoint',
  source: `${SOURCE}, Fig 6; shapes chosen by us in its ranges; models of 0 and 1 layers illustrative`,
  runs: DEEP_RUNS.map(({run}) => run),
};
