/** Scores of one question from its log probability to its grade, in the order of the chain of Schaeffer et al. 2024, arXiv:2406.04391. */
export const CHAIN = ['logVocabulary', 'probability', 'brier', 'accuracy'] as const;

/** One score of the chain. */
export type ChainScore = (typeof CHAIN)[number];

/** Ways to correlate compute with a score. */
export const CORRELATION_KINDS = ['pearson', 'spearman', 'kendall'] as const;

/** One way to correlate. */
export type CorrelationKind = (typeof CORRELATION_KINDS)[number];

/** The correlation above which a question counts as predictable from compute (Schaeffer et al. 2024, arXiv:2406.04391). */
export const PREDICTABLE = 0.75;

/** Correlations at which the complementary distribution is kept: -1 to 1 in steps of 0.05. */
export const CORRELATION_GRID: readonly number[] = Array.from({length: 41}, (_, i) => (i - 20) / 20);

/** How the score of single questions goes with log compute: the distribution of the correlation over all questions of a benchmark. */
export interface ScoreCorrelations {
  readonly score: ChainScore;
  readonly median: number;
  /** Share of questions with a correlation above 0.75. */
  readonly above: number;
  /** Share of questions whose score never moves: they have no correlation and count as 0. */
  readonly constant: number;
  /** Share of questions with a correlation above each place of CORRELATION_GRID. */
  readonly exceeding: readonly number[];
}

/** One kind of correlation along the chain, and whether log p_vocab > p_choices >= Brier > accuracy holds. */
export interface ChainCorrelations {
  readonly kind: CorrelationKind;
  /** In the order of CHAIN; the Brier score is turned, so that good is up in all of them. */
  readonly scores: readonly ScoreCorrelations[];
  readonly ordered: {readonly byMedian: boolean; readonly byAbove: boolean};
}

/** Correlations over the models and checkpoints of one family. */
export interface FamilyCorrelations {
  readonly family: string;
  /** Checkpoints behind each correlation. */
  readonly points: number;
  readonly questions: number;
  readonly chains: readonly ChainCorrelations[];
}
