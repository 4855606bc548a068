import type {Experiment} from '../config/experiment.ts';
import type {Law} from '../science/law.ts';
import {LAWS} from '../science/laws/registry.ts';
import {lossErrors, lossOffsets, type NoiseKeys, noiseKeys} from '../science/noise.ts';
import {printedLoss, rulerOf} from '../science/ruler.ts';
import {sourceAt} from '../science/schedule.ts';

/** Losses of one replicate at every point, nats per token; shape [points] each. */
export interface Trajectory {
  /** True loss, which ability follows. */
  readonly loss: Float64Array;
  /** Loss as measured on the ruler of the run's family: what tables and fits see. */
  readonly observed: Float64Array;
}

/** The law of an experiment. */
export function lawOf({loss}: Pick<Experiment, 'loss'>): Law {
  const form = LAWS.find((entry) => entry.name === loss.form);
  if (!form) throw new Error(`loss: unknown form (got ${loss.form})`);
  return form.build(loss.values);
}

/** Losses at every point without any noise, nats per token; shape [points]. */
export function noiselessLoss(experiment: Pick<Experiment, 'loss' | 'population'>): Float64Array {
  const law = lawOf(experiment);
  return Float64Array.from(
    experiment.population.runs.flatMap((run) => run.checkpoints.map((tokens) => law(sourceAt(run, tokens)))),
  );
}

/** Losses of one replicate: the law plus the noise of run and checkpoint; and these as printed, plus the error of measurement. */
export function trajectoryOf(
  experiment: Experiment,
  clean: Float64Array,
  replicate: number,
  keys?: NoiseKeys,
): Trajectory {
  const streams = keys ?? noiseKeys(experiment.seed);
  const loss = clean.slice();
  const observed = new Float64Array(clean.length);
  let at = 0;
  for (const run of experiment.population.runs) {
    const offsets = lossOffsets(streams, experiment.noise, run, replicate);
    const errors = lossErrors(streams, experiment.noise, run, replicate);
    const ruler = rulerOf(experiment.rulers, run.family);
    for (let i = 0; i < offsets.length; i++, at++) {
      loss[at]! += offsets[i]!;
      observed[at] = printedLoss(ruler, loss[at]!) + errors[i]!;
    }
  }
  return {loss, observed};
}
