import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

/** A font file with what renderers need of it. */
export interface Face {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly path: string;
  /** Advance widths in em, of every code point that has a glyph. */
  readonly advances: ReadonlyMap<number, number>;
  /** Advance width of the box that stands for a glyph it lacks, em. */
  readonly missing: number;
}

/** The faces of every picture: Latin in two weights, and Chinese. */
export interface Faces {
  readonly regular: Face;
  readonly strong: Face;
  readonly chinese: Face;
}

/** Widths of a face as scripts/fonts.mjs writes them, in the units of the font. */
interface StoredAdvances {
  readonly unitsPerEm: number;
  readonly missing: number;
  /** First and last code point of a run, and the width of each. */
  readonly runs: readonly (readonly [number, number, number])[];
}

const LATIN = 'Source Sans 3';
const CHINESE = 'Noto Sans SC';

/** A file of dist/fonts; scripts/fonts.mjs makes them. */
const built = (name: string): string => fileURLToPath(new URL(`../../../dist/fonts/${name}`, import.meta.url));

function faceFrom({unitsPerEm, missing, runs}: StoredAdvances, file: Pick<Face, 'family' | 'weight' | 'path'>): Face {
  const advances = new Map<number, number>();
  for (const [first, last, advance] of runs) {
    for (let codePoint = first; codePoint <= last; codePoint++) advances.set(codePoint, advance / unitsPerEm);
  }
  return {...file, advances, missing: missing / unitsPerEm};
}

async function loadAll(): Promise<Faces> {
  const {resolve} = createRequire(import.meta.url);
  const latin = (file: string): string => resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`);
  const stored = JSON.parse(await readFile(built('advances.json'), 'utf8')) as Record<keyof Faces, StoredAdvances>;
  return {
    regular: faceFrom(stored.regular, {family: LATIN, weight: 400, path: latin('400Regular/SourceSans3_400Regular')}),
    strong: faceFrom(stored.strong, {family: LATIN, weight: 600, path: latin('600SemiBold/SourceSans3_600SemiBold')}),
    chinese: faceFrom(stored.chinese, {family: CHINESE, weight: 400, path: built('cjk-400.ttf')}),
  };
}

let faces: Promise<Faces> | undefined;

/** The faces, read once per process. */
export function loadFaces(): Promise<Faces> {
  faces ??= loadAll();
  return faces;
}

/** The face that draws a character: Latin where it has the glyph, else Chinese. */
export function faceOf({regular, strong, chinese}: Faces, codePoint: number, bold: boolean): Face {
  const latin = bold ? strong : regular;
  return latin.advances.has(codePoint) ? latin : chinese;
}
