// Builds dist/fonts: cjk-400.ttf, which is Noto Sans SC cut down to Chinese characters and punctuation, and advances.json, the widths of the glyphs of every face.
// Latin letters are left out on purpose: a renderer that finds them in the fallback font redraws whole lines in it and loses bold.
// The space is in it because shapers draw a zero-width non-joiner with its glyph, and drop the joiner where there is none.
// The widths are read here because a reader of fonts takes a quarter of a second to load.
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const {resolve} = createRequire(import.meta.url);
const SOURCE = resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2');
const TARGET = fileURLToPath(new URL('../dist/fonts/cjk-400.ttf', import.meta.url));
const ADVANCES = fileURLToPath(new URL('../dist/fonts/advances.json', import.meta.url));
const FACES = {
  regular: resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  chinese: TARGET,
};

const SPACE = 0x20;

const isChinese = (code) =>
  code === SPACE ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xff00 && code <= 0xffef);

/** Advances of a font in its units: that of a character it lacks, and [first, last, advance] of each run of code points that are alike. */
function advancesOf(font) {
  const runs = [];
  for (const code of [...font.characterSet].sort((a, b) => a - b)) {
    const {advanceWidth} = font.glyphForCodePoint(code);
    const last = runs.at(-1);
    if (last && last[1] === code - 1 && last[2] === advanceWidth) last[1] = code;
    else runs.push([code, code, advanceWidth]);
  }
  return {unitsPerEm: font.unitsPerEm, missing: font.getGlyph(0).advanceWidth, runs};
}

/** Writes both files unless they are at least as new as the fonts that they are made from and this script. */
export async function buildFonts() {
  const made = await Promise.all([TARGET, ADVANCES].map((path) => stat(path).catch(() => null)));
  const from = await Promise.all(
    [SOURCE, FACES.regular, FACES.strong, fileURLToPath(import.meta.url)].map((path) => stat(path)),
  );
  const newest = Math.max(...from.map(({mtimeMs}) => mtimeMs));
  if (made.every((file) => file && file.mtimeMs >= newest)) return;
  const bytes = await readFile(SOURCE);
  const codes = fontkit.create(bytes).characterSet.filter(isChinese);
  const font = await subsetFont(bytes, String.fromCodePoint(...codes), {targetFormat: 'truetype'});
  await mkdir(dirname(TARGET), {recursive: true});
  await writeFile(TARGET, font);
  const advances = {};
  for (const [name, path] of Object.entries(FACES)) advances[name] = advancesOf(fontkit.create(await readFile(path)));
  await writeFile(ADVANCES, JSON.stringify(advances));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFonts();
