import {median} from '../../numeric/quantile.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {ofCurve} from './overReplicates.ts';

/** Median over the checkpoints with a loss in [low, high), a fraction; null where no checkpoint is there. */
export const medianScore: Quantity = {
  ...FORMS.medianScore,
  measure: ({samples}, of) =>
    ofCurve(samples, of, (losses, scores) => {
      const inside = scores.filter((_, i) => losses[i]! >= Number(of.low) && losses[i]! < Number(of.high));
      return inside.length > 0 ? median(inside) : null;
    }),
};
