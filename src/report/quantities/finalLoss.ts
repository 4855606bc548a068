import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {overReplicates} from './overReplicates.ts';

/** Loss at the last checkpoint of a run, nats per token. */
export const finalLoss: Quantity = {
  ...FORMS.finalLoss,
  measure({samples, trajectories}, of) {
    const last = trajectories.findLastIndex(({run}) => run === of.run);
    return samples && last >= 0 ? overReplicates(samples.losses.map((one) => one[last]!)) : null;
  },
};
