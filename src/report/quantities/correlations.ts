import {pearson as linear, spearman as ranked} from '../../inference/classical/correlation.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {ofCurve} from './overReplicates.ts';

/** Spearman's correlation of score and loss. */
export const spearman: Quantity = {...FORMS.spearman, measure: ({samples}, of) => ofCurve(samples, of, ranked)};

/** Pearson's correlation of score and loss. */
export const pearson: Quantity = {...FORMS.pearson, measure: ({samples}, of) => ofCurve(samples, of, linear)};
