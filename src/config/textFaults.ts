import {type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, visit} from 'yaml';
import type {FaultData} from '../numeric/fault.ts';
import {got} from './faults.ts';

/** A fault of the text, at an offset. */
export interface TextFault {
  readonly code: string;
  readonly data: FaultData;
  readonly offset: number;
}

/** Deepest nesting of brackets: the parser builds a pattern of that length and gives up its memory on more. */
const DEEPEST = 64;

/** How many aliases a file may have, those inside what an alias stands for counted each time. */
const MOST_ALIASES = 100;

/** More `- - -` or `? ? ?` in one line than brackets may be nested; a comment is free to. */
const DEEP_LINE = new RegExp(`^[^#\\n]*?(?:[-?:][ \\t]+){${DEEPEST + 1}}`, 'm');

/** Offset where a text is nested too deeply for the parser, or null. */
export function tooDeep(text: string): number | null {
  const line = DEEP_LINE.exec(text);
  if (line) return line.index + line[0].length;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') depth += 1;
    else if (c === ']' || c === '}') depth = Math.max(depth - 1, 0);
    if (depth > DEEPEST) return i;
  }
  return null;
}

/** Keys that occur twice in a mapping, each at its second place; the parser's own search is quadratic in the number of keys. */
export function duplicateKeys(document: Document, text: string): TextFault[] {
  const faults: TextFault[] = [];
  visit(document, {
    Map(_, {items}) {
      const seen = new Set<string>();
      for (const {key} of items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        const written = text.slice(offset, offset + 41).split(/[:\n]/)[0] ?? '';
        if (seen.has(String(key))) faults.push({code: 'yaml-duplicate-key', offset, data: {got: got(written)}});
        seen.add(String(key));
      }
    },
  });
  return faults;
}

/** Keys that are no plain text. */
export function badKeys(document: Document): TextFault[] {
  const faults: TextFault[] = [];
  visit(document, {
    Pair(_, {key}) {
      if (!isScalar(key)) faults.push({code: 'yaml-key', data: {}, offset: (key as Node | null)?.range?.[0] ?? 0});
    },
  });
  return faults;
}

/** Aliases without an anchor before them, or else aliases that are too many; nothing is resolved for it. */
export function badAliases(document: Document): TextFault[] {
  const faults: TextFault[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        aliases += 1;
        const offset = node.range?.[0] ?? 0;
        if (!anchors.has(node.source)) faults.push({code: 'yaml-alias', data: {got: node.source}, offset});
      } else if (node.anchor) anchors.add(node.anchor);
    },
  });
  if (faults.length > 0) return faults;
  const many = aliases > MOST_ALIASES || expandedAliases(document.contents, new Map()) > MOST_ALIASES;
  return many ? [{code: 'yaml-alias-bomb', data: {}, offset: 0}] : [];
}

/** How many aliases a node has once every alias is replaced by what it stands for; infinite for one inside itself. */
function expandedAliases(node: unknown, counts: Map<string, number>): number {
  if (isAlias(node)) return 1 + counts.get(node.source)!;
  if (isPair(node)) return expandedAliases(node.key, counts) + expandedAliases(node.value, counts);
  const {anchor} = (node ?? {}) as {readonly anchor?: string};
  if (anchor) counts.set(anchor, Number.POSITIVE_INFINITY);
  const items: readonly (Node | Pair)[] = isMap(node) || isSeq(node) ? (node.items as (Node | Pair)[]) : [];
  const count = items.reduce((sum, item) => sum + expandedAliases(item, counts), 0);
  if (anchor) counts.set(anchor, count);
  return count;
}
