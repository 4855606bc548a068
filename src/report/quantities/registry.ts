import type {Quantity} from '../quantity.ts';
import {pearson, spearman} from './correlations.ts';
import {finalLoss} from './finalLoss.ts';
import {medianScore} from './medianScore.ts';

/** Every quantity that a published number can be compared with. */
export const QUANTITIES: readonly Quantity[] = [medianScore, spearman, pearson, finalLoss];
