import subsetFont from 'subset-font';
import {type Face, type Faces, faceOf} from './fonts.ts';

/** `@font-face` rules with woff2 data URLs that hold just the characters of `text`; deterministic. */
export async function fontFaces(faces: Faces, text: string): Promise<string> {
  const wanted = new Map<Face, Set<string>>();
  for (const character of new Set(text)) {
    for (const bold of [false, true]) {
      const face = faceOf(faces, character.codePointAt(0)!, bold);
      wanted.set(face, (wanted.get(face) ?? new Set()).add(character));
    }
  }
  const order = [faces.regular, faces.strong, faces.chinese].filter((face) => wanted.has(face));
  const rules = await Promise.all(order.map((face) => rule(face, [...wanted.get(face)!].sort().join(''))));
  return rules.join('');
}

async function rule({family, weight, bytes}: Face, characters: string): Promise<string> {
  const subset = await subsetFont(bytes, characters, {targetFormat: 'woff2'});
  const url = `data:font/woff2;base64,${subset.toString('base64')}`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${url}) format('woff2')}`;
}
