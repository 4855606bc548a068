import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {planOf} from '../../src/engine/plan.ts';
import {makeBoard} from '../../src/node/crew/board.ts';
import {smallExperiment} from '../engine/experiment.ts';
import {runNode} from '../runNode.ts';
import {emptyFolder, folderWith, MAIN, SMALL_STUDY} from './program.ts';

const RECORDER = new URL('./fixtures/recordModules.mjs', import.meta.url).href;
const WORKER_STARTER = fileURLToPath(new URL('./fixtures/startWorker.mjs', import.meta.url));

/** Packages and own files, as paths below dist, that a real process loads. */
function loadedBy(args: readonly string[], cwd: string): {packages: string[]; files: string[]} {
  const record = join(emptyFolder(), 'modules');
  const {status, stderr} = runNode(['--import', RECORDER, ...args], {
    cwd,
    env: {...process.env, MIRAGE_MODULES: record, LC_ALL: 'C'},
  });
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  const urls = readFileSync(record, 'utf8').trim().split('\n');
  const found = (pattern: RegExp) => [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].sort();
  return {
    packages: found(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//),
    files: found(/\/dist\/((?:numeric|science|config|engine|inference|report|node)\/.+)$/),
  };
}

const HELP = [
  'ansi-regex',
  'ansi-styles',
  'cliui',
  'emoji-regex',
  'escalade',
  'get-caller-file',
  'get-east-asian-width',
  'string-width',
  'strip-ansi',
  'wrap-ansi',
  'y18n',
  'yargs',
];
const EVERY = ['fastest-levenshtein', 'yargs-parser'];
const CONFIG = ['seedrandom', 'yaml', 'zod'];

const LIGHT = [
  ['--help', HELP],
  ['run --help', HELP],
  ['--version', []],
  ['init my-study', []],
  ['list', ['picocolors']],
  ['list metrics --json', ['picocolors']],
  ['schema', ['zod']],
  ['validate study.yaml', CONFIG],
  ['explain study.yaml', ['picocolors', ...CONFIG]],
] as const;

describe('a light command', () => {
  test.each(LIGHT)('%s loads no package but its own', (command, packages) => {
    const {packages: found, files} = loadedBy([MAIN, ...command.split(' ')], folderWith(SMALL_STUDY));
    expect(found).toEqual([...EVERY, ...packages].sort());
    // Figures, fits and worker threads belong to run, figures and judge.
    const heavy = files.filter((file) =>
      /^report\/figures\/(?!headings|modelHeadings)|^inference\/|^node\/(crew|render)\//.test(file),
    );
    expect(heavy).toEqual([]);
  });

  test('that lists one registry loads none of the others', () => {
    const registries = (what: string) =>
      loadedBy([MAIN, 'list', what], emptyFolder()).files.filter((file) => /registry\.js$/.test(file));
    expect(registries('metrics')).toEqual(['science/metrics/registry.js']);
    expect(registries('figures')).toEqual([]);
  });
});

test('a worker thread loads no package but those of seeds and arrays, and nothing that reads configs or draws', () => {
  const plan = planOf(smallExperiment({questions: 16, replicates: 1}));
  const sizes = Object.entries(makeBoard(plan, null)).map(([name, {byteLength}]) => [name, byteLength]);
  const task = {
    experiment: plan.experiment,
    folder: emptyFolder(),
    stamp: {configHash: 'abc', version: '0'},
    todo: {first: false, groups: [], blocks: [{from: 0, to: 1}]},
    questions: false,
    board: Object.fromEntries(sizes),
  };
  const {packages, files} = loadedBy([WORKER_STARTER, JSON.stringify(task)], emptyFolder());
  expect(packages).toEqual(['iota-array', 'is-buffer', 'ndarray', 'seedrandom']);
  expect(files).toContain('engine/simulate.js');
  expect(files.filter((file) => /^(report|config\/(schema|resolve))\//.test(file))).toEqual([]);
});
