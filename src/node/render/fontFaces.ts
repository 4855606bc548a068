import subsetFont from 'subset-font';
import {type Face, type Faces, faceOf} from './fonts.ts';

/** Characters that most pictures show. Subsets of the Latin faces always hold them, so that pictures share their subsets: to compress one takes long. */
const COMMON = [
  ...Array.from({length: 0x7f - 0x20}, (_, i) => String.fromCodePoint(0x20 + i)),
  ...'\u00a0\u00b1\u00b7\u00d7\u03b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u2212',
];

/** `@font-face` rules with woff2 data URLs that hold the characters of `text`, and few others; deterministic. */
export async function fontFaces(faces: Faces, text: string): Promise<string> {
  const wanted = new Map<Face, Set<string>>();
  for (const character of new Set([...text, ...COMMON])) {
    for (const bold of [false, true]) {
      const face = faceOf(faces, character.codePointAt(0)!, bold);
      wanted.set(face, (wanted.get(face) ?? new Set()).add(character));
    }
  }
  const order = [faces.regular, faces.strong, faces.chinese].filter((face) => wanted.has(face));
  const rules = await Promise.all(order.map((face) => rule(face, [...wanted.get(face)!].sort().join(''))));
  return rules.join('');
}

/** Rules of each face by their characters. */
const made = new WeakMap<Face, Map<string, Promise<string>>>();

function rule(face: Face, characters: string): Promise<string> {
  const known = made.get(face) ?? new Map<string, Promise<string>>();
  made.set(face, known);
  const found = known.get(characters) ?? makeRule(face, characters);
  known.set(characters, found);
  return found;
}

async function makeRule({family, weight, bytes}: Face, characters: string): Promise<string> {
  const subset = await subsetFont(bytes, characters, {targetFormat: 'woff2'});
  const url = `data:font/woff2;base64,${subset.toString('base64')}`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${url}) format('woff2')}`;
}
