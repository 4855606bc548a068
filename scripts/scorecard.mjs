// Writes outputs/scorecard.md: the published numbers that the configs name beside what the configs give. Finished runs of the same config in outputs/ are
// used again, the others are run. After `npm run build`.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {loadExperiment} from '../dist/node/load.js';
import {readRun} from '../dist/node/output/read.js';
import {makeStudy} from '../dist/report/makeStudy.js';
import {scorecardDocument} from '../dist/report/scorecard/document.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const main = join(root, 'dist/node/main.js');

/** The hash of the config of a finished run; null where there is none. */
async function finishedHash(folder) {
  const manifest = join(folder, 'manifest.json');
  return existsSync(manifest) ? JSON.parse(await readFile(manifest, 'utf8')).configHash : null;
}

/** The rows of a config with references, from its finished run. */
async function scorecardOf(file) {
  const loaded = await loadExperiment(file, {sets: []}, root);
  const {experiment, configHash} = loaded;
  if (experiment.references.length === 0) return [];
  const folder = join(root, 'outputs', experiment.name);
  if ((await finishedHash(folder)) !== configHash) {
    const {status} = spawnSync(process.execPath, [main, 'run', file, '--quiet', '--out', folder], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`${file} ended with ${status}`);
  }
  const run = await readRun(folder);
  const {scorecard} = await makeStudy({...run, experiment, paper: []});
  process.stdout.write(`${experiment.name}: ${scorecard.filter(({ok}) => ok).length} of ${scorecard.length}\n`);
  return [{name: experiment.name, rows: scorecard}];
}

const files = (await readdir(join(root, 'configs'), {recursive: true})).filter((name) => name.endsWith('.yaml')).sort();
const studies = [];
for (const name of files) studies.push(...(await scorecardOf(`configs/${name}`)));
await writeFile(join(root, 'outputs/scorecard.md'), scorecardDocument(studies));
