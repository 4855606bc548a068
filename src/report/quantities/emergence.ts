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

/** Share of discontinuous metrics among the curves with an emergence score above a number, in replicate 0; null where there is none. */
export const emergentShare: Quantity = {
  ...FORMS.emergentShare,
  measure(study, {world, above}) {
    const emergent = taskScores(study, String(world)).filter(({score}) => score > Number(above));
    if (emergent.length === 0) return null;
    const jumps = emergent.filter(({metric}) => !study.metrics.find(({name}) => name === metric)?.continuous);
    return {value: jumps.length / emergent.length, error: null};
  },
};
