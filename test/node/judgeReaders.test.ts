import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parquetWriteBuffer} from 'hyparquet-writer';
import {describe, expect, test} from 'vitest';
import type {ReadTable} from '../../src/node/judge/judged.ts';
import {openTable} from '../../src/node/judge/open.ts';
import {judgeOptions, readAs as read} from './judgeRead.ts';
import {ASKED, type Checkpoint, cellsOf, changed, checkpoints, csvOf, folderOf, HEADER} from './judgeTables.ts';
import {call} from './process.ts';
import {emptyFolder} from './program.ts';

const rows = checkpoints();
const texts = rows.map(cellsOf);

const ASKED_OPTIONS = {x: 'loss', y: 'acc:accuracy,prob:correctChoiceProb', run: 'model'};

/** What the estimators see of a table. */
function seen({curves}: ReadTable) {
  return curves.map(({metric, curve: {loss, value, run}}) => ({
    metric,
    loss: Array.from(loss),
    value: Array.from(value),
    run: Array.from(run),
  }));
}

const codes = ({table}: ReadTable): string[] => table.notes.map(({code}) => code);

function parquetOf(checkpointsOf: readonly Checkpoint[]): Uint8Array {
  const column = (name: keyof Checkpoint, type: 'STRING' | 'DOUBLE') => ({
    name,
    type,
    data: checkpointsOf.map((row) => row[name]),
  });
  const columnData = [
    column('model', 'STRING'),
    column('loss', 'DOUBLE'),
    column('acc', 'DOUBLE'),
    column('prob', 'DOUBLE'),
  ];
  return new Uint8Array(parquetWriteBuffer({columnData}));
}

const FORMS: ReadonlyArray<readonly [string, string | Uint8Array]> = [
  ['table.csv', `\ufeff${csvOf(texts, HEADER, ',', '\r\n')}`],
  ['table.csv', csvOf(texts, HEADER, ';')],
  ['table.csv', `\n\n${csvOf(texts)}\n\n`],
  [
    'table.csv',
    csvOf(
      texts.map((row, i) => [...row, `"a, ""b""\n${i}"`]),
      [...HEADER, 'note'],
    ),
  ],
  [
    'table.csv',
    csvOf(
      texts.map((row, i) => [String(i), ...row]),
      ['', ...HEADER],
    ),
  ],
  ['TABLE.CSV', csvOf(texts)],
  ['table.tsv', csvOf(texts, HEADER, '\t')],
  ['table.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')],
  ['table.ndjson', `${rows.map((row) => JSON.stringify(row)).join('\r\n')}\r\n\r\n`],
  ['table.json', JSON.stringify(rows, null, 2)],
  ['table.parquet', parquetOf(rows)],
];

describe('a table', () => {
  test.each(FORMS.map(([name, content], i) => [i + 1, name, content] as const))(
    'is the same in form %i, %s',
    async (_, name, content) => {
      const reference = seen(await read(folderOf('table.csv', csvOf(texts)), {table: 'table.csv', ...ASKED_OPTIONS}));
      expect(reference.map(({loss}) => loss.length)).toEqual([60, 60]);
      expect(seen(await read(folderOf(name, content), {table: name, ...ASKED_OPTIONS}))).toEqual(reference);
    },
  );

  test('with semicolons is told of', async () => {
    const folder = folderOf('table.csv', csvOf(texts, HEADER, ';'));
    expect(codes(await read(folder, {table: 'table.csv', ...ASKED_OPTIONS}))).toContain('semicolons');
  });

  test.each(['snappy', 'zstd', 'gzip', 'brotli', 'lz4_raw'])(
    'in Parquet is read under %s compression',
    async (codec) => {
      const file = fileURLToPath(new URL(`fixtures/three-rows.${codec}.parquet`, import.meta.url));
      const reader = await openTable(judgeOptions({table: file}), '/');
      expect(reader.columns).toEqual(['model', 'loss', 'acc', 'step']);
      const found: unknown[] = [];
      for await (const batch of reader.batches(['step', 'model', 'acc'])) found.push(...batch.rows);
      expect(found).toEqual([
        [100, 'a', 0.25],
        [200, 'a', null],
        [300, 'b', 0.5],
      ]);
    },
  );

  test.each(['', 'NA', 'NaN', 'nan', 'null', 'None', '-', 'n/a', ' '])(
    'leaves out a row that says %j',
    async (text) => {
      const folder = folderOf('table.csv', changed([7, 'acc', text], [9, 'acc', text]));
      const result = await read(folder, {table: 'table.csv', ...ASKED_OPTIONS});
      expect(result.curves.map(({curve}) => curve.loss.length)).toEqual([58, 60]);
      expect(result.table).toMatchObject({rows: 60, used: 60});
      expect(result.table.notes).toContainEqual({code: 'missing', data: {column: 'acc', count: 2}});
    },
  );

  test('in JSON of Python may hold NaN, and not Infinity', async () => {
    const lines = (value: string) =>
      rows.map((row, i) => JSON.stringify(row).replace(/"acc":[^,]+/, i === 4 ? `"acc": ${value}` : '$&')).join('\n');
    const nan = await read(folderOf('table.jsonl', lines('NaN')), {table: 'table.jsonl', ...ASKED_OPTIONS});
    expect(nan.curves[0]!.curve.loss.length).toBe(59);
    const {err} = await call(['judge', 'table.jsonl', ...ASKED], {cwd: folderOf('table.jsonl', lines('-Infinity'))});
    expect(err).toBe('mirage-lab: row 5 of the column acc is infinite (got -Infinity)\n');
  });

  test('of two hundred thousand rows is averaged to at most a thousand points a curve, run by run', async () => {
    const many = 200_000;
    const lines = Array.from({length: many}, (_, i) => {
      const x = 2.8 - (i >> 1) / many;
      return `r${i % 2},${x},${0.25 + Math.max(2.1 - x, 0)}`;
    });
    const folder = folderOf('many.csv', `model,loss,acc\n${lines.join('\n')}\n`);
    const result = await read(folder, {table: 'many.csv', x: 'loss', y: 'acc:accuracy', run: 'model'});
    const {loss, value, run} = result.curves[0]!.curve;
    expect(result.table).toMatchObject({rows: many, used: many});
    expect(codes(result)).toContain('thinned');
    expect(loss.length).toBe(1000);
    expect(new Set(run)).toEqual(new Set([0, 1]));
    // Two hundred neighbours, 1 / 200000 apart, are averaged: straight stretches stay straight.
    loss.forEach((x, i) => {
      expect(Math.abs(value[i]! - 0.25 - Math.max(2.1 - x, 0))).toBeLessThan(200 / many);
    });
  });
});

describe('columns', () => {
  const folder = folderOf('table.csv', csvOf(texts));
  const table = 'table.csv';

  test('may hold commas and colons in their names', async () => {
    const odd = folderOf('odd.csv', csvOf(texts, ['model', 'loss', '"acc,none"', '"a:b"']));
    const result = await read(odd, {table: 'odd.csv', x: 'loss', y: 'acc,none:accuracy,a:b', run: 'model'});
    expect(result.metrics).toEqual([
      {column: 'acc,none', metric: 'accuracy'},
      {column: 'a:b', metric: null},
    ]);
  });

  test('that are bare are discontinuous scores where higher is better', async () => {
    const {curves} = await read(folder, {table, x: 'loss', y: 'acc', run: 'model'});
    expect(curves[0]).toMatchObject({
      metric: 'acc',
      curve: {direction: 'higher', continuous: false, calibration: false},
    });
  });

  test('take their direction and continuity from the registry of metrics', async () => {
    const {curves} = await read(folder, {table, x: 'loss', y: 'prob:brierScore', run: 'model'});
    expect(curves[0]).toMatchObject({
      metric: 'brierScore',
      curve: {direction: 'lower', continuous: true, calibration: true},
    });
  });

  test('may belong to benchmarks of their own', async () => {
    const {curves, benchmarks} = await read(folder, {table, x: 'loss', y: 'acc:accuracy:MMLU,prob:accuracy:GSM8K'});
    expect(curves.map(({benchmark, metric}) => [benchmark, metric])).toEqual([
      ['MMLU', 'accuracy'],
      ['GSM8K', 'accuracy'],
    ]);
    expect(benchmarks.map(({name}) => name)).toEqual(['MMLU', 'GSM8K']);
  });

  const long = (names: readonly [string, string], column = 'metric') =>
    csvOf(
      rows.flatMap(({model, loss, acc, prob}) =>
        [acc, prob].map((value, i) => ['MMLU', '5-shot', names[i]!, model, String(loss), String(value)]),
      ),
      ['benchmark', 'shots', column, 'model', 'loss', 'value'],
    );
  const names = ({curves}: ReadTable) =>
    curves.map(({benchmark, metric, curve}) => [benchmark, metric, curve.continuous]);

  test('of a long table name benchmarks and metrics', async () => {
    const cwd = folderOf('long.csv', long(['accuracy', 'correctChoiceProb']));
    const asked = {table: 'long.csv', x: 'loss', y: 'value', run: 'model'};
    const expected = [
      ['MMLU, 5-shot', 'accuracy', false],
      ['MMLU, 5-shot', 'correctChoiceProb', true],
    ];
    expect(names(await read(cwd, {...asked, by: 'benchmark,shots,metric'}))).toEqual(expected);
    const last = folderOf('long.csv', long(['Accuracy', 'correctchoiceprob'], 'score'));
    expect(names(await read(last, {...asked, by: 'benchmark,shots,score'}))).toEqual(expected);
  });

  test('of a long table may hold metrics of its own, which is told', async () => {
    const cwd = folderOf('long.csv', long(['accuracy', 'bleu']));
    const result = await read(cwd, {table: 'long.csv', x: 'loss', y: 'value', by: 'benchmark,metric', run: 'model'});
    expect(names(result)).toEqual([
      ['MMLU', 'accuracy', false],
      ['MMLU', 'bleu', false],
    ]);
    expect(result.table.notes).toContainEqual({code: 'metrics-own', data: {names: 'bleu', count: 1}});
  });

  test('choose rows, by text and by number', async () => {
    const cwd = folderOf(
      'table.csv',
      csvOf(
        texts.map((row, i) => [...row, i % 2 ? '5.0' : '0']),
        [...HEADER, 'shots'],
      ),
    );
    const count = async (...where: string[]) =>
      (await read(cwd, {table, ...ASKED_OPTIONS, where})).curves[0]!.curve.loss.length;
    expect(await count('model=a')).toBe(30);
    expect(await count('model=a', 'model=b')).toBe(60);
    expect(await count('shots=5')).toBe(30);
    expect(await count('model=a', 'shots=5')).toBe(15);
  });
});

/** Writes files of the evaluation harness into a folder. */
function harness(files: Readonly<Record<string, object | string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, 'results', name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const steps = [1000, 2000, 10000];
const NEW = Object.fromEntries(
  steps.map((step, i) => [
    `org__model/results_2024-06-0${3 - i}T00-00-00.json`,
    {
      results: {
        mmlu: {alias: 'mmlu', 'acc,none': 0.25 + i / 10, 'acc_stderr,none': 0.004},
        gsm8k: {
          'exact_match,strict-match': i / 100,
          'exact_match_stderr,strict-match': 'N/A',
          'exact_match,flexible-extract': i / 50,
        },
        wikitext: {'bits_per_byte,none': 1 - i / 10, 'bits_per_byte_stderr,none': 'N/A'},
      },
      'n-samples': {mmlu: {original: 14042, effective: 14042}, gsm8k: {original: 1319, effective: 100}},
      config: {model: 'hf', model_args: `pretrained=org/model,revision=step${step}`},
      model_name: 'org/model',
    },
  ]),
);
const OLD = Object.fromEntries(
  steps.map((step, i) => [
    `model-step${step}.json`,
    {
      results: {piqa: {acc: 0.5 + i / 10, acc_stderr: 0.01, acc_norm: 0.6 + i / 10, acc_norm_stderr: 0.02}},
      versions: {piqa: 0},
      config: {model: 'hf-causal', model_args: `pretrained=org/model,revision=step${step}`, num_fewshot: 0},
    },
  ]),
);
const LOSSES = 'model,checkpoint,loss\norg/model,1000,2.6\nmodel,step2000,2.3\norg__model,10000,2\n';

describe('a folder of results of the evaluation harness', () => {
  const withLosses = (files: Readonly<Record<string, object | string>>, losses = LOSSES) => {
    const folder = harness(files);
    writeFileSync(join(folder, 'losses.csv'), losses);
    return folder;
  };

  test('gives a curve for each task and its metric, with standard errors and questions, in training order', async () => {
    const {curves, table} = await read(withLosses(NEW), {table: 'results', losses: 'losses.csv'});
    expect(curves.map(({benchmark, metric, questions}) => [benchmark, metric, questions])).toEqual([
      ['mmlu', 'accuracy', 14042],
      ['gsm8k', 'exactStringMatch', 100],
    ]);
    const [mmlu, gsm8k] = curves.map(({curve}) => curve);
    expect([Array.from(mmlu!.loss), Array.from(mmlu!.value)]).toEqual([
      [2.6, 2.3, 2],
      [0.25, 0.35, 0.45],
    ]);
    expect(Array.from(mmlu!.standardError!)).toEqual([0.004, 0.004, 0.004]);
    // Without a standard error of the harness: binomial, half a question towards 1/2.
    const share = (0.02 * 100 + 0.5) / 101;
    expect(gsm8k!.standardError![2]).toBeCloseTo(Math.sqrt((share * (1 - share)) / 100), 12);
    expect(table).toMatchObject({runs: ['org/model'], by: ['benchmark'], x: 'loss', unit: 'fraction', file: 'results'});
  });

  test('is read in the format of versions before 0.4 too', async () => {
    const {curves} = await read(withLosses(OLD), {table: 'results', losses: 'losses.csv'});
    expect(curves.map(({metric, curve}) => [metric, Array.from(curve.value), curve.standardError![0]])).toEqual([
      ['accuracy', [0.5, 0.6, 0.7], 0.01],
      ['acc_norm', [0.6, 0.7, 0.8], 0.02],
    ]);
  });

  test('may take its loss from a number in the files, and other scores', async () => {
    const {curves, table} = await read(harness(NEW), {
      table: 'results',
      x: 'results.wikitext.bits_per_byte,none',
      y: 'exact_match,flexible-extract:exactStringMatch',
    });
    expect(curves).toHaveLength(1);
    expect([Array.from(curves[0]!.curve.loss), Array.from(curves[0]!.curve.value)]).toEqual([
      [1, 0.9, 0.8],
      [0, 0.02, 0.04],
    ]);
    expect(table.x).toBe('results.wikitext.bits_per_byte,none');
  });

  test('matches losses by file too, passes over other files and tells of results without a loss', async () => {
    const folder = withLosses(
      {...OLD, 'notes/other.json': {x: 1}, 'samples_piqa.jsonl': '{}'},
      'path,loss\nmodel-step1000.json,2.6\nmodel-step2000,2.3\n',
    );
    const {curves, table} = await read(folder, {table: 'results', losses: 'losses.csv'});
    expect(Array.from(curves[0]!.curve.loss)).toEqual([2.6, 2.3]);
    const data = {count: 1, total: 3, file: 'model-step10000.json'};
    expect(table.notes).toContainEqual({code: 'files-without-loss', data});
  });

  test.each([
    [[], /^result files of the evaluation harness hold no loss \(3 found\): give a table with --losses FILE/],
    [['--x', 'config.loss'], /^none of the 3 result files has a number there, .*\(got config\.loss\)$/],
    [['--losses', 'none.csv'], 'none.csv: no such file or folder'],
    [['--losses', 'results'], 'results: is a folder, and --losses takes a table'],
    [
      ['--losses', 'other.csv'],
      /^the table of losses has none for any of the 3 result files; the first is model-step1000\.json/,
    ],
    [['--losses', 'nokey.csv'], /^nokey\.csv: has no column that says whose losses these are/],
    [['--losses', 'twice.csv'], 'twice.csv: gives two losses for one checkpoint (got org/model 1000)'],
    [['--losses', 'other.csv', '--x', 'los'], /^the table has no such column for --x \(got los\)/],
  ] as const)('is refused with %j, saying what is missing', async (args, line) => {
    const folder = withLosses(OLD);
    writeFileSync(join(folder, 'other.csv'), 'model,checkpoint,loss\nx,1,2\n');
    writeFileSync(join(folder, 'nokey.csv'), 'id,loss\nx,2\n');
    writeFileSync(join(folder, 'twice.csv'), 'model,step,loss\norg/model,1000,2\norg/model,1000,2.1\n');
    const {code, out, err} = await call(['judge', 'results', ...args], {cwd: folder});
    expect([code, out]).toEqual([1, '']);
    const said = err.replace(/^mirage-lab: /, '').trimEnd();
    if (typeof line === 'string') expect(said).toBe(line);
    else expect(said).toMatch(line);
  });

  test('is refused where a result file is damaged', async () => {
    const {err} = await call(['judge', 'results', '--x', 'a'], {
      cwd: harness({'results_1.json': '{"results":'}),
    });
    expect(err).toMatch(/^mirage-lab: results\/results_1\.json: is not one JSON value/);
  });
});
