import {taskScores} from '../emergence.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';

/** Emergence score of a curve in replicate 0; null where its median step is 0. */
export const emergenceScore: Quantity = {
  ...FORMS.emergenceScore,
  measure(study, {world, benchmark, metric}) {
    const found = taskScores(study, String(world)).find((one) => one.benchmark === benchmark && one.metric === metric);
    return found && Number.isFinite(found.score) ? {value: found.score, error: null} : null;
  },
};

/** Share of discontinuous metrics among the `most` curves with the largest emergence scores in replicate 0. */
export const emergentShare: Quantity = {
  ...FORMS.emergentShare,
  measure(study, {world, most}) {
    const rising = taskScores(study, String(world)).sort(
      (a, b) => Number(b.score > a.score) - Number(b.score < a.score),
    );
    const largest = rising.slice(0, Number(most));
    if (largest.length === 0) return null;
    const jumps = largest.filter(({metric}) => !study.metrics.find(({name}) => name === metric)?.continuous);
    return {value: jumps.length / largest.length, error: null};
  },
};
