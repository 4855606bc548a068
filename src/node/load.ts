import {readFile, stat} from 'node:fs/promises';
import {isAbsolute, join} from 'node:path';
import {type Parsed, parseConfig} from '../config/config.ts';
import {type ConfigFault, ConfigFaults} from '../config/faults.ts';
import {type Setting, settingOf} from '../config/settings.ts';
import type {FaultData} from '../numeric/fault.ts';
import type {ConfigOptions} from './commands/options.ts';
import {configHash} from './hash.ts';
import {NAMES} from './names.ts';

/** A config file, read, checked and expanded. */
export interface Loaded extends Parsed {
  /** The path as the user wrote it. */
  readonly file: string;
  readonly configHash: string;
}

/** Largest config file, bytes: the worst that YAML can make of it is read in a second or two. */
const LARGEST = 2e5;

/** Reads one config with the values of the command line over it; throws ConfigFaults. */
export async function loadExperiment(
  file: string,
  options: Omit<ConfigOptions, 'configs'>,
  cwd: string,
): Promise<Loaded> {
  const text = await readConfig(file, cwd);
  const parsed = parseConfig(text, {file, ...NAMES, settings: settingsOf(options)});
  const warnings = [...parsed.warnings, ...(await foreseenIn(parsed))];
  return {...parsed, warnings, file, configHash: configHash(parsed.experiment)};
}

/** Warnings of constants that the runs of a recovery will not tell; what they are worked out with is loaded where a study recovers laws. */
async function foreseenIn({experiment, place}: Parsed): Promise<ConfigFault[]> {
  const {recover} = experiment;
  if (!recover) return [];
  const {foreseen} = await import('../inference/recovery/foreseen.ts');
  return recover.flatMap((recovery, i) =>
    foreseen(recovery, experiment).map(({kind, names, vary}) =>
      place({code: `recover-${kind}`, path: ['recover', i], data: {names, vary}}),
    ),
  );
}

/** The settings of the command line: `--set` in order, then the options that have a name of their own. */
function settingsOf({sets, seed, replicates, fidelity}: Omit<ConfigOptions, 'configs'>): Setting[] {
  const named = {seed: seed === undefined ? undefined : JSON.stringify(seed), replicates, fidelity};
  return [
    ...sets.map(settingOf),
    ...Object.entries(named).flatMap(([path, value]) =>
      value === undefined ? [] : [{option: `--${path}`, path, value: String(value)}],
    ),
  ];
}

async function readConfig(file: string, cwd: string): Promise<string> {
  const fail = (code: string, data: FaultData = {}) =>
    new ConfigFaults([{code, data, file, line: null, column: null, key: ''}]);
  const path = isAbsolute(file) ? file : join(cwd, file);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw fail('file-directory');
    if (!found.isFile()) throw fail('file-special');
    if (found.size > LARGEST) throw fail('file-huge', {got: found.size, bound: LARGEST});
    const bytes = await readFile(path);
    if (bytes.includes(0)) throw fail('file-binary');
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (error) {
    if (error instanceof ConfigFaults) throw error;
    if (error instanceof TypeError) throw fail('file-binary');
    const {code = 'unknown'} = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' || code === 'ENOTDIR' ? fail('file-missing') : fail('file-unreadable', {got: code});
  }
}
