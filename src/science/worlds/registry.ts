import type {World} from '../world.ts';
import {smooth, smoothExponential, smoothGompertz, smoothLogistic, threshold, thresholdByEye} from './curves.ts';

/** Every world; one more entry and it is in the schema, `list` and the report. */
export const WORLDS: readonly World[] = [
  threshold,
  thresholdByEye,
  smooth,
  smoothLogistic,
  smoothGompertz,
  smoothExponential,
];
