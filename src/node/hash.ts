import {createHash} from 'node:crypto';
import {canonicalJson} from '../config/canonical.ts';
import {numbersOf} from '../config/differences.ts';
import type {Experiment} from '../config/experiment.ts';

/** SHA-256, in hex, of the canonical JSON of an experiment: equal for equal studies, however they were written; figures, references and question do not count. */
export function configHash(experiment: Experiment): string {
  return createHash('sha256')
    .update(canonicalJson(numbersOf(experiment)))
    .digest('hex');
}
