import {isMap, isScalar, isSeq, type Node, type YAMLMap} from 'yaml';
import {LAWS} from '../science/laws/registry.ts';
import {parseSource, type Source} from './document.ts';
import type {ConfigFault, Path} from './faults.ts';
import {pathText} from './faults.ts';
import {DEFAULTS} from './schema/config.ts';

/** One value that the command line sets over the file. */
export interface Setting {
  /** As typed, such as `--set noise.run=0.02`: the place named by an error. */
  readonly option: string;
  readonly path: string;
  /** YAML text of the value. */
  readonly value: string;
}

/** The setting of `--set key=value`; without `=` the value is empty and the key reports it. */
export function settingOf(text: string): Setting {
  const at = text.indexOf('=');
  return {
    option: `--set ${text}`,
    path: at < 0 ? '' : text.slice(0, at).trim(),
    value: at < 0 ? '' : text.slice(at + 1),
  };
}

/** Reads `a.b[0].c`, `a.b.0.c` or `a["b.c"]`; null where it is none of these. */
export function parsePath(text: string): Path | null {
  const parts: (string | number)[] = [];
  const piece = /(?:^|\.)([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (!found) return null;
    const [, word, index, quoted] = found;
    if (index !== undefined || (word !== undefined && /^\d+$/.test(word))) parts.push(Number(index ?? word));
    else {
      const part = quoted === undefined ? word! : unquoted(quoted);
      if (part === null) return null;
      parts.push(part);
    }
  }
  return parts.length > 0 ? parts : null;
}

/** The text of a quoted part; null for an escape that does not exist. */
function unquoted(text: string): string | null {
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

/** The key under which the name of a preset moves when one of its numbers is set. */
function presetKey(path: Path, name: string): string | null {
  if (path.length === 1 && path[0] === 'loss')
    return LAWS.some(({presets}) => Object.hasOwn(presets, name)) ? 'preset' : 'form';
  if (path.length !== 2) return null;
  return path[0] === 'benchmarks' ? 'preset' : path[0] === 'worlds' ? 'world' : null;
}

/** Applies settings to a document in order, so that the places of all other values stay; returns what was wrong. */
export function applySettings(source: Source, settings: readonly Setting[]): ConfigFault[] {
  const faults: ConfigFault[] = [];
  for (const {option, path, value} of settings) {
    const fault = (code: string, data = {}) =>
      faults.push({code, data, file: option, line: null, column: null, key: path});
    const parts = parsePath(path);
    const {source: piece, faults: inText} = parseSource(value);
    if (!parts) fault('set-path', {got: option});
    else if (inText.length > 0) fault('set-value', {got: value});
    else {
      const node = (piece.document.contents as Node | null) ?? piece.document.createNode(null);
      const blocked = put(source, parts, node, option);
      if (blocked) fault('set-blocked', {key: pathText(blocked)});
    }
  }
  return faults;
}

/** Writes the default of a key that the file leaves out, so that a part of it can be set. */
function writeDefault({document}: Source, key: string | number): void {
  if (document.get(key) === undefined && Object.hasOwn(DEFAULTS, key)) {
    document.set(key, document.createNode(DEFAULTS[key as keyof typeof DEFAULTS]));
  }
}

/** Sets a node; returns the path that is in the way, or null. */
function put(source: Source, path: Path, node: Node, option: string): Path | null {
  const {document, options} = source;
  if (path.length > 1) writeDefault(source, path[0]!);
  for (let depth = 1; depth < path.length; depth++) {
    const head = path.slice(0, depth);
    const here = document.getIn(head, true);
    if (here === undefined || (isScalar(here) && here.value === null)) {
      if (typeof path[depth - 1] === 'number') return head;
      const map = document.createNode({});
      document.setIn(head, map);
      options.set(map, option);
    } else if (isScalar(here) && typeof here.value === 'string' && presetKey(head, here.value)) {
      const map = document.createNode({}) as YAMLMap;
      map.set(presetKey(head, here.value), here);
      document.setIn(head, map);
    } else if (isSeq(here) && !isIndex(path[depth]!, here.items.length)) return path.slice(0, depth + 1);
    else if (!isMap(here) && !isSeq(here)) return head;
  }
  document.setIn(path, node);
  options.set(node, option);
  return null;
}

function isIndex(part: string | number, length: number): boolean {
  return typeof part === 'number' && part <= length;
}
