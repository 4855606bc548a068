import {readFile} from 'node:fs/promises';
import subsetFont from 'subset-font';
import {type Face, type Faces, faceOf} from './fonts.ts';

/** Characters that most pictures show. Subsets of the Latin faces always hold them, so that pictures share their subsets. */
const COMMON = [
  ...Array.from({length: 0x7f - 0x20}, (_, i) => String.fromCodePoint(0x20 + i)),
  ...'\u00a0\u00b1\u00b7\u00d7\u03b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u2212',
];

/** The characters of a text, once each, and the common ones. A page has millions: those of one unit are marked in a table. */
function charactersOf(text: string): Set<string> {
  const seen = new Uint8Array(0x10000);
  const found = new Set(COMMON);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (seen[unit]) continue;
    const character = String.fromCodePoint(text.codePointAt(i)!);
    found.add(character);
    // The first half of a pair is looked at again: it belongs to other characters too.
    if (character.length > 1) i++;
    else if (unit < 0xd800 || unit > 0xdbff) seen[unit] = 1;
  }
  return found;
}

/** What browsers apply to a text by themselves, and figures of one width for tables: other features would bring three glyphs for each one that is shown. */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', 'tnum'];

/** `@font-face` rules with data URLs that hold the characters of `text`, and few others; deterministic. */
export async function fontFaces(faces: Faces, text: string): Promise<string> {
  const wanted = new Map<Face, Set<string>>();
  for (const character of charactersOf(text)) {
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

async function makeRule({family, weight, path}: Face, characters: string): Promise<string> {
  // A compressed format would take far longer than all else that is done to a picture, and save less than the features do.
  const subset = await subsetFont(await readFile(path), characters, {targetFormat: 'truetype', keepFeatures: FEATURES});
  const url = `data:font/ttf;base64,${subset.toString('base64')}`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${url}) format('truetype')}`;
}
