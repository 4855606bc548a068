import {readdir, readFile, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {plainText} from '../../../config/plainText.ts';
import {Fault} from '../../../numeric/fault.ts';
import {parseJson} from './json.ts';

type Json = Readonly<Record<string, unknown>>;

/** A result file of the evaluation harness. */
export interface ResultFile {
  /** Path below the folder. */
  readonly file: string;
  /** Model and revision as the harness was called with. */
  readonly model: string;
  readonly checkpoint: string;
  readonly results: Readonly<Record<string, Json>>;
  readonly samples: Json;
  /** The whole file. */
  readonly content: Json;
}

/** Result files above this are something else, bytes. */
const LARGEST = 2e8;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `model_args` as text: `pretrained=a/b,revision=step1000`, or a mapping in newer versions. */
function argumentOf(config: unknown, key: string): string | null {
  const given = isObject(config) ? config.model_args : null;
  if (isObject(given)) return typeof given[key] === 'string' ? given[key] : null;
  if (typeof given !== 'string') return null;
  const found = given.split(',').find((part) => part.trim().startsWith(`${key}=`));
  return found ? found.slice(found.indexOf('=') + 1).trim() : null;
}

/** The model of a file: as the harness names it, as it was called with, or the folder or file it lies in. */
function modelOf(content: Json, file: string): string {
  const told = content.model_name;
  if (typeof told === 'string' && told !== '') return told;
  const pretrained = argumentOf(content.config, 'pretrained') ?? argumentOf(content.config, 'model');
  if (pretrained) return pretrained;
  const folder = basename(dirname(file));
  return folder === '.' || folder === '' ? basename(file, '.json') : folder;
}

function resultFile(content: unknown, file: string): ResultFile | null {
  if (!isObject(content) || !isObject(content.results)) return null;
  const tasks = Object.entries(content.results).filter((entry): entry is [string, Json] => isObject(entry[1]));
  if (tasks.length === 0) return null;
  const samples = content['n-samples'];
  return {
    file,
    model: plainText(modelOf(content, file)),
    checkpoint: plainText(argumentOf(content.config, 'revision') ?? ''),
    results: Object.fromEntries(tasks),
    samples: isObject(samples) ? samples : {},
    content,
  };
}

/**
 * Reads the result files (JSON with `results`) in a folder and below it, by path. Other files are passed over. Throws Fault `judge-folder-empty`
 * without any, `judge-json` for one that is damaged.
 */
export async function resultFiles(folder: string, name: string): Promise<ResultFile[]> {
  const names = (await readdir(folder, {recursive: true})).filter((path) => path.endsWith('.json')).sort();
  const found: ResultFile[] = [];
  for (const path of names) {
    const whole = join(folder, path);
    const {size} = await stat(whole);
    if (size > LARGEST) continue;
    const text = await readFile(whole, 'utf8');
    let content: unknown;
    try {
      content = parseJson(text);
    } catch (error) {
      throw new Fault('judge-json', {file: join(name, path), reason: (error as Error).message});
    }
    const result = resultFile(content, path.replaceAll('\\', '/'));
    if (result) found.push(result);
  }
  if (found.length === 0) throw new Fault('judge-folder-empty', {file: name});
  return found;
}

/** The number at a dotted path; keys may hold dots themselves, so the longest that fits is taken. Null where there is none. */
export function numberAt(value: unknown, path: string): number | null {
  if (path === '') return typeof value === 'number' ? value : null;
  if (!isObject(value)) return null;
  const keys = Object.keys(value).filter((key) => path === key || path.startsWith(`${key}.`));
  for (const key of keys.sort((a, b) => b.length - a.length)) {
    const found = numberAt(value[key], path.slice(key.length + 1));
    if (found !== null) return found;
  }
  return null;
}
