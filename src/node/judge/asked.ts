import {createHash} from 'node:crypto';
import {basename, resolve} from 'node:path';
import {canonicalJson} from '../../config/canonical.ts';
import {plainText} from '../../config/plainText.ts';
import type {CommonOptions} from '../commands/options.ts';
import {shellWord} from '../terminal/shellWord.ts';

/** Options that change where a judgement is written and how it is shown, not what it says. */
const SHOWN: ReadonlySet<string> = new Set(['out', 'formats', 'quiet', 'json', 'language', 'workers']);

/** What was asked of a table, as it was typed, without the folders of files. */
export type Asked = Readonly<Record<string, string | boolean | readonly string[]>>;

/** The name of a file or folder without what leads to it. */
export function baseName(path: string, cwd: string): string {
  return plainText(basename(resolve(cwd, path)));
}

/** Options of a command over a table. */
interface TableOptions extends CommonOptions {
  readonly table: string;
  readonly losses?: string;
}

/** What was asked of a table; where it is written and how it is shown does not count. */
export function askedOf(options: TableOptions, cwd: string): Asked {
  const {table, losses} = options;
  const said = Object.entries(options).filter(([name, value]) => !SHOWN.has(name) && value !== undefined);
  return {
    ...Object.fromEntries(said),
    table: baseName(table, cwd),
    ...(losses === undefined ? {} : {losses: baseName(losses, cwd)}),
  };
}

function optionWords([name, value]: readonly [string, Asked[string]]): string[] {
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (typeof value === 'boolean') return value ? [option] : [];
  // A value that starts with a dash would be taken for an option.
  return [value]
    .flat()
    .map((one) => plainText(one))
    .map((one) => (one.startsWith('-') ? `${option}=${shellWord(one)}` : `${option} ${shellWord(one)}`));
}

/** The command line that asks the same again, called beside the table. */
export function commandText(asked: Asked, command: 'judge' | 'fit' = 'judge'): string {
  const {table, ...rest} = asked;
  return [`mirage-lab ${command}`, shellWord(String(table)), ...Object.entries(rest).flatMap(optionWords)].join(' ');
}

/**
 * SHA-256, in hex, of the name of a table and of what was done with it: a judgement or a fit replaces an earlier one of the same table
 * whatever was asked, and nothing else.
 */
export function folderHash(table: string, cwd: string, done: 'judged' | 'fitted' = 'judged'): string {
  return createHash('sha256')
    .update(canonicalJson({[done]: baseName(table, cwd)}))
    .digest('hex');
}
