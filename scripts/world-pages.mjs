// Writes the pages of configs/worlds/ from the registries, the configs and configs/worlds/measured.json.
//   node scripts/world-pages.mjs             write the pages
//   node scripts/world-pages.mjs --check     write nothing; names pages that are not current and ends with 1
//   node scripts/world-pages.mjs --measure   first run every config with 100 replicates and write measured.json from the results; a config whose
//                                            results are in outputs/worlds-rates/ already is not run again
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {overviewPage, worldPage} from './worldPages.mjs';

/** A seed used for nothing else. */
const SEED = 'worlds-rates';
const REPLICATES = 100;
const root = new URL('../', import.meta.url);
const folder = new URL('configs/worlds/', root);
const measuredFile = new URL('measured.json', folder);

/** Names of the configs that have a page: the worlds, and `dial`. */
async function pageNames() {
  const {WORLDS} = await import('../dist/science/worlds/registry.js');
  const known = new Set([...WORLDS.map(({name}) => name), 'dial']);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => name.slice(0, -5)).filter((name) => known.has(name));
}

/** Runs one config many times, unless that is done, and returns one row per world and benchmark. */
async function measure(name) {
  const out = new URL(`outputs/worlds-rates/${name}/`, root);
  if (!existsSync(new URL('manifest.json', out))) {
    const args = ['dist/node/main.js', 'run', `configs/worlds/${name}.yaml`, '--replicates', `${REPLICATES}`];
    const more = ['--seed', SEED, '--set', 'figures=[]', '--out', fileURLToPath(out), '--quiet'];
    const {status} = spawnSync(process.execPath, [...args, ...more], {cwd: fileURLToPath(root), stdio: 'inherit'});
    if (status !== 0) throw new Error(`${name}: the run ended with ${status}`);
  }
  const findings = JSON.parse(await readFile(new URL('findings.json', out), 'utf8'));
  return findings.benchmarks.map(({world, benchmark, truth, rates}) => ({
    config: name,
    world,
    benchmark,
    truth,
    replicates: Object.values(rates)[0].n,
    rates: Object.fromEntries(Object.entries(rates).map(([verdict, {value}]) => [verdict, value])),
  }));
}

async function measureAll(names) {
  const rows = [];
  for (const name of names) rows.push(...(await measure(name)));
  await writeFile(measuredFile, `${JSON.stringify({seed: SEED, rows}, null, 2)}\n`);
}

const names = await pageNames();
if (process.argv.includes('--measure')) await measureAll(names);
const measured = JSON.parse(await readFile(measuredFile, 'utf8'));
const texts = new Map();
for (const name of names) texts.set(name, await readFile(new URL(`${name}.yaml`, folder), 'utf8'));
const pages = new Map([...texts].map(([name, text]) => [`${name}.md`, worldPage(name, text, measured)]));
pages.set('README.md', overviewPage(texts, measured));
const stale = [];
for (const [file, text] of pages) {
  const path = new URL(file, folder);
  if (existsSync(path) && (await readFile(path, 'utf8')) === text) continue;
  stale.push(file);
  if (!process.argv.includes('--check')) await writeFile(path, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`not current: ${stale.join(', ')}; run npm run build && node scripts/world-pages.mjs\n`);
  process.exitCode = 1;
}
