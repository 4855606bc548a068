// Builds dist/fonts/cjk-400.ttf: Noto Sans SC cut down to Chinese characters and punctuation.
// Latin letters are left out on purpose: a renderer that finds them in the fallback font redraws whole lines in it and loses bold.
// The space is in it because shapers draw a zero-width non-joiner with its glyph, and drop the joiner where there is none.
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const SOURCE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2';
const TARGET = new URL('../dist/fonts/cjk-400.ttf', import.meta.url);

const SPACE = 0x20;

const isChinese = (code) =>
  code === SPACE ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xff00 && code <= 0xffef);

/** Writes the font unless one at least as new as its source and this script is there. */
export async function buildFonts() {
  const source = createRequire(import.meta.url).resolve(SOURCE);
  const [from, script, to] = await Promise.all([
    stat(source),
    stat(fileURLToPath(import.meta.url)),
    stat(TARGET).catch(() => null),
  ]);
  if (to && to.mtimeMs >= Math.max(from.mtimeMs, script.mtimeMs)) return;
  const bytes = await readFile(source);
  const codes = fontkit.create(bytes).characterSet.filter(isChinese);
  const font = await subsetFont(bytes, String.fromCodePoint(...codes), {targetFormat: 'truetype'});
  await mkdir(new URL('.', TARGET), {recursive: true});
  await writeFile(TARGET, font);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFonts();
