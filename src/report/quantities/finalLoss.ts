import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {overReplicates} from './overReplicates.ts';

/** Loss at the last checkpoint of a run, nats per token. */
export const finalLoss: Quantity = {
  ...FORMS.finalLoss,
  measure({samples}, of) {
    if (!samples) return null;
    const {points, losses} = samples;
    const last = points.findLastIndex(({run}) => run === of.run);
    return last < 0 ? null : overReplicates(losses.map((one) => one[last]!));
  },
};
