import type {Quantity} from '../quantity.ts';
import {
  computeSpending,
  contradictionPoint,
  lossFrontier,
  sizeCost,
  trainingConstant,
  trainingRule,
} from './compute.ts';
import {pearson, spearman} from './correlations.ts';
import {finalLoss} from './finalLoss.ts';
import {fittedConstant, lawLoss, optimalParams} from './laws.ts';
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

/** Every quantity that a published number can be compared with. */
export const QUANTITIES: readonly Quantity[] = [
  medianScore,
  spearman,
  pearson,
  finalLoss,
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
