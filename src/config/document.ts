import {type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml';
import type {Path, Problem} from './faults.ts';
import {got, MOST_FAULTS} from './faults.ts';
import {hasControls} from './plainText.ts';
import {badAliases, badKeys, duplicateKeys, type TextFault, tooDeep} from './textFaults.ts';

/** Where a value stands: a line and column from 1, or the option of the command line that set it. */
export interface Place {
  readonly line: number | null;
  readonly column: number | null;
  readonly option: string | null;
}

/** A parsed YAML file that knows where each value stands. */
export interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  /** Nodes that came from the command line, with the option as typed. */
  readonly options: Map<Node, string>;
}

/** Aliases are counted before, in one pass: the count of the library visits the whole document for each. */
const UNLIMITED = -1;

const CODES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-several-documents',
  TAG_RESOLVE_FAILED: 'yaml-tag',
};

/** Most faults that are told of one text. */
const MOST_TEXT_FAULTS = 20;

/** Parses YAML; the faults are those of the text itself, at most 20. */
export function parseSource(text: string): {source: Source; faults: readonly TextFault[]} {
  const lines = new LineCounter();
  const deep = tooDeep(text);
  const readable = deep === null ? text : '';
  const document = parseDocument(readable, {lineCounter: lines, prettyErrors: false, uniqueKeys: false});
  const source = {document, lines, options: new Map<Node, string>()};
  if (deep !== null) {
    for (let at = text.indexOf('\n'); at >= 0 && at < deep; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
    return {source, faults: [{code: 'yaml-too-deep', data: {}, offset: deep}]};
  }
  const inText = [...document.errors, ...document.warnings].map(({code, pos, message}): TextFault => {
    return {code: CODES[code] ?? 'yaml-syntax', offset: pos[0], data: {message}};
  });
  return {source, faults: [...inText, ...faultsOfNodes(document, text, inText.length > 0)].slice(0, MOST_TEXT_FAULTS)};
}

/** Faults of the nodes; of a text that is broken anyway only the keys that occur twice. */
function faultsOfNodes(document: Document, text: string, broken: boolean): readonly TextFault[] {
  try {
    const twice = duplicateKeys(document, text);
    if (broken || twice.length > 0) return twice;
    const keys = badKeys(document);
    const faults = keys.length > 0 ? keys : badAliases(document);
    if (faults.length === 0) document.toJS({maxAliasCount: UNLIMITED});
    return faults;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{code: 'yaml-too-deep', data: {}, offset: 0}];
  }
}

/** The plain value of a source, with the seed as it was written and problems for numbers that lose digits and texts with control characters. */
export function plainValue({document}: Source): {value: unknown; problems: readonly Problem[]} {
  const problems: Problem[] = [];
  keepSeedText(document);
  visit(document, {
    Pair(_, pair, parents) {
      // The schema drops this key from a mapping of names without a word.
      if (!isScalar(pair.key) || pair.key.value !== '__proto__') return;
      problems.push({code: 'unknown-key', path: pathOf([...parents, pair]), data: {got: '__proto__'}, onKey: true});
    },
    Scalar(key, node, parents) {
      if (problems.length >= MOST_FAULTS) return visit.BREAK;
      if (key === 'key') return undefined;
      const {value, source} = node;
      const path = () => pathOf([...parents, node]);
      if (typeof value === 'string' && hasControls(value)) {
        problems.push({code: 'text-controls', path: path(), data: {got: got(value)}});
      }
      if (typeof value === 'number' && losesDigits(value, source)) {
        problems.push({code: 'number-digits', path: path(), data: {got: source ?? ''}});
      }
      return undefined;
    },
  });
  return {value: document.toJS({maxAliasCount: UNLIMITED}), problems};
}

function keepSeedText(document: Document): void {
  const node = document.get('seed', true);
  if (isScalar(node) && typeof node.value === 'number' && node.source) node.value = node.source;
}

function losesDigits(value: number, text: string | undefined): boolean {
  // One that is beyond all numbers is refused as such.
  if (text === undefined || !Number.isFinite(value)) return false;
  if (/^[-+]?(\d+|0x[\da-fA-F]+|0o[0-7]+)$/.test(text)) {
    return BigInt(text.replace(/^[-+]/, '')) !== BigInt(Math.abs(value));
  }
  return value === 0 && /[1-9]/.test(text.split(/[eE]/)[0]!);
}

function pathOf(nodes: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  nodes.forEach((node, i) => {
    const child = nodes[i + 1];
    if (isMap(node) && child) path.push(String((child as {key: unknown}).key));
    else if (isSeq(node)) path.push(node.items.indexOf(child as Node));
  });
  return path;
}

/** Finds the place of a plain value, of the key of anything larger, or of the nearest thing around it that is written down. */
export function placeOf({document, lines, options}: Source, path: Path, onKey = false): Place {
  let node = document.contents as Node | null;
  let option: string | null = null;
  let offset: number | undefined = 0;
  for (const [depth, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const pair = isMap(node) ? node.items.find(({key}) => String(key) === String(part)) : undefined;
    const key = pair?.key as Node | undefined;
    const next = (pair ? pair.value : isSeq(node) ? node.items[part as number] : null) as Node | null | undefined;
    if (!next && !key) break;
    option = (next && options.get(next)) ?? option;
    const atValue = depth === path.length - 1 && !onKey && isScalar(next) && next.source !== '';
    offset = (atValue ? next : (key ?? next))?.range?.[0] ?? offset;
    node = next ?? null;
  }
  if (option !== null) return {line: null, column: null, option};
  const {line, col} = lines.linePos(offset);
  return {line, column: col, option: null};
}
