import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {ASKED, cellsOf, changed, checkpoints, csvOf, ETA, folderOf, HEADER} from './judgeTables.ts';
import {runHere} from './process.ts';
import {type Finished, finish, runProgram, start} from './program.ts';

const rows = checkpoints().map(cellsOf);
const read = (folder: string, ...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const json = (folder: string, ...path: string[]) => JSON.parse(read(folder, ...path));
/** Without bootstraps and with one kind of picture: quick. */
const QUICK = ['--resamples', '0', '--formats', 'svg'];
const judge = (folder: string, table: string, ...args: string[]) =>
  runHere(['judge', table, ...args, ...QUICK], folder);

describe('a table that was judged', () => {
  const folder = folderOf('grid.csv', csvOf(rows));
  const out = join(folder, 'outputs', 'judge-grid');
  const args = [...ASKED, '--n', '14042', '--chance', '0.25'];
  let finished: Finished;

  beforeAll(async () => {
    finished = await runProgram(['judge', 'grid.csv', ...args, ...QUICK], folder);
  });

  test('ends with exit code 0, the verdict, what was taken for granted, and the place of the report', () => {
    expect(finished).toMatchObject({code: 0, stderr: ''});
    expect(finished.stdout).toContain('break kept');
    expect(finished.stdout).not.toContain('read as fractions');
    expect(finished.stdout).toContain('outputs/judge-grid/report.html');
  });

  test('leaves the files of the output contract and no draft', () => {
    expect(readdirSync(join(folder, 'outputs'))).toEqual(['judge-grid']);
    expect(readdirSync(out).sort()).toEqual([
      'figures',
      'findings.json',
      'judge.json',
      'manifest.json',
      'report.html',
      'report.md',
      'tables',
    ]);
    const tables = ['findings', 'scores'].flatMap((name) => [`${name}.csv`, `${name}.parquet`]);
    expect(readdirSync(join(out, 'tables')).sort()).toEqual(tables);
    expect(readdirSync(join(out, 'figures')).length).toBeGreaterThan(4);
  });

  test('has findings without a world and without rates, whose intervals hold the onset', () => {
    const {version, curves, benchmarks} = json(out, 'findings.json');
    expect(version).toBe(1);
    expect(curves.map(({metric}: {metric: string}) => metric)).toEqual(['accuracy', 'correctChoiceProb']);
    for (const {world, benchmark, points, onset, shape, rates, truth} of curves) {
      expect({world, benchmark, points, shape, rates, truth}).toEqual({
        world: null,
        benchmark: 'grid',
        points: 60,
        shape: 'sharp',
        rates: null,
        truth: null,
      });
      expect(onset.low).toBeLessThan(ETA);
      expect(onset.high).toBeGreaterThan(ETA);
    }
    expect(benchmarks).toHaveLength(1);
    expect(benchmarks[0]).toMatchObject({world: null, verdict: 'kept', rates: null, truth: null});
  });

  test('has a scores table with the columns of a run', () => {
    const [head, first, ...others] = read(out, 'tables', 'scores.csv').trim().split('\n');
    expect(head).toBe(
      'replicate,world,family,run,params,tokens,checkpoint,compute,loss,benchmark,metric,value,standardError,questions',
    );
    const [model, loss, acc] = rows[0]!;
    expect(first).toMatch(new RegExp(`^0,,,${model},,,0,,${loss},grid,accuracy,${acc},0\\.00\\d+,14042$`));
    expect(others).toHaveLength(2 * 60 - 1);
  });

  test('counts in its manifest what was read', () => {
    const {name, seed, counts, configHash, resultHash} = json(out, 'manifest.json');
    expect({name, seed, counts}).toEqual({
      name: 'judge-grid',
      seed: 'mirage',
      counts: {runs: 2, checkpoints: 60, benchmarks: 1},
    });
    expect([configHash, resultHash].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('is redrawn by figures to the same bytes', async () => {
    const bytes = () => readdirSync(join(out, 'figures')).map((name) => readFileSync(join(out, 'figures', name)));
    const before = [bytes(), read(out, 'report.md')];
    const redrawn = await runHere(['figures', 'outputs/judge-grid', '--quiet', '--formats', 'svg'], folder);
    expect(redrawn).toEqual({code: 0, stdout: '', stderr: ''});
    expect([bytes(), read(out, 'report.md')]).toEqual(before);
  });

  test('prints its findings with --json, whatever the number of threads', async () => {
    const {code, stdout} = await judge(folder, 'grid.csv', ...args, '--json', '--workers', '2', '--quiet');
    expect(code).toBe(0);
    expect(stdout).toBe(read(out, 'findings.json'));
  });

  test('says in judge.json and in both reports what was asked, without folders', () => {
    const {asked, table} = json(out, 'judge.json');
    expect(asked).toMatchObject({table: 'grid.csv', x: 'loss', run: 'model', n: '14042', chance: '0.25'});
    expect(table.command).toBe(`mirage-lab judge grid.csv ${args.join(' ')} --resamples 0`);
    for (const report of ['report.html', 'report.md']) expect(read(out, report)).toContain(table.command);
  });

  test('is replaced by a judgement that asks something else of it, not by one of another table', async () => {
    expect((await judge(folder, 'grid.csv', ...args, '--margin', '0.05', '--quiet')).code).toBe(0);
    expect(json(out, 'judge.json').asked.margin).toBe('0.05');
    writeFileSync(join(folder, 'grid.tsv'), csvOf(rows, HEADER, '\t'));
    const refused = await judge(folder, 'grid.tsv', ...args);
    expect(refused).toMatchObject({code: 1, stdout: ''});
    expect(refused.stderr).toContain('another config');
    expect(json(out, 'judge.json').asked.table).toBe('grid.csv');
    const elsewhere = await judge(folder, 'grid.csv', ...args, '--margin', '0.05', '--out', 'elsewhere', '--quiet');
    expect(elsewhere).toEqual({code: 0, stdout: '', stderr: ''});
    expect(existsSync(join(folder, 'elsewhere', 'findings.json'))).toBe(true);
  });

  test('is replaced where its file has changed', async () => {
    const before = json(out, 'manifest.json');
    writeFileSync(join(folder, 'grid.csv'), changed([3, 'acc', '0.26']));
    expect((await judge(folder, 'grid.csv', ...args, '--quiet')).code).toBe(0);
    const after = json(out, 'manifest.json');
    expect(after.configHash).toBe(before.configHash);
    expect(after.resultHash).not.toBe(before.resultHash);
  });

  test('whose judge.json is another one is not redrawn', async () => {
    writeFileSync(join(out, 'judge.json'), '{"configHash": "x"}');
    const {code, stderr} = await runHere(['figures', 'outputs/judge-grid'], folder);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('judge.json lacks table');
  });
});

describe('a table that decides nothing', () => {
  const told = async (content: string) => {
    const {code, stdout, stderr} = await judge(folderOf('t.csv', content), 't.csv', ...ASKED);
    expect([code, stderr]).toEqual([0, '']);
    return stdout.replace(/\s+/g, ' ');
  };

  test('because it has six points is told so, with exit code 0', async () => {
    const said = await told(csvOf(rows.slice(0, 6)));
    expect(said).toContain('t accuracy cannot be told: a fit needs 12 points at different x, and there are 6 points');
    expect(said).toContain('there is one training run');
    expect(said).toContain('cannot tell');
  });

  test('because its scores are constant is told so', async () => {
    const said = await told(csvOf(rows.map(([model, loss]) => [model!, loss!, '0.25', '0.25'])));
    expect(said).toContain('t accuracy cannot be told: its scores are all the same');
  });

  test('because x hardly changes is told so', async () => {
    const said = await told(csvOf(rows.map(([model, , acc, prob], i) => [model!, String(2 + (i % 3)), acc!, prob!])));
    expect(said).toContain('a fit needs 12 points at different x');
  });

  test('because all of it lies on one side of a bend is told so, not given an onset', async () => {
    const folder = folderOf('t.csv', csvOf(rows.filter(([, loss]) => Number(loss) < ETA - 0.02)));
    const {code} = await judge(folder, 't.csv', ...ASKED);
    expect(code).toBe(0);
    const {curves} = json(folder, 'outputs', 'judge-t', 'findings.json');
    expect(curves.map(({shape}: {shape: string}) => shape)).not.toContain('sharp');
  });
});

describe('an axis other than a loss', () => {
  test('gives the same verdict, with onsets on that axis', async () => {
    const tables = {
      rising: [(loss: number) => 10 - loss, ['--ascending'], 10 - ETA],
      log: [(loss: number) => Math.exp(loss), ['--log'], Math.exp(ETA)],
      both: [(loss: number) => 1e20 * Math.exp(-loss), ['--log', '--ascending'], 1e20 * Math.exp(-ETA)],
    } as const;
    for (const [name, [of, more, truth]] of Object.entries(tables)) {
      const content = csvOf(rows.map(([model, loss, acc, prob]) => [model!, String(of(Number(loss))), acc!, prob!]));
      const folder = folderOf(`${name}.csv`, content);
      const {code} = await judge(folder, `${name}.csv`, ...ASKED, ...more);
      expect(code).toBe(0);
      const {curves, benchmarks} = json(folder, 'outputs', `judge-${name}`, 'findings.json');
      expect(benchmarks[0].verdict).toBe('kept');
      for (const {onset, fitted} of curves) {
        expect(onset.low).toBeLessThan(truth);
        expect(onset.high).toBeGreaterThan(truth);
        expect(fitted.loss[0]).toBeLessThan(fitted.loss.at(-1));
      }
    }
  });
});

describe('what a table says', () => {
  const BENCHMARKS = ['<script>alert(1)</script>', '=cmd()|calc!A0', '\u001b[31mred\u0007', '</script><img src=x>'];
  const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const content = csvOf(
    BENCHMARKS.flatMap((name) =>
      rows.map(([model, ...rest]) => [model === 'a' ? '+a' : '@b', ...rest, quotedCell(name)]),
    ),
    [...HEADER, 'benchmark'],
  );
  const folder = folderOf('evil.csv', content);
  const out = join(folder, 'outputs', 'judge-evil');
  let finished: Finished;

  beforeAll(async () => {
    finished = await judge(folder, 'evil.csv', ...ASKED, '--by', 'benchmark');
  });

  test('moves no terminal', () => {
    expect(finished.code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(finished.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(finished.stdout).toContain('red');
  });

  test('is text in the report, not code', () => {
    const html = read(out, 'report.html');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(read(out, 'report.md')).not.toContain('<script>');
    for (const name of readdirSync(join(out, 'figures')).filter((file) => file.endsWith('.svg'))) {
      expect(read(out, 'figures', name)).not.toContain('<script');
    }
  });

  test('is no formula in the tables', () => {
    for (const name of ['scores.csv', 'findings.csv']) {
      const cells = read(out, 'tables', name)
        .split('\n')
        .flatMap((line) => line.split(','));
      expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => cell.includes("'=cmd()"))).toBe(true);
    }
  });
});

test('Ctrl-C in the middle ends with 130, one line, and no output', async () => {
  const lines = Array.from({length: 40}, (_, b) => rows.map((row) => [...row, `task ${b}`])).flat();
  const folder = folderOf('many.csv', csvOf(lines, [...HEADER, 'task']));
  const child = start(['judge', 'many.csv', ...ASKED, '--by', 'task'], folder);
  const done = finish(child);
  const begun = () => existsSync(join(folder, 'outputs')) && readdirSync(join(folder, 'outputs')).length > 0;
  while (!begun()) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGINT');
  expect(await done).toEqual({code: 130, stdout: '', stderr: 'mirage-lab: interrupted: nothing was written\n'});
  expect(readdirSync(join(folder, 'outputs'))).toEqual([]);
});

test('a folder with other files is not written into', async () => {
  const folder = folderOf('grid.csv', csvOf(rows));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine', 'thesis.tex'), 'x');
  const {code, stderr} = await judge(folder, 'grid.csv', ...ASKED, '--out', 'mine');
  expect(code).toBe(1);
  expect(stderr).toContain('no finished run');
});
