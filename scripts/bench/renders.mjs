// Milliseconds to draw one figure as SVG and as PNG, from the specs of a finished run.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {renderPng} from '../../dist/node/render/png.js';
import {renderSvg} from '../../dist/node/render/svg.js';
import {time} from './timing.mjs';

/** {figure: {svg, png}} of the specs of a run, read at once: the folder may go. */
export function readSpecs(folder) {
  const figures = join(folder, 'figures');
  return readdirSync(figures)
    .filter((name) => name.endsWith('.vl.json'))
    .map((name) => [name.replace('.vl.json', ''), JSON.parse(readFileSync(join(figures, name), 'utf8'))]);
}

/** Milliseconds by figure: {svg, png}, each {min, median, runs}. */
export async function benchRenders(specs, effort) {
  const out = {};
  for (const [name, spec] of specs) {
    const {plain} = await renderSvg(spec, name);
    out[name] = await time({svg: () => renderSvg(spec, name), png: () => renderPng(plain)}, {...effort, rounds: 1});
  }
  return out;
}
