import {existsSync} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {writeConfig} from '../../config/write.ts';
import type {Manifest} from '../../report/study.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import type {Loaded} from '../load.ts';
import {jsonText} from '../output/publish.ts';
import type {Stamp} from '../store/part.ts';
import {shellWord} from '../terminal/shellWord.ts';
import type {CommonOptions} from './options.ts';

/** A study and the folder that it is written to. */
interface Placed {
  readonly loaded: Loaded;
  readonly stamp: Stamp;
  readonly target: string;
}

/** Files that a finished run has beside its manifest, which is written last: without them somebody took it apart. */
const PARTS = ['findings.json', 'report.html', join('tables', 'trajectories.parquet')] as const;

/** Whether a file is there and holds something. */
async function holds(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.size > 0;
}

/** The manifest of a finished run of the same config, figures and all, and version in a folder; null where there is no such run. */
export async function finishedRun({target, stamp, loaded}: Placed): Promise<Manifest | null> {
  const read = (name: string) => readFile(join(target, name), 'utf8').catch(() => 'null');
  const {configHash, version} = stamp;
  if ((await read('experiment.yaml')) !== writeConfig(loaded.config, loaded.experiment)) return null;
  try {
    const manifest = JSON.parse(await read('manifest.json')) as Manifest | null;
    if (manifest?.configHash !== configHash || manifest.version !== version) return null;
    const there = await Promise.all(PARTS.map((name) => holds(join(target, name))));
    return there.every(Boolean) && existsSync(join(target, 'figures')) ? manifest : null;
  } catch {
    // No manifest of ours: what is done with such a folder is decided where it would be written.
    return null;
  }
}

/** What the terminal says of a run that was finished before, or its manifest as JSON for machines. */
export function finishedText(
  manifest: Manifest,
  target: string,
  {language, json}: CommonOptions,
  {cwd}: Effects,
): string {
  if (json) return jsonText({directory: target, ...manifest});
  const path = relative(cwd, target) || '.';
  return `${fill(PRINTED.finished, language, {path, command: `npx mirage-lab figures ${shellWord(path)}`})}\n`;
}
