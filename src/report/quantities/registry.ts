import type {Quantity} from '../quantity.ts';
import {chanceLevel} from './chanceLevel.ts';
import {
  computeSpending,
  contradictionPoint,
  lossFrontier,
  sizeCost,
  trainingConstant,
  trainingRule,
} from './compute.ts';
import {pearson, spearman} from './correlations.ts';
import {emergenceScore, emergentShare} from './emergence.ts';
import {onset, verdictShare, widthSlope} from './findings.ts';
import {chanceDeviation, finalScore, largestScore} from './lastScores.ts';
import {fittedConstant, lawLoss, optimalParams} from './laws.ts';
import {finalLoss, lossAt, lossRmse} from './losses.ts';
import {medianScore} from './medianScore.ts';
import {
  criticalBatch,
  criticalBatchExponent,
  depthExponent,
  positionConstant,
  ruleOverfit,
  scheduleLevel,
  shapeIncrease,
  stoppedLoss,
  transferOffset,
} from './model.ts';
import {optimalExponent} from './optimalExponent.ts';
import {orderShare, questionShare} from './perQuestion.ts';
import {scoreWhere} from './scoreWhere.ts';
import {memoryShare, sequenceCompute, sizeThreshold} from './sizes.ts';

/** Every quantity that a published number can be compared with. */
export const QUANTITIES: readonly Quantity[] = [
  medianScore,
  spearman,
  pearson,
  finalLoss,
  lossAt,
  lossRmse,
  finalScore,
  largestScore,
  chanceDeviation,
  onset,
  verdictShare,
  sizeThreshold,
  emergenceScore,
  emergentShare,
  widthSlope,
  scoreWhere,
  chanceLevel,
  memoryShare,
  questionShare,
  orderShare,
  sequenceCompute,
  trainingConstant,
  lossFrontier,
  computeSpending,
  sizeCost,
  trainingRule,
  contradictionPoint,
  shapeIncrease,
  depthExponent,
  transferOffset,
  ruleOverfit,
  criticalBatch,
  criticalBatchExponent,
  stoppedLoss,
  positionConstant,
  scheduleLevel,
  fittedConstant,
  optimalParams,
  optimalExponent,
  lawLoss,
];
