import type {Of} from '../../science/quantity.ts';
import type {Measured, Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {FORMS} from './forms.ts';
import {lastPlace} from './losses.ts';
import {ofCurve} from './overReplicates.ts';

/** Score at the last checkpoint of a run. */
export const finalScore: Quantity = {
  ...FORMS.finalScore,
  measure(study, of) {
    const place = lastPlace(study, of.run);
    return place < 0 ? null : ofCurve(study.samples, of, (_, scores) => scores[place]!);
  },
};

/** Mean over replicates of the largest of some number of the last scores of all runs. */
function largest(study: StudyNumbers, of: Of, read: (score: number) => number): Measured | null {
  const {trajectories, samples} = study;
  const places = [...new Set(trajectories.map(({run}) => run))].map((run) => lastPlace(study, run));
  return ofCurve(samples, of, (_, scores) => Math.max(...places.map((place) => read(scores[place]!))));
}

/** Largest score among the last checkpoints of all runs. */
export const largestScore: Quantity = {
  ...FORMS.largestScore,
  measure: (study, of) => largest(study, of, (score) => score),
};

/** Largest |score - chance| / sqrt(chance (1 - chance) / questions) among the last checkpoints of all runs; null without a chance level above 0. */
export const chanceDeviation: Quantity = {
  ...FORMS.chanceDeviation,
  measure(study, of) {
    const chance = study.metrics.find(({name}) => name === of.metric)?.chance[String(of.benchmark)];
    const questions = study.benchmarks.find(({name}) => name === of.benchmark)?.questions;
    if (!chance || !questions) return null;
    const error = Math.sqrt((chance * (1 - chance)) / questions);
    return largest(study, of, (score) => Math.abs(score - chance) / error);
  },
};
