import {type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml';
import type {Path, Problem} from './faults.ts';
import {got} from './faults.ts';

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

/** Deepest nesting of brackets: the parser builds a pattern of that length and gives up its memory on more. */
const DEEPEST = 64;

/** How often the aliases of a file may repeat a node before it counts as a bomb. */
const MOST_ALIASES = 100;

const CODES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'yaml-duplicate-key',
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-several-documents',
  TAG_RESOLVE_FAILED: 'yaml-tag',
};

/** A fault of the text, at an offset. */
interface TextFault {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
  readonly offset: number;
}

/** Parses YAML; the faults are those of the text itself, at most 20. */
export function parseSource(text: string): {source: Source; faults: readonly TextFault[]} {
  const lines = new LineCounter();
  const deep = tooDeep(text);
  const document = parseDocument(deep === null ? text : '', {lineCounter: lines, prettyErrors: false});
  const source = {document, lines, options: new Map<Node, string>()};
  if (deep !== null) {
    for (let at = text.indexOf('\n'); at >= 0 && at < deep; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
    return {source, faults: [{code: 'yaml-too-deep', data: {}, offset: deep}]};
  }
  const faults = [...document.errors, ...document.warnings].slice(0, 20).map((error): TextFault => {
    const [offset, end] = error.pos;
    const code = CODES[error.code] ?? 'yaml-syntax';
    const key = text.slice(offset, end + 40).split(/[:\n]/)[0] ?? '';
    return {code, offset, data: code === 'yaml-duplicate-key' ? {got: got(key)} : {message: error.message}};
  });
  return {source, faults: faults.length > 0 ? faults : badNodes(document)};
}

function tooDeep(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') depth += 1;
    else if (c === ']' || c === '}') depth = Math.max(depth - 1, 0);
    if (depth > DEEPEST) return i;
  }
  return null;
}

function badNodes(document: Document): TextFault[] {
  const faults: TextFault[] = [];
  visit(document, {
    Pair(_, {key}) {
      const offset = (key as Node | null)?.range?.[0] ?? 0;
      if (!isScalar(key)) faults.push({code: 'yaml-key', data: {}, offset});
    },
    Alias(_, alias) {
      if (!alias.resolve(document)) {
        faults.push({code: 'yaml-alias', data: {got: alias.source}, offset: alias.range?.[0] ?? 0});
      }
    },
  });
  if (faults.length > 0) return faults;
  try {
    document.toJS({maxAliasCount: MOST_ALIASES});
  } catch (error) {
    const code = error instanceof ReferenceError ? 'yaml-alias-bomb' : 'yaml-too-deep';
    faults.push({code, data: {}, offset: 0});
  }
  return faults;
}

/** The plain value of a source, with the seed as it was written and problems for numbers that lose digits. */
export function plainValue({document}: Source): {value: unknown; problems: readonly Problem[]} {
  const problems: Problem[] = [];
  keepSeedText(document);
  visit(document, {
    Scalar(key, node, parents) {
      if (key === 'key' || typeof node.value !== 'number' || !losesDigits(node.value, node.source)) return;
      problems.push({code: 'number-digits', path: pathOf([...parents, node]), data: {got: node.source ?? ''}});
    },
  });
  return {value: document.toJS({maxAliasCount: MOST_ALIASES}), problems};
}

function keepSeedText(document: Document): void {
  const node = document.get('seed', true);
  if (isScalar(node) && typeof node.value === 'number' && node.source) node.value = node.source;
}

function losesDigits(value: number, text: string | undefined): boolean {
  if (text === undefined) return false;
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
