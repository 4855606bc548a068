import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {create, type Font} from 'fontkit';

/** A font file with what renderers need of it. */
export interface Face {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly path: string;
  readonly bytes: Buffer;
  readonly font: Font;
}

/** The faces of every picture: Latin in two weights, and Chinese. */
export interface Faces {
  readonly regular: Face;
  readonly strong: Face;
  readonly chinese: Face;
}

const LATIN = 'Source Sans 3';
const CHINESE = 'Noto Sans SC';

async function load(family: string, weight: 400 | 600, path: string): Promise<Face> {
  const bytes = await readFile(path);
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`fonts: not a single font (got ${path})`);
  return {family, weight, path, bytes, font};
}

async function loadAll(): Promise<Faces> {
  const {resolve} = createRequire(import.meta.url);
  const latin = (file: string): string => resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`);
  const [regular, strong, chinese] = await Promise.all([
    load(LATIN, 400, latin('400Regular/SourceSans3_400Regular')),
    load(LATIN, 600, latin('600SemiBold/SourceSans3_600SemiBold')),
    load(CHINESE, 400, fileURLToPath(new URL('../../../dist/fonts/cjk-400.ttf', import.meta.url))),
  ]);
  return {regular, strong, chinese};
}

let faces: Promise<Faces> | undefined;

/** The faces, read once per process; the Chinese one is made by scripts/fonts.mjs. */
export function loadFaces(): Promise<Faces> {
  faces ??= loadAll();
  return faces;
}

/** The face that draws a character: Latin where it has the glyph, else Chinese. */
export function faceOf({regular, strong, chinese}: Faces, codePoint: number, bold: boolean): Face {
  const latin = bold ? strong : regular;
  return latin.font.hasGlyphForCodePoint(codePoint) ? latin : chinese;
}
