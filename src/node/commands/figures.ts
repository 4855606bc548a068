import {isAbsolute, join} from 'node:path';
import {makeStudy} from '../../report/makeStudy.ts';
import type {Effects} from '../effects.ts';
import {loadExperiment} from '../load.ts';
import {readRun} from '../output/read.ts';
import {paperPoints} from '../reference.ts';
import type {Seconds} from './conduct.ts';
import {endingOf, writeReport} from './deliver.ts';
import type {FiguresOptions} from './options.ts';

/** Redraws the figures and both reports of a finished run from its tables and findings; returns 0. */
export async function figures(options: FiguresOptions, effects: Effects): Promise<number> {
  const {directory, quiet} = options;
  const folder = isAbsolute(directory) ? directory : join(effects.cwd, directory);
  const {manifest, findings, scores} = await readRun(folder);
  const {experiment} = await loadExperiment(join(folder, 'experiment.yaml'), {sets: []}, effects.cwd);
  const study = makeStudy({experiment, manifest, findings, scores, paper: await paperPoints()});
  const seconds: Seconds = {};
  await writeReport(study, folder, options, {seconds, effects});
  if (!quiet || options.json) effects.stdout.write(endingOf(study, folder, options, effects));
  return 0;
}
