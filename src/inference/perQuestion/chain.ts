import type {QuestionScores} from '../../engine/perQuestion.ts';
import {median} from '../../numeric/quantile.ts';
import {pearson, spearman} from '../classical/correlation.ts';
import {kendall} from '../classical/kendall.ts';
import {
  CHAIN,
  type ChainCorrelations,
  type ChainScore,
  CORRELATION_GRID,
  CORRELATION_KINDS,
  type CorrelationKind,
  type FamilyCorrelations,
  PREDICTABLE,
  type ScoreCorrelations,
} from './finding.ts';

/** The models and checkpoints that are compared: which points, and their training compute in FLOP. */
export interface Family {
  readonly name: string;
  readonly points: readonly number[];
  readonly compute: readonly number[];
}

const CORRELATE = {pearson, spearman, kendall};

/** Where each score of the chain stands, and the sign that turns good upwards. */
const SOURCES = {
  logVocabulary: {column: 'logVocabulary', sign: 1},
  probability: {column: 'probability', sign: 1},
  brier: {column: 'brier', sign: -1},
  accuracy: {column: 'correct', sign: 1},
} as const satisfies Record<ChainScore, {column: keyof QuestionScores; sign: number}>;

/** Correlation of log compute with one score, question by question; NaN where the score never moves; shape [questions]. */
function correlationsOf(
  scores: QuestionScores,
  score: ChainScore,
  kind: CorrelationKind,
  family: Family,
): Float64Array {
  const {column, sign} = SOURCES[score];
  const values = scores[column];
  const x = Float64Array.from(family.compute, Math.log);
  const y = new Float64Array(x.length);
  return Float64Array.from({length: scores.questions}, (_, question) => {
    family.points.forEach((point, i) => {
      y[i] = sign * values[question * scores.points + point]!;
    });
    return CORRELATE[kind](x, y) ?? Number.NaN;
  });
}

function summaryOf(score: ChainScore, correlations: Float64Array): ScoreCorrelations {
  const n = correlations.length;
  const counted = correlations.map((value) => (Number.isNaN(value) ? 0 : value)).sort();
  const above = (bound: number): number => (n - firstAbove(counted, bound)) / n;
  return {
    score,
    median: median(counted),
    above: above(PREDICTABLE),
    constant: correlations.filter(Number.isNaN).length / n,
    exceeding: CORRELATION_GRID.map(above),
  };
}

/** Place of the first of some sorted values that is above a bound. */
function firstAbove(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether log p_vocab > p_choices >= Brier > accuracy in one number of each. */
function inOrder([vocabulary, probability, brier, accuracy]: readonly number[]): boolean {
  return vocabulary! > probability! && probability! >= brier! && brier! > accuracy!;
}

function chainOf(scores: QuestionScores, kind: CorrelationKind, family: Family): ChainCorrelations {
  const summaries = CHAIN.map((score) => summaryOf(score, correlationsOf(scores, score, kind, family)));
  return {
    kind,
    scores: summaries,
    ordered: {
      byMedian: inOrder(summaries.map((one) => one.median)),
      byAbove: inOrder(summaries.map((one) => one.above)),
    },
  };
}

/**
 * For every question the correlation of log compute with its score over the checkpoints of one family, along the chain
 * ln p_vocab(correct) -> p_choices(correct) -> Brier -> accuracy (Schaeffer et al. 2024, arXiv:2406.04391).
 */
export function familyCorrelations(scores: QuestionScores, family: Family): FamilyCorrelations {
  return {
    family: family.name,
    points: family.points.length,
    questions: scores.questions,
    chains: CORRELATION_KINDS.map((kind) => chainOf(scores, kind, family)),
  };
}
