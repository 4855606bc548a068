import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import type {Experiment} from '../config/experiment.ts';
import {type Extent, type Needs, needsOf} from '../config/needs.ts';
import {Fault} from '../numeric/fault.ts';
import type {Effects} from './effects.ts';
import {bytes} from './terminal/quantities.ts';

/** The folder itself, or the nearest one above it that exists. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

/** What a study needs, where there is room for it; throws Fault `study-memory` or `study-disk` with the estimate and what there is. */
export async function requireRoom(
  experiment: Experiment,
  extent: Extent,
  folder: string,
  effects: Pick<Effects, 'memory' | 'disk'>,
): Promise<Needs> {
  const needs = needsOf(experiment, extent);
  const memory = effects.memory();
  if (needs.memory > memory) throw new Fault('study-memory', {need: bytes(needs.memory), have: bytes(memory)});
  const path = existing(folder);
  const disk = await effects.disk(path);
  if (needs.disk > disk) throw new Fault('study-disk', {need: bytes(needs.disk), have: bytes(disk), path});
  return needs;
}
