import {type Counting, isoFlopOf} from '../isoflopOf.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {overReplicates} from './overReplicates.ts';

/** Exponent of the best size in compute, from curves of equal compute of every replicate. */
export const optimalExponent: Quantity = {
  ...FORMS.optimalExponent,
  measure(study, {counting}) {
    const all = [undefined, ...study.otherLosses].map((losses) => isoFlopOf(study, counting as Counting, losses));
    return overReplicates(all.map(({exponent}) => exponent?.estimate ?? null));
  },
};
