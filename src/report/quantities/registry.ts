import type {Quantity} from '../quantity.ts';
import {pearson, spearman} from './correlations.ts';
import {finalLoss} from './finalLoss.ts';
import {fittedConstant, lawLoss, optimalParams} from './laws.ts';
import {medianScore} from './medianScore.ts';
import {optimalExponent} from './optimalExponent.ts';

/** Every quantity that a published number can be compared with. */
export const QUANTITIES: readonly Quantity[] = [
  medianScore,
  spearman,
  pearson,
  finalLoss,
  fittedConstant,
  optimalParams,
  optimalExponent,
  lawLoss,
];
