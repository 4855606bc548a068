import type {Decay, Schedule} from '../kaplan/schedules.ts';
import {parametersOf} from '../kaplan/transformer.ts';
import {type PopulationPreset, WARMUP} from '../population.ts';
import type {Run} from '../run.ts';
import {finished, STEPS} from './kaplan2020.ts';

/** A run with its course of the learning rate. */
export interface ScheduledRun {
  readonly run: Run;
  readonly schedule: Schedule;
}

const PEAKS = [0.0002, 0.0004, 0.0006, 0.0008, 0.001];
const DECAYS: readonly Decay[] = ['constant', 'linear', 'cosine', 'exponential', 'triangle'];
/** Learning rates of Fig 22 sum to at least 25. */
const LEAST = {exponential: 0.0005} as const satisfies Partial<Record<Decay, number>>;

/** The runs of Fig 22 of Kaplan et al. 2020: one model of 3M parameters, 4 layers of width 256. */
export const SCHEDULED_RUNS: readonly ScheduledRun[] = DECAYS.flatMap((decay) =>
  PEAKS.filter((peak) => peak >= (decay === 'exponential' ? LEAST.exponential : 0)).map((peak) => ({
    run: finished(decay, `${decay}-${peak}`, parametersOf({layers: 4, width: 256})),
    schedule: {decay, peak, steps: STEPS, warmup: WARMUP},
  })),
);

/** One model under many learning-rate schedules (Fig 22). */
export const kaplan2020Schedules: PopulationPreset = {
  name: 'kaplan2020-schedules',
  about: '3M parameters under 23 learning-rate schedules of peak 0.0002 to 0.001, 2.5e5 steps, final checkpoint',
  source: 'Kaplan et al. 2020, Fig 22 and appendix D.6, arXiv:2001.08361; the schedules chosen by us in its range',
  runs: SCHEDULED_RUNS.map(({run}) => run),
};
