import {quantile} from '../../numeric/quantile.ts';
import type {Of} from '../../science/quantity.ts';
import type {Measured, Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {FORMS} from './forms.ts';
import {lastPlace} from './losses.ts';
import {curveOf, ofCurve, overReplicates} from './overReplicates.ts';

/** Score at the last checkpoint of a run. */
export const finalScore: Quantity = {
  ...FORMS.finalScore,
  measure(study, of) {
    const place = lastPlace(study, of.run);
    return place < 0 ? null : ofCurve(study.samples, of, (_, scores) => scores[place]!);
  },
};

/** Places of the last checkpoints of all runs. */
function lastPlaces(study: StudyNumbers): number[] {
  const runs = new Set(study.trajectories.map(({run}) => run));
  return [...runs].map((run) => lastPlace(study, run));
}

/** Mean over replicates of the largest of some number of the last scores of all runs. */
function largest(study: StudyNumbers, of: Of, read: (score: number) => number): Measured | null {
  const places = lastPlaces(study);
  return ofCurve(study.samples, of, (_, scores) => Math.max(...places.map((place) => read(scores[place]!))));
}

/** Largest score among the last checkpoints of all runs. */
export const largestScore: Quantity = {
  ...FORMS.largestScore,
  measure: (study, of) => largest(study, of, (score) => score),
};

/** Median over the last checkpoints of all runs of the standard deviation of a score over replicates; 0 where there is one replicate. */
function usualScatter(study: StudyNumbers, of: Of): number {
  const values = curveOf(study.samples, of)?.values ?? [];
  const scatter = lastPlaces(study).map((place) => {
    const error = overReplicates(values.map((scores) => scores[place]!))?.error ?? 0;
    return error * Math.sqrt(values.length);
  });
  return quantile(scatter, 0.5);
}

/**
 * Largest |score - chance| among the last checkpoints of all runs, in standard errors of a score: sqrt(chance (1 - chance) / questions), or the
 * scatter between replicates of the usual run where evaluations wiggle by more; null without a chance level above 0.
 */
export const chanceDeviation: Quantity = {
  ...FORMS.chanceDeviation,
  measure(study, of) {
    const chance = study.metrics.find(({name}) => name === of.metric)?.chance[String(of.benchmark)];
    const questions = study.benchmarks.find(({name}) => name === of.benchmark)?.questions;
    if (!chance || !questions) return null;
    const error = Math.max(Math.sqrt((chance * (1 - chance)) / questions), usualScatter(study, of));
    return largest(study, of, (score) => Math.abs(score - chance) / error);
  },
};
