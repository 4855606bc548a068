import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import type {Manifest} from '../../report/study.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import {jsonText} from '../output/publish.ts';
import type {Stamp} from '../store/part.ts';
import {shellWord} from '../terminal/shellWord.ts';
import type {CommonOptions} from './options.ts';

/** What a finished run has beside its manifest, which is written last: without them somebody took it apart. */
const PARTS = ['findings.json', 'report.html', 'tables'] as const;

/** The manifest of a finished run of the same study and version in a folder; null where there is no such run. */
export async function finishedRun(folder: string, {configHash, version}: Stamp): Promise<Manifest | null> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => 'null');
  try {
    const manifest = JSON.parse(text) as Manifest | null;
    const same = manifest?.configHash === configHash && manifest.version === version;
    return same && PARTS.every((name) => existsSync(join(folder, name))) ? manifest : null;
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
  return `${fill(PRINTED.finished, language, {path, command: `mirage-lab figures ${shellWord(path)}`})}\n`;
}
