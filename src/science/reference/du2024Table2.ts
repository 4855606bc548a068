/** Correlation of score with pre-training loss over all points of Fig 1. */
export interface PublishedCorrelation {
  readonly spearman: number;
  readonly pearson: number;
}

/** Du et al. 2024, table 2 (arXiv:2403.15796v3), in its order, by the name of the benchmark preset. */
export const TABLE_2: ReadonlyMap<string, PublishedCorrelation> = new Map([
  ['triviaqa', {spearman: -0.996, pearson: -0.994}],
  ['hellaswag', {spearman: -0.996, pearson: -0.994}],
  ['race', {spearman: -0.977, pearson: -0.963}],
  ['winogrande', {spearman: -0.978, pearson: -0.988}],
  ['nlpcc-kbqa', {spearman: -0.984, pearson: -0.982}],
  ['clozet', {spearman: -0.986, pearson: -0.985}],
  ['c3', {spearman: -0.988, pearson: -0.993}],
  ['cluewsc', {spearman: -0.947, pearson: -0.972}],
  ['mmlu', {spearman: -0.804, pearson: -0.903}],
  ['c-eval', {spearman: -0.831, pearson: -0.884}],
  ['gsm8k', {spearman: -0.975, pearson: -0.874}],
  ['gsm8k-zh', {spearman: -0.948, pearson: -0.829}],
]);
