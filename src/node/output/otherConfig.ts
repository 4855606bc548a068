import {join} from 'node:path';
import {type Difference, differences} from '../../config/differences.ts';
import type {Experiment} from '../../config/experiment.ts';
import {Fault, type FaultData} from '../../numeric/fault.ts';
import {loadExperiment} from '../load.ts';

/** Most settings that are told one by one. */
const MOST_TOLD = 3;

function told({key, before, after}: Difference): string {
  return `${key} ${before} → ${after}`;
}

/** What differs between the study that a folder says it holds and this one, as data of a fault; null where the folder does not say, or says the same. */
export async function differingData(folder: string, experiment: Experiment): Promise<FaultData | null> {
  const there = await loadExperiment(join(folder, 'experiment.yaml'), {sets: []}, folder).catch(() => null);
  const found = there ? differences(there.experiment, experiment) : [];
  if (found.length === 0) return null;
  const more = found.length > MOST_TOLD ? ['…'] : [];
  return {count: found.length, settings: [...found.slice(0, MOST_TOLD).map(told), ...more].join('; ')};
}

/** Takes a step that may find a run of another config where its results would go, and says what differs: Fault `output-differs` for `output-other-config`. */
export async function comparing<T>(experiment: Experiment, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'output-other-config')) throw error;
    const data = await differingData(String(error.data.path), experiment);
    throw data ? new Fault('output-differs', {...error.data, ...data}) : error;
  }
}
