// Draws outputs/gallery/: reviewed pictures of the configs, from the finished runs in outputs/. Run every config first, and the commands of the
// readme that judge Fig 1 of Du et al. 2024 into outputs/judged-fig1 and fit its losses into outputs/fit-du2024.
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {renderPng} from '../dist/node/render/png.js';
import {renderSvg} from '../dist/node/render/svg.js';

/** Config, figure, width in pixels. */
const PICTURES = [
  ['matrix', 'matrix-mmlu', 1200],
  ['du2024-metrics', 'metric-panels-threshold', 1000],
  ['du2024-metrics', 'transition-width', 700],
  ['du2024-fig1', 'performance-vs-loss-threshold', 800],
  ['du2024-fig2', 'performance-vs-loss-threshold', 800],
  ['du2024-fig5', 'performance-vs-loss-threshold', 800],
  ['du2024-fig3', 'performance-vs-loss-smooth', 800],
  ['du2024-smooth-shapes', 'transition-width', 700],
  ['du2024-gsm8k', 'metric-panels-smooth', 700],
  ['du2024-eq5', 'size-threshold-threshold-2.2', 900],
  ['du2024-table2', 'correlation-table-threshold', 800],
  ['du2024-fig6', 'performance-vs-compute-threshold', 800],
  ['du2024-limitation', 'rulers-threshold', 900],
  ['du2024-bigbench', 'performance-vs-loss-threshold', 800],
  ['schaeffer2023-fig2', 'scale-curves', 900],
  ['schaeffer2023-fig3', 'scale-curves', 700],
  ['schaeffer2023-fig4', 'scale-curves-log', 700],
  ['schaeffer2023-fig6', 'scale-curves', 900],
  ['mirage-lengths', 'width-by-length', 600],
  ['line-null', 'line-null', 800],
  ['schaeffer2024-correlations', 'sample-correlations-smooth', 800],
  ['schaeffer2023-fig5', 'emergence-scores', 900],
  ['zhang2023-three-types', 'performance-vs-loss-three-types', 800],
  ['zhang2023-grokking-data', 'collapse-grokking', 1000],
  ['zhang2023-grokking-memory', 'metric-panels-grokking', 800],
  ['zhang2023-subtasks', 'metric-panels-subtasks', 700],
  ['zhang2023-llama-chinchilla', 'collapse-threshold', 1000],
  ['zhang2023-prompting', 'transition-width', 700],
  ['kaplan2020-fig1', 'loss-power-laws', 800],
  ['kaplan2020-fig2', 'learning-curves', 800],
  ['kaplan2020-fig3', 'compute-allocation', 800],
  ['kaplan2020-fig4', 'data-and-steps', 800],
  ['kaplan2020-fig11', 'fixed-budgets', 800],
  ['kaplan2020-fig12', 'size-tolerance', 800],
  ['kaplan2020-fig13', 'compute-frontiers', 800],
  ['kaplan2020-fig14', 'optimal-size-and-steps', 800],
  ['kaplan2020-fig15', 'data-crossing', 800],
  ['kaplan2020-extrapolation', 'extrapolation', 800],
  ['judged-fig1', 'decision', 800],
  ['fit-du2024', 'law-contours', 700],
  ['kaplan2020-fig5', 'shape-penalty', 800],
  ['kaplan2020-fig6', 'embedding-count', 800],
  ['kaplan2020-fig8', 'transfer', 800],
  ['kaplan2020-fig9', 'overfitting', 800],
  ['kaplan2020-fig10', 'critical-batch', 800],
  ['kaplan2020-fig16', 'early-stopping', 800],
  ['kaplan2020-fig20', 'token-position', 800],
  ['kaplan2020-fig22', 'schedules', 800],
  ['kaplan2020-recovery', 'recovery-table', 900],
  ['chinchilla-recovery', 'recovery-table', 1000],
  ['chinchilla-fit', 'compute-optimal', 900],
  ['chinchilla-isoflop', 'isoflop', 900],
  ['hoffmann-besiroglu', 'compute-optimal', 900],
  ['kaplan-chinchilla', 'reconciled', 900],
  ['kaplan-chinchilla-warmup', 'reconciled', 900],
];

const root = new URL('../outputs/', import.meta.url);
await mkdir(new URL('gallery/', root), {recursive: true});
for (const [name, figure, width] of PICTURES) {
  const svg = await readFile(new URL(`${name}/figures/${figure}.svg`, root), 'utf8');
  const png = await renderPng(svg, width);
  await writeFile(new URL(`gallery/${name}-${figure}.png`, root), png);
}

/** Panels in a row of the picture of a world; its width in pixels, and that of a single panel. */
const WORLD = {columns: 3, width: 600, single: 400};

/** Performance against loss in every world of a config of configs/worlds, in one picture. */
async function worldPicture(name) {
  const run = new URL(`worlds-${name}/`, root);
  const {benchmarks} = JSON.parse(await readFile(new URL('findings.json', run), 'utf8'));
  const worlds = [...new Set(benchmarks.map(({world}) => world))];
  const specs = [];
  for (const world of worlds) {
    specs.push(JSON.parse(await readFile(new URL(`figures/performance-vs-loss-${world}.vl.json`, run), 'utf8')));
  }
  const concat = specs.flatMap((spec, i) =>
    spec.concat.map((panel) => ({...panel, title: {text: panel.title, subtitle: worlds[i]}})),
  );
  const {title: _, ...whole} = specs[0];
  const {plain} = await renderSvg({...whole, columns: Math.min(WORLD.columns, concat.length), concat});
  return renderPng(plain, concat.length > 1 ? WORLD.width : WORLD.single);
}

await mkdir(new URL('gallery/worlds/', root), {recursive: true});
for (const file of await readdir(new URL('../configs/worlds/', import.meta.url))) {
  if (!file.endsWith('.md') || file === 'README.md') continue;
  const name = file.slice(0, -3);
  await writeFile(new URL(`gallery/worlds/${name}.png`, root), await worldPicture(name));
}
