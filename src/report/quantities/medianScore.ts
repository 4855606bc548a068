import {median} from '../../numeric/quantile.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {ofCurve} from './overReplicates.ts';

/** Median over the checkpoints, of all runs or one, with a loss in [low, high), a fraction; null where no checkpoint is there. */
export const medianScore: Quantity = {
  ...FORMS.medianScore,
  measure({samples, trajectories}, of) {
    const [low, high] = [Number(of.low), Number(of.high)];
    const chosen = (place: number): boolean => of.run === undefined || trajectories[place]!.run === of.run;
    return ofCurve(samples, of, (losses, scores) => {
      const inside = scores.filter((_, i) => losses[i]! >= low && losses[i]! < high && chosen(i));
      return inside.length > 0 ? median(inside) : null;
    });
  },
};
