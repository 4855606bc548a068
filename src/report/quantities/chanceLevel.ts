import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';

/** Chance level of a metric on a benchmark; null where it has none. */
export const chanceLevel: Quantity = {
  ...FORMS.chanceLevel,
  measure({metrics}, {benchmark, metric}) {
    const chance = metrics.find(({name}) => name === metric)?.chance[String(benchmark)];
    return typeof chance === 'number' ? {value: chance, error: null} : null;
  },
};
