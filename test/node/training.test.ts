import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {runHere} from './process.ts';
import {emptyFolder, folderWith} from './program.ts';

const STUDY = `name: trained
replicates: 5
population:
  grid: {params: [1e6, 1e8], tokens: 1e10, batch: 524288, unique: [1e8, 1e9], schedule: warmup-cosine, checkpoints: {from: 1e7, count: 6}}
loss: kaplan2020-training
`;
const folder = folderWith(STUDY);
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const run = (...args: string[]) => runHere(['run', 'study.yaml', '--formats', 'svg', ...args], folder);

beforeAll(async () => {
  const {code, stdout, stderr} = await run('--workers', '1', '--out', 'one');
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toContain('runs: 4, checkpoints: 24, replicates: 5');
});

test('a study of training writes its losses, empty findings and a report without verdicts', () => {
  expect(readdirSync(join(folder, 'one', 'tables')).sort()).toEqual(['trajectories.csv', 'trajectories.parquet']);
  const [head, ...rows] = read('one', 'tables', 'trajectories.csv').trim().split('\n');
  expect(head).toBe(
    'replicate,family,run,params,tokens,checkpoint,compute,loss,trueLoss,learningRate,paramsNonEmbedding,steps,batch,unique,computeNonEmbedding',
  );
  expect(rows.length).toBe(5 * 24);
  expect(JSON.parse(read('one', 'findings.json'))).toEqual({version: 1, curves: [], benchmarks: []});
  const {counts} = JSON.parse(read('one', 'manifest.json'));
  expect(counts).toEqual({
    worlds: 0,
    runs: 4,
    checkpoints: 24,
    benchmarks: 0,
    replicates: 5,
    cells: 0,
    choiceEvaluations: 0,
  });
  const report = read('one', 'report.md');
  expect(report).toContain('## Training runs');
  expect(report).not.toMatch(/[Vv]erdict|breakpoint/);
  expect(read('one', 'report.html')).not.toMatch(/<h2>(Verdicts|The answer|Candidate curves)/);
});

test('its numbers are the same from two workers and from shards', async () => {
  const hashOf = (out: string) => JSON.parse(read(out, 'manifest.json')).resultHash as string;
  expect((await run('--workers', '2', '--out', 'two')).code).toBe(0);
  for (const i of [1, 2]) expect((await run('--shard', `${i}/2`, '--out', 'shards')).code).toBe(0);
  const merged = await runHere(['merge', 'shards', '--out', 'merged', '--formats', 'svg', '--quiet'], folder);
  expect(merged).toEqual({code: 0, stdout: '', stderr: ''});
  expect([hashOf('two'), hashOf('merged')]).toEqual([hashOf('one'), hashOf('one')]);
  expect(read('merged', 'tables', 'trajectories.csv')).toBe(read('one', 'tables', 'trajectories.csv'));
});

test('it is redrawn from its folder, and explained', async () => {
  const before = read('one', 'report.md');
  expect((await runHere(['figures', 'one', '--formats', 'svg', '--quiet'], folder)).stderr).toBe('');
  expect(read('one', 'report.md')).toBe(before);
  const {code, stdout} = await runHere(['explain', 'study.yaml', '--json'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).design).toMatchObject({runs: 4, benchmarks: 0, cells: 0});
  const text = await runHere(['explain', 'study.yaml'], folder);
  expect(text.stdout).toMatch(/checkpoints +24\n/);
  expect(text.stdout).not.toMatch(/choice evaluations|benchmarks +0/);
});

test('its written config gives the same numbers again', async () => {
  const again = emptyFolder();
  const {code} = await runHere(
    ['run', join(folder, 'one', 'experiment.yaml'), '--formats', 'svg', '--out', 'x'],
    again,
  );
  expect(code).toBe(0);
  const {resultHash} = JSON.parse(readFileSync(join(again, 'x', 'manifest.json'), 'utf8'));
  expect(resultHash).toBe(JSON.parse(read('one', 'manifest.json')).resultHash);
});
