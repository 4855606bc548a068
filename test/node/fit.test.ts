import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parquetWriteBuffer} from 'hyparquet-writer';
import {beforeAll, describe, expect, test} from 'vitest';
import type {LawFinding} from '../../src/inference/lawFit/finding.ts';
import type {StoredFit} from '../../src/node/lawFit/stored.ts';
import {kaplanTraining} from '../../src/science/laws/kaplanTraining.ts';
import {simulatedRuns} from '../inference/lawRuns.ts';
import {call} from './process.ts';
import {emptyFolder} from './program.ts';

const TRUTH = {E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658, delta: 0} as const;
const DU2024 = fileURLToPath(new URL('../../src/science/reference/du2024_losses.csv', import.meta.url));
const rows = simulatedRuns('chinchilla', TRUTH, {N: 3e7, D: 1e9}, 0.003);
const HEADER = ['N', 'D', 'C', 'loss'] as const;
const COLUMNS = ['--law', 'chinchilla', '--params', 'N', '--tokens', 'D', '--loss', 'loss'];
const QUICK = ['--resamples', '20'];

let cwd: string;

function textOf(delimiter: string, of: readonly (typeof rows)[number][] = rows): string {
  return [HEADER, ...of.map((row) => HEADER.map((name) => row[name]))].map((row) => row.join(delimiter)).join('\n');
}

async function json(...args: string[]): Promise<LawFinding & {seed: string}> {
  const {code, out, err} = await call(['fit', ...args, '--json'], {cwd});
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as LawFinding & {seed: string};
}

beforeAll(() => {
  cwd = emptyFolder();
  writeFileSync(join(cwd, 'runs.csv'), textOf(','));
  writeFileSync(join(cwd, 'runs.tsv'), textOf('\t'));
  writeFileSync(join(cwd, 'runs.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const columnData = HEADER.map((name) => ({name, data: rows.map((row) => row[name]), type: 'DOUBLE' as const}));
  writeFileSync(join(cwd, 'runs.parquet'), new Uint8Array(parquetWriteBuffer({columnData})));
  writeFileSync(join(cwd, 'gap.csv'), `${textOf(',')}\n1e9,,6e19,2.5\n`);
  writeFileSync(join(cwd, 'zero.csv'), `${textOf(',')}\n0,1e9,6e19,2.5\n`);
  writeFileSync(
    join(cwd, 'range.csv'),
    `${textOf(',')}\n1e9,1e9,6e18,1e300\n1e9,1e9,6e18,1e-300\n1e-300,1e9,6e18,2.5\n`,
  );
  writeFileSync(join(cwd, 'small.csv'), `${textOf(',')}\n1e-300,1e9,6e18,2.5\n`);
  writeFileSync(join(cwd, 'word.csv'), `${textOf(',')}\n1e9,many,6e19,2.5\n`);
  writeFileSync(join(cwd, 'few.csv'), textOf(',', rows.slice(0, 4)));
});

describe('the command fit', () => {
  test('finds the same in every kind of table, and with tokens from compute', async () => {
    const first = await json('runs.csv', ...COLUMNS, ...QUICK);
    expect([first.rows, first.resamples, first.seed]).toEqual([96, 20, 'mirage']);
    for (const file of ['runs.tsv', 'runs.jsonl', 'runs.parquet']) {
      expect(await json(file, ...COLUMNS, ...QUICK)).toEqual(first);
    }
    const byCompute = ['--law', 'chinchilla', '--params', 'N', '--compute', 'C', '--loss', 'loss', '--resamples', '0'];
    const other = await json('runs.csv', ...byCompute);
    expect(Math.abs(other.objective / first.objective - 1)).toBeLessThan(1e-9);
    expect(other.parameters.every(({interval}) => interval === null)).toBe(true);
  });

  test('with another seed draws other resamples around the same estimates', async () => {
    const [a, b] = [
      await json('runs.csv', ...COLUMNS, ...QUICK),
      await json('runs.csv', ...COLUMNS, ...QUICK, '--seed', 'b'),
    ];
    expect(b.parameters.map(({estimate}) => estimate)).toEqual(a.parameters.map(({estimate}) => estimate));
    expect(b.parameters[0]!.interval).not.toEqual(a.parameters[0]!.interval);
  });

  test('prints a table beside the nearest preset, in both languages', async () => {
    const [en, zh] = [
      await call(['fit', 'runs.csv', ...COLUMNS, ...QUICK], {cwd}),
      await call(['fit', 'runs.csv', ...COLUMNS, ...QUICK, '--lang', 'zh'], {cwd}),
    ];
    expect([en.code, zh.code]).toEqual([0, 0]);
    expect(en.out).toMatch(/parameter +estimate +95 % interval +besiroglu2024/);
    expect(en.out).toMatch(/E by profile likelihood: \[1\.\d+, 1\.\d+\]/);
    expect(en.out).toContain('a (N_opt ~ C^a)');
    expect(zh.out).toContain('轮廓似然区间');
  });

  test('leaves rows out that lack a number, and says how many it used', async () => {
    const {out} = await call(['fit', 'gap.csv', ...COLUMNS, '--resamples', '0'], {cwd});
    expect(out).toContain('fitted to 96 of 97 rows');
    expect(out).toContain('1 row without a number that the fit needs is left out');
    const whole = await call(['fit', 'runs.csv', ...COLUMNS, '--resamples', '0'], {cwd});
    expect(whole.out).toContain('fitted to 96 of 96 rows');
    expect(whole.out).not.toContain('left out');
  });

  test('meets the losses of Du et al. 2024 at least as closely as the preset', async () => {
    const columns = ['--law', 'du2024', '--params', 'params', '--tokens', 'tokens', '--lr', 'lr', '--loss', 'loss'];
    const late = ['--where', 'stage=final', '--where', 'stage=middle'];
    const finding = await json(DU2024, ...columns, ...late, '--resamples', '0');
    expect(finding.rows).toBe(48);
    expect(finding.objective).toBeLessThan(finding.preset!.objective);
    // The preset was made on these losses: its published rmse is 0.026.
    expect(Math.abs(finding.preset!.rmse - 0.026)).toBeLessThan(5e-4);
    expect(finding.rmse).toBeLessThan(finding.preset!.rmse);
    expect(finding.parameters.map(({name}) => name)).toEqual(['E', 'a', 'alpha', 'b', 'beta', 'delta']);
  });

  test('takes unique tokens from a column, and an empty cell for data that do not run out', async () => {
    const law = kaplanTraining.build(kaplanTraining.presets['kaplan2020-training']!.values);
    const lines = [1e6, 3e7, 1e9].flatMap((N) =>
      [1e9, 1e10].flatMap((D) =>
        [1e5, 1e6].flatMap((batch) =>
          [2e7, 1e9, Number.POSITIVE_INFINITY].map((U) => {
            const S = D / batch;
            return [N, D, S, Number.isFinite(U) ? U : '', law({N, Nne: N, D, S, U, lr: 0})].join(',');
          }),
        ),
      ),
    );
    writeFileSync(join(cwd, 'training.csv'), ['N,D,S,U,loss', ...lines].join('\n'));
    const columns = ['--params', 'N', '--tokens', 'D', '--steps', 'S', '--loss', 'loss', '--resamples', '0'];
    const limited = await json('training.csv', '--law', 'kaplan-training', ...columns, '--unique', 'U');
    expect([limited.rows, limited.preset!.name]).toEqual([36, 'kaplan2020-training']);
    for (const {estimate, published} of limited.parameters)
      expect(Math.abs(estimate / published! - 1)).toBeLessThan(1e-5);

    const {out} = await call(['fit', 'training.csv', '--law', 'kaplan-training', ...columns], {cwd});
    expect(out).toContain('these rows do not reach some parameters, which are left out: Dc, aD');
  });

  test.each([
    [['runs.csv', '--params', 'N'], 'the option --law is missing: which form is fitted?; allowed: du2024'],
    [['runs.csv', '--law', 'chinchila'], 'the option --law names no form (got chinchila); allowed: du2024, chinchilla'],
    [
      ['runs.csv', '--law', 'chinchilla', '--params', 'N', '--loss', 'loss'],
      'the law chinchilla needs the option --tokens: which column is it?; allowed: N, D, C, loss',
    ],
    [['runs.csv', '--law', 'kaplan-n', '--params', 'M', '--loss', 'loss'], 'the table has no such column for --params'],
    [['zero.csv', ...COLUMNS], 'zero.csv: row 97 of the column N is not above 0 (got 0)'],
    [
      ['range.csv', ...COLUMNS],
      'range.csv: row 97 of the column loss is no number of a run: it must lie between 1e\u22129 and 1e9; other such rows: 1 (got 1e300)',
    ],
    [
      ['small.csv', ...COLUMNS],
      'small.csv: row 97 of the column N is no number of a run: it must lie between 1e\u221215 and 1e35 (got 1e-300)',
    ],
    [['word.csv', ...COLUMNS], 'word.csv: row 97 of the column D is not a number (got many)'],
    [['runs.csv', ...COLUMNS, '--lr', 'D'], 'runs.csv: row 1 of the column D is no learning rate over its peak'],
    [
      ['few.csv', ...COLUMNS],
      'few.csv: the law chinchilla has 5 parameters to fit and needs more rows than that (got 4)',
    ],
    [['runs.csv', ...COLUMNS, '--where', 'N=1'], 'runs.csv: none of the 96 rows meets --where and has every number'],
    [
      ['runs.csv', ...COLUMNS, '--resamples', '-1'],
      'the option --resamples takes a whole number from 0 to 100000 (got -1)',
    ],
    [['.', ...COLUMNS], '.: is a folder, and fit takes a table'],
  ])('says what is wrong with %j', async (args, message) => {
    const {code, out, err} = await call(['fit', ...args], {cwd});
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`mirage-lab: ${message}`);
  });

  test('has a small plot of the residuals below its table', async () => {
    const {out} = await call(['fit', 'runs.csv', ...COLUMNS, '--resamples', '0'], {cwd});
    expect(out).toMatch(/ln L fitted - ln L against fitted loss/);
    expect(out.split('\n').filter((line) => line.includes('\u2524')).length).toBe(9);
    expect(out).not.toContain('report.html');
  });

  test('ends when it is interrupted', async () => {
    const {code, err} = await call(['fit', 'runs.csv', ...COLUMNS], {cwd, signal: AbortSignal.abort()});
    expect([code, err]).toEqual([130, 'mirage-lab: interrupted: nothing was written\n']);
  });
});

describe('fit --out', () => {
  test('writes a report, its figures and its numbers, and leaves --json as it is', async () => {
    const {code, out, err} = await call(
      ['fit', 'runs.csv', ...COLUMNS, ...QUICK, '--formats', 'svg', '--json', '--out', 'fitted'],
      {cwd},
    );
    expect([code, err]).toEqual([0, '']);
    const printed = JSON.parse(out) as LawFinding & {seed: string};
    expect(printed).toEqual(await json('runs.csv', ...COLUMNS, ...QUICK));
    const folder = join(cwd, 'fitted');
    expect(readdirSync(folder).sort()).toEqual(['figures', 'findings', 'manifest.json', 'report.html', 'report.md']);
    const {table, evidence, ...stored} = JSON.parse(
      readFileSync(join(folder, 'findings', 'fit.json'), 'utf8'),
    ) as StoredFit;
    expect(stored).toEqual(printed);
    expect([table.file, table.rows, evidence.rows.length]).toEqual(['runs.csv', 96, 96]);
    expect(table.command).toContain('mirage-lab fit runs.csv --law chinchilla');
    expect(table.command).not.toContain('--out');
    expect(readdirSync(join(folder, 'figures')).filter((name) => name.endsWith('.svg'))).toEqual([
      'law-compute.svg',
      'law-contours.svg',
      'law-profile.svg',
      'law-residuals.svg',
    ]);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).not.toMatch(/(src|href)="https?:/);
  });

  test('is drawn again, in another language, without fitting', async () => {
    const before = readFileSync(join(cwd, 'fitted', 'findings', 'fit.json'), 'utf8');
    const {code, err} = await call(['figures', 'fitted', '--lang', 'zh', '--formats', 'svg'], {cwd});
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'fitted', 'report.md'), 'utf8')).toContain('# 用 chinchilla 拟合 runs.csv');
    expect(readFileSync(join(cwd, 'fitted', 'findings', 'fit.json'), 'utf8')).toBe(before);
  });

  test('replaces an earlier fit of the same table, and refuses what is something else', async () => {
    const again = ['--resamples', '0', '--formats', 'svg', '--quiet', '--out', 'fitted'];
    expect(await call(['fit', 'runs.csv', ...COLUMNS, ...again], {cwd})).toEqual({code: 0, out: '', err: ''});
    const other = await call(['fit', 'runs.tsv', ...COLUMNS, ...again], {cwd});
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('fitted')]);
    expect(readFileSync(join(cwd, 'fitted', 'report.md'), 'utf8')).toContain('runs.csv');
    const text = await call(['fit', 'zero.csv', ...COLUMNS, '--out', 'nothing'], {cwd});
    expect([text.code, existsSync(join(cwd, 'nothing'))]).toEqual([1, false]);
  });
});
