// Draws outputs/gallery/: one reviewed picture per config, from the finished runs in outputs/. Run every config first.
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {Resvg} from '@resvg/resvg-js';
import {loadFaces} from '../dist/node/render/fonts.js';

/** Config, figure, width in pixels. */
const PICTURES = [
  ['du2024-metrics', 'metric-panels-threshold', 1000],
  ['du2024-metrics', 'transition-width', 700],
  ['du2024-performance-vs-loss', 'performance-vs-loss-threshold', 800],
  ['du2024-small-models', 'performance-vs-loss-threshold', 800],
  ['du2024-smooth-shapes', 'transition-width', 700],
];

const root = new URL('../outputs/', import.meta.url);
const {regular, strong, chinese} = await loadFaces();
const font = {
  loadSystemFonts: false,
  defaultFontFamily: regular.family,
  fontFiles: [regular.path, strong.path, chinese.path],
};

await mkdir(new URL('gallery/', root), {recursive: true});
for (const [name, figure, width] of PICTURES) {
  const svg = await readFile(new URL(`${name}/figures/${figure}.svg`, root), 'utf8');
  // The renderer has its own fonts: the ones embedded for browsers are left out.
  const plain = svg.replace(/<style>@font-face[\s\S]*?<\/style>/, '');
  const png = new Resvg(plain, {fitTo: {mode: 'width', value: width}, font}).render().asPng();
  await writeFile(new URL(`gallery/${name}-${figure}.png`, root), png);
}
