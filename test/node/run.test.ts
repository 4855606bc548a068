import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {saidBy} from './interrupted.ts';
import {runHere} from './process.ts';
import {type Finished, finish, folderWith, runProgram, SMALL_STUDY, start} from './program.ts';

const read = (folder: string, ...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
/** Runs what is named behind it: one replicate and no bootstraps, drawn in one format. */
const QUICK = ['run', '--replicates', '1', '--set', 'resamples=0', '--formats', 'svg'];
const manifestOf = (folder: string) => JSON.parse(read(folder, 'manifest.json'));

describe('a finished run', () => {
  const folder = folderWith(SMALL_STUDY);
  const out = join(folder, 'outputs', 'small');
  let finished: Finished;

  beforeAll(async () => {
    finished = await runProgram(['run', 'study.yaml', '--workers', '2'], folder);
  });

  test('ends with exit code 0, the verdicts and the place of the report', () => {
    expect(finished.code).toBe(0);
    expect(finished.stderr).toBe('');
    expect(finished.stdout).toContain('outputs/small/report.html');
    expect(finished.stdout).toContain('MMLU');
    expect(finished.stdout).toContain('C-Eval');
  });

  test('leaves exactly the files of the output contract and no draft', () => {
    expect(readdirSync(join(folder, 'outputs'))).toEqual(['small']);
    expect(readdirSync(out).sort()).toEqual([
      'experiment.yaml',
      'figures',
      'findings.json',
      'manifest.json',
      'report.html',
      'report.md',
      'tables',
    ]);
    expect(readdirSync(join(out, 'tables')).sort()).toEqual(
      ['findings', 'replicates', 'scores', 'trajectories'].flatMap((name) => [`${name}.csv`, `${name}.parquet`]),
    );
  });

  test('counts its cells and choice evaluations in the manifest', () => {
    const {name, seed, counts, workers, configHash, resultHash} = manifestOf(out);
    expect({name, seed, workers}).toEqual({name: 'small', seed: '7', workers: 2});
    expect(counts).toEqual({
      worlds: 2,
      runs: 2,
      checkpoints: 60,
      benchmarks: 2,
      replicates: 3,
      cells: 360,
      choiceEvaluations: 2 * 3 * 60 * 2 * 300 * 4,
    });
    expect([configHash, resultHash].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('counts how often tests of a straight line reject, and keeps their p for every curve of every replicate', () => {
    const [head, ...rows] = read(out, 'tables', 'replicates.csv').trim().split('\n');
    const columns = head!.split(',');
    const cells = rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [columns[i]!, cell])));
    expect(rows).toHaveLength(3 * 12);
    for (const {world, benchmark, metric, rates} of JSON.parse(read(out, 'findings.json')).curves) {
      const own = cells.filter((row) => row.world === world && row.benchmark === benchmark && row.metric === metric);
      for (const [test, column] of [['davies', 'daviesP'] as const, ['supF', 'supFP'] as const]) {
        const rejected = own.filter((row) => Number(row[column]) < 0.05).length;
        expect(rates.lineNull[test]).toMatchObject({value: rejected / 3, n: 3});
      }
    }
    expect(read(out, 'report.md')).toContain('| Line null: Davies | Line null: sup-F |');
  });

  test('has one finding per curve and benchmark, with rates over all replicates', () => {
    const {version, curves, benchmarks} = JSON.parse(read(out, 'findings.json'));
    expect(version).toBe(1);
    expect(curves).toHaveLength(12);
    expect(benchmarks).toHaveLength(4);
    for (const {rates, truth, world, metric, points} of curves) {
      // The Brier score is followed only part of a rise above the break of accuracy.
      expect(points).toBeLessThanOrEqual(60);
      if (metric !== 'brierScore') expect(points).toBe(60);
      expect(rates.shapes.sharp.value + rates.shapes.soft.value + rates.shapes.undetermined.value).toBeCloseTo(1, 12);
      expect(rates.shapes.sharp.n).toBe(3);
      expect(truth.onset === null).toBe(world === 'smooth');
    }
  });

  test('has a score table with one row per fact, in the columns of the contract', () => {
    const [head, ...rows] = read(out, 'tables', 'scores.csv').trim().split('\n');
    expect(head!.split(',').slice(0, 14)).toEqual([
      'replicate',
      'world',
      'family',
      'run',
      'params',
      'tokens',
      'checkpoint',
      'compute',
      'loss',
      'benchmark',
      'metric',
      'value',
      'standardError',
      'questions',
    ]);
    expect(rows).toHaveLength(3 * 2 * 2 * 3 * 60);
  });

  test('is redrawn by figures without simulating, to the same bytes', async () => {
    const bytes = () => readdirSync(join(out, 'figures')).map((name) => readFileSync(join(out, 'figures', name)));
    const before = bytes();
    const reportBefore = read(out, 'report.md');
    const redrawn = await runHere(['figures', 'outputs/small', '--quiet'], folder);
    expect(redrawn).toEqual({code: 0, stdout: '', stderr: ''});
    expect(bytes()).toEqual(before);
    expect(read(out, 'report.md')).toBe(reportBefore);
  });

  test('of two worker threads is reproduced by its own experiment.yaml on one and on four, and replaced in place', async () => {
    const {configHash, resultHash} = manifestOf(out);
    for (const workers of [1, 4]) {
      const asked = ['--json', '--workers', String(workers), '--formats', 'svg'];
      const again = await runHere(['run', 'outputs/small/experiment.yaml', ...asked], folder);
      expect(again.code).toBe(0);
      expect(JSON.parse(again.stdout)).toMatchObject({configHash, resultHash, workers});
    }
  });

  test('is not replaced where somebody keeps something else in it, nor filled with shards', async () => {
    const again = ['run', 'outputs/small/experiment.yaml', '--quiet'];
    const shard = await runHere([...again, '--shard', '1/3', '--out', 'outputs/small'], folder);
    expect(shard).toMatchObject({code: 1, stdout: ''});
    expect(shard.stderr).toContain('holds a finished run: choose another one for shards with --out');
    writeFileSync(join(out, 'notes.txt'), 'mine');
    const refused = await runHere(again, folder);
    expect(refused).toMatchObject({code: 1, stdout: ''});
    expect(refused.stderr).toContain('holds notes.txt beside a finished run, which would be lost');
    expect(read(out, 'notes.txt')).toBe('mine');
    rmSync(join(out, 'notes.txt'));
  });

  test('is not overwritten by a run of another config', async () => {
    const hash = manifestOf(out).resultHash;
    const refused = await runHere(['run', 'study.yaml', '--seed', 'other'], folder);
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(refused.stderr).toContain('another config');
    expect(manifestOf(out).resultHash).toBe(hash);
    const other = ['--seed', 'other', '--out', 'elsewhere', '--formats', 'svg', '--json'];
    const elsewhere = await runHere(['run', 'study.yaml', ...other], folder);
    expect(elsewhere.code).toBe(0);
    expect(manifestOf(join(folder, 'elsewhere')).resultHash).not.toBe(hash);
  });
});

test('the surrogate runs to the same findings on one and three worker threads and says what it is in its report', async () => {
  const hashes = [];
  for (const workers of ['1', '3']) {
    const folder = folderWith(SMALL_STUDY);
    const sets = ['--set', 'benchmarks=[mmlu, c-eval]', '--set', 'resamples=20'];
    const named = ['--fidelity', 'surrogate', ...sets, '--formats', 'svg'];
    const {stdout, code} = await runHere(['run', 'study.yaml', '--workers', workers, '--json', ...named], folder);
    expect(code).toBe(0);
    hashes.push(JSON.parse(stdout).resultHash);
    const out = join(folder, 'outputs', 'small');
    expect(JSON.parse(read(out, 'findings.json')).curves).toHaveLength(12);
    expect(manifestOf(out).counts.choiceEvaluations).toBe(0);
    expect(read(out, 'report.md')).toContain('Fidelity \u201csurrogate\u201d draws the means');
  }
  expect(new Set(hashes).size).toBe(1);
});

test('Ctrl-C before anything is computed ends with 130, one line, and nothing left behind', async () => {
  const folder = folderWith(SMALL_STUDY.replaceAll('questions: 300', 'questions: 10000000'));
  const child = start(['run', 'study.yaml'], folder);
  const done = finish(child);
  const seen = () => existsSync(join(folder, 'outputs')) && readdirSync(join(folder, 'outputs')).length > 0;
  while (!seen()) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill('SIGINT');
  const {code, stderr} = await done;
  expect(code).toBe(130);
  expect(stderr).toBe('mirage-lab: interrupted: nothing was written\n');
  expect(readdirSync(join(folder, 'outputs'))).toEqual([]);
});

const REFUSED: ReadonlyArray<readonly [string, string, (folder: string) => string[]]> = [
  [
    'a folder below a file',
    'not a folder',
    (folder) => {
      writeFileSync(join(folder, 'plain'), 'x');
      return ['--out', 'plain'];
    },
  ],
  [
    'a folder with other files in it',
    'no finished run',
    (folder) => {
      mkdirSync(join(folder, 'mine'));
      writeFileSync(join(folder, 'mine', 'thesis.tex'), 'x');
      return ['--out', 'mine'];
    },
  ],
  ['a folder that cannot be made', 'cannot be written', () => ['--out', 'x'.repeat(300)]],
];

test.each(REFUSED)('an output that is %s is refused in one line before anything runs', async (_, words, prepare) => {
  const folder = folderWith(SMALL_STUDY.replace('replicates: 3', 'replicates: 5000'));
  const {code, stderr, stdout} = await runHere(['run', 'study.yaml', ...prepare(folder)], folder);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
});

test('a draft that a killed run left behind is swept away by the next run', async () => {
  const folder = folderWith(SMALL_STUDY);
  mkdirSync(join(folder, 'outputs', `.small.draft-${hostname()}-4194303`), {recursive: true});
  mkdirSync(join(folder, 'outputs', `.small.draft-${hostname()}-4194303-old`), {recursive: true});
  const {code} = await runHere([...QUICK, 'study.yaml'], folder);
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'outputs'))).toEqual(['small']);
});

test('files that do not belong together are not redrawn', async () => {
  const folder = folderWith(SMALL_STUDY);
  await runHere([...QUICK, 'study.yaml'], folder);
  const out = join(folder, 'outputs', 'small');
  const yaml = read(out, 'experiment.yaml');
  writeFileSync(join(out, 'experiment.yaml'), yaml.replace('smooth]', 'smooth-logistic]'));
  const mismatch = await runHere(['figures', 'outputs/small'], folder);
  expect(mismatch.code).toBe(1);
  expect(mismatch.stderr).toContain('experiment.yaml is not the one of manifest.json');
  writeFileSync(join(out, 'manifest.json'), 'null');
  const empty = await runHere(['figures', 'outputs/small'], folder);
  expect(empty.code).toBe(1);
  expect(empty.stderr.trim().split('\n')).toHaveLength(1);
  expect((await runHere(['figures', 'nowhere'], folder)).stderr).toContain('no finished run in');
});

test('several studies with --json are one JSON array, each in its own folder', async () => {
  const folder = folderWith(SMALL_STUDY);
  writeFileSync(join(folder, 'other.yaml'), SMALL_STUDY.replace('name: small', 'name: other'));
  const {code, stdout} = await runHere([...QUICK, 'study.yaml', 'other.yaml', '--json'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).map(({name}: {name: string}) => name)).toEqual(['small', 'other']);
  expect(readdirSync(join(folder, 'outputs')).sort()).toEqual(['other', 'small']);
  const twice = await runHere(['run', 'study.yaml', 'study.yaml'], folder);
  expect(twice).toMatchObject({code: 1, stdout: ''});
  expect(twice.stderr).toContain('give each its own name');
});

describe('studies that run one behind the other', () => {
  const folder = folderWith(SMALL_STUDY);
  writeFileSync(
    join(folder, 'other.yaml'),
    SMALL_STUDY.replace('name: small', 'name: other').replace('seed: 7', 'seed: 8'),
  );
  writeFileSync(
    join(folder, 'third.yaml'),
    SMALL_STUDY.replace('name: small', 'name: third').replace('seed: 7', 'seed: 9'),
  );
  const options = ['--workers', '2', '--formats', 'svg', '--replicates', '2', '--set', 'resamples=0'];

  test('end as each of them would alone, and are told in their order', async () => {
    const {code, stdout, stderr} = await runHere(['run', 'study.yaml', 'other.yaml', 'third.yaml', ...options], folder);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    const places = ['small', 'other', 'third'].map((name) => stdout.indexOf(`outputs/${name}/report.html`));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const alone = folderWith(readFileSync(join(folder, 'third.yaml'), 'utf8'));
    await runHere(['run', 'study.yaml', ...options], alone);
    expect(saidBy(join(folder, 'outputs', 'third'))).toEqual(saidBy(join(alone, 'outputs', 'third')));
    expect(readdirSync(join(folder, 'outputs'))).toEqual(['other', 'small', 'third']);
  });

  test('let the one before end where one cannot be written, and go no further', async () => {
    rmSync(join(folder, 'outputs'), {recursive: true});
    mkdirSync(join(folder, 'outputs'));
    writeFileSync(join(folder, 'outputs', 'other'), 'in the way');
    const {code, stdout, stderr} = await runHere(['run', 'study.yaml', 'other.yaml', 'third.yaml', ...options], folder);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(join('outputs', 'other'));
    expect(stdout).toContain('outputs/small/report.html');
    expect(readdirSync(join(folder, 'outputs'))).toEqual(['other', 'small']);
  });
});
