import type {World} from '../world.ts';
import {LOSS_WORLDS} from './loss.ts';
import {RIVAL_WORLDS} from './rivals.ts';

/** Every world; one more entry and it is in the schema, `list` and the report. */
export const WORLDS: readonly World[] = [...LOSS_WORLDS, ...RIVAL_WORLDS];
