// Draws outputs/gallery/: one reviewed picture per config, from the finished runs in outputs/. Run every config first.
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {renderPng} from '../dist/node/render/png.js';

/** Config, figure, width in pixels. */
const PICTURES = [
  ['matrix', 'matrix-mmlu', 1200],
  ['du2024-metrics', 'metric-panels-threshold', 1000],
  ['du2024-metrics', 'transition-width', 700],
  ['du2024-performance-vs-loss', 'performance-vs-loss-threshold', 800],
  ['du2024-small-models', 'performance-vs-loss-threshold', 800],
  ['du2024-smooth-shapes', 'transition-width', 700],
  ['schaeffer2023-fig2', 'scale-curves', 900],
  ['schaeffer2023-fig3', 'scale-curves', 700],
  ['schaeffer2023-fig4', 'scale-curves-log', 700],
  ['schaeffer2023-fig6', 'scale-curves', 900],
  ['mirage-lengths', 'width-by-length', 600],
  ['line-null', 'line-null', 800],
  ['schaeffer2024-correlations', 'sample-correlations-smooth', 800],
  ['schaeffer2023-fig5', 'emergence-scores', 900],
];

const root = new URL('../outputs/', import.meta.url);
await mkdir(new URL('gallery/', root), {recursive: true});
for (const [name, figure, width] of PICTURES) {
  const svg = await readFile(new URL(`${name}/figures/${figure}.svg`, root), 'utf8');
  const png = await renderPng(svg, width);
  await writeFile(new URL(`gallery/${name}-${figure}.png`, root), png);
}
