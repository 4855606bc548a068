import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {ASKED, cellsOf, changed, checkpoints, csvOf, folderOf, HEADER} from './judgeTables.ts';
import {call, runHere} from './process.ts';
import {emptyFolder} from './program.ts';

const rows = checkpoints().map(cellsOf);
const GOOD = csvOf(rows);
const LISTED = '.csv, .tsv, .tab, .jsonl, .ndjson, .json, .parquet, .pq';
const garbage = Uint8Array.from({length: 4000}, (_, i) => (i * 7919) % 251);

/** File, its content, the options beyond the usual ones, the line. */
const FILES: ReadonlyArray<readonly [string, string | Uint8Array, readonly string[], string | RegExp]> = [
  ['empty.csv', '', [], 'empty.csv: is empty'],
  ['header.csv', csvOf([]), [], 'the table has a header and no rows'],
  [
    'twice.csv',
    csvOf(
      rows.map((row) => [...row, row[1]!]),
      [...HEADER, 'loss'],
    ),
    [],
    'two columns of the table have this name (got loss)',
  ],
  ['text.csv', changed([5, 'acc', 'none yet']), [], 'row 5 of the column acc is not a number (got none yet)'],
  [
    'texts.csv',
    changed([9, 'acc', 'x'], [5, 'acc', 'y'], [7, 'loss', 'z']),
    [],
    'row 5 of the column acc is not a number; other such rows: 1 (got y)',
  ],
  [
    'thousands.csv',
    changed([5, 'acc', '"1,234.5"']),
    [],
    'row 5 of the column acc has a comma or a gap in its number: write no thousands separators, and a point for decimals (got 1,234.5)',
  ],
  [
    'sign.csv',
    changed([5, 'acc', '24.4%']),
    [],
    'row 5 of the column acc has a percent sign: remove the signs and pass --unit percent (got 24.4%)',
  ],
  ['infinite.csv', changed([2, 'loss', '-inf']), [], 'row 2 of the column loss is infinite (got -inf)'],
  ['overflow.csv', changed([2, 'loss', '1e999']), [], 'row 2 of the column loss is infinite (got 1e999)'],
  ['control.csv', changed([2, 'loss', '\u001b[2J\u0007x']), [], 'row 2 of the column loss is not a number (got x)'],
  [
    'ragged.csv',
    `${GOOD}a,2,0.3\n`,
    [],
    'ragged.csv:62: has another number of fields than the header, which has 4 (got 3)',
  ],
  ['quote.csv', changed([4, 'model', '"a']), [], 'quote.csv: row 4 opens a quote that is never closed'],
  [
    'garbage.csv',
    garbage,
    [],
    'garbage.csv: is not a text file: save it as text in UTF-8, or name Parquet .parquet (got binary)',
  ],
  [
    'utf16.csv',
    Buffer.from(`\ufeff${GOOD}`, 'utf16le'),
    [],
    'utf16.csv: is not a text file: save it as text in UTF-8, or name Parquet .parquet (got UTF-16)',
  ],
  [
    'latin.csv',
    Buffer.from(GOOD.replaceAll('a,', '\u00e9,'), 'latin1'),
    [],
    'latin.csv: is not text in UTF-8: save it as CSV UTF-8',
  ],
  [
    'renamed.csv',
    'PAR1 and more',
    [],
    'renamed.csv: is not a text file: save it as text in UTF-8, or name Parquet .parquet (got Parquet)',
  ],
  ['renamed.parquet', GOOD, [], 'renamed.parquet: is not Parquet'],
  ['half.parquet', 'PAR1 and more', [], /^half\.parquet: is Parquet that cannot be read: /],
  [
    'noextension',
    GOOD,
    [],
    `noextension: is no kind of table that can be read, by its name: save it as one of these (got -); allowed: ${LISTED}`,
  ],
  [
    'table.cvs',
    GOOD,
    [],
    `table.cvs: is no kind of table that can be read, by its name: save it as one of these (got .cvs); allowed: ${LISTED}; did you mean '.csv'?`,
  ],
  ['lines.jsonl', '{"loss": 2}\nnot json\n', [], 'lines.jsonl:2: is not a JSON object in one line (got not json)'],
  ['cut.json', '[{"loss": 1,', [], /^cut\.json: is not one JSON value \(name JSON lines \.jsonl\): /],
  ['lines.json', '{"loss": 1}\n{"loss": 2}\n', [], /^lines\.json: is not one JSON value \(name JSON lines \.jsonl\): /],
  [
    'columns.json',
    '{"loss": [1, 2]}',
    [],
    'columns.json: is not an array of objects; name JSON lines .jsonl, and give the result files of the evaluation harness as a folder',
  ],
  [
    'decimal.csv',
    csvOf(
      rows.map((row) => row.map((cell) => cell.replace('.', ','))),
      HEADER,
      ';',
    ),
    [],
    /^row 1 of the column loss has a comma or a gap in its number: .*; other such rows: 59 \(got 2,\d+\)$/,
  ],
  [
    'percent.csv',
    changed([40, 'acc', '24.4']),
    [],
    'row 40 of the column acc, read as accuracy, is above 1: pass --unit percent or --unit fraction (got 24.4)',
  ],
  [
    'percent.csv',
    changed([40, 'acc', '24.4']),
    ['--unit', 'fraction'],
    'row 40 of the column acc is outside the range of accuracy, 0 to 1 (got 24.4)',
  ],
  [
    'below.csv',
    changed([40, 'prob', '-0.5']),
    [],
    'row 40 of the column prob is outside the range of correctChoiceProb, 0 to 1 (got -0.5)',
  ],
  [
    'gone.csv',
    csvOf(rows.map(([model, loss, , prob]) => [model!, loss!, 'NA', prob!])),
    [],
    'no row has a value in the column acc together with loss and what names its curve and run',
  ],
  [
    'negative.csv',
    changed([3, 'loss', '-1']),
    ['--log'],
    'row 3 of the column loss is not above 0, as --log needs (got -1)',
  ],
  [
    'errors.csv',
    csvOf(
      rows.map((row) => [...row, '-0.01']),
      [...HEADER, 'se'],
    ),
    ['--se', 'accuracy=se'],
    'the column se has a negative standard error (got -0.01)',
  ],
  [
    'counts.csv',
    csvOf(
      rows.map((row) => [...row, '0']),
      [...HEADER, 'questions'],
    ),
    ['--n', 'questions'],
    'the column questions should hold numbers of questions, from 1 on (got 0)',
  ],
];

describe('a table that will not do is refused in one line, with exit code 1, before anything is written', () => {
  test.each(FILES)('%s', async (name, content, more, line) => {
    const folder = folderOf(name, content);
    const {code, stdout, stderr} = await runHere(['judge', name, ...ASKED, ...more], folder);
    expect(stderr.endsWith('\n')).toBe(true);
    const [first, ...others] = stderr.trimEnd().split('\n');
    expect(first).toMatch(/^mirage-lab: /);
    const said = first!.slice('mirage-lab: '.length);
    if (typeof line === 'string') expect(said).toBe(line);
    else expect(said).toMatch(line);
    expect({code, stdout, others}).toEqual({code: 1, stdout: '', others: []});
    expect(readdirSync(folder)).toEqual([name]);
  });
});

const HAS = 'allowed: model, loss, acc, prob';

/** Arguments after the table, and the line. */
const OPTIONS: ReadonlyArray<readonly [readonly string[], string]> = [
  [['--y', 'acc'], `the option --x is missing: which column is the loss?; ${HAS}`],
  [['--x', 'loss'], `the option --y is missing: which columns are scores, as column:metric?; ${HAS}`],
  [
    ['--x', 'loss', '--y', 'acc', '--n', 'nowhere=100'],
    '--n names something that the table does not have (got nowhere); allowed: good',
  ],
  [
    ['--x', 'loss', '--y', 'acc', '--unit', 'ac=percent'],
    "--unit names something that the table does not have (got ac); allowed: acc; did you mean 'acc'?",
  ],
  [['--x', 'los', '--y', 'acc'], `the table has no such column for --x (got los); ${HAS}; did you mean 'loss'?`],
  [['-x', 'los', '-y', 'acc'], `the table has no such column for --x (got los); ${HAS}; did you mean 'loss'?`],
  [['--x', 'loss', '--y', 'ac:accuracy'], `the table has no such column for --y (got ac); ${HAS}; did you mean 'acc'?`],
  [
    ['--x', 'loss', '--y', 'acc:acuracy'],
    "the column acc cannot be read as this metric (got acuracy); allowed: accuracy, multipleChoiceGrade, exactStringMatch, passAtK, correctChoiceProb, brierScore, brierPerOption, logProb, margin, tokenEditDistance, tokenShare, perTokenLoss, answerLogProb, passUntil; did you mean 'accuracy'?",
  ],
  [['--x', 'loss', '--y', 'acc,acc'], 'the option --y names a column twice (got acc)'],
  [
    ['--x', 'loss', '--y', 'acc:accuracy,prob:accuracy'],
    'the columns acc and prob are both accuracy: say of which benchmarks, as acc:accuracy:NAME',
  ],
  [[...ASKED, '--by', 'bench'], `the table has no such column for --by (got bench); ${HAS}`],
  [[...ASKED, '--by', 'model,model'], 'the option --by names a column twice (got model)'],
  [[...ASKED, '--where', 'model'], 'the option --where takes column=value (got model)'],
  [
    [...ASKED, '--where', 'modle=a'],
    `the table has no such column for --where (got modle); ${HAS}; did you mean 'model'?`,
  ],
  [[...ASKED, '--where', 'model=c'], 'none of the 60 rows is left after --where and --window'],
  [[...ASKED, '--window', '3..4'], 'none of the 60 rows is left after --where and --window'],
  [[...ASKED, '--window', '2'], 'the option --window takes LOW..HIGH, such as 1.7..2.6 (got 2)'],
  [[...ASKED, '--window', '2..1'], 'the option --window takes LOW..HIGH, such as 1.7..2.6 (got 2..1)'],
  [[...ASKED, '--chance', '25'], 'the option --chance takes a fraction from 0 up to 1, such as 0.25 (got 25)'],
  [[...ASKED, '--chance', 'low'], 'the option --chance takes a fraction from 0 up to 1, such as 0.25 (got low)'],
  [[...ASKED, '--n', '0'], 'the option --n takes a whole number from 1 on, or a column (got 0)'],
  [[...ASKED, '--n', '1.5'], 'the option --n takes a whole number from 1 on, or a column (got 1.5)'],
  [[...ASKED, '--n', 'count'], `the table has no such column for --n (got count); ${HAS}`],
  [
    [...ASKED, '--se', 'prob'],
    'one column of standard errors for several scores: say whose, as --se metric=column (got prob)',
  ],
  [[...ASKED, '--unit', 'pct'], 'the option --unit takes percent or fraction (got pct)'],
  [[...ASKED, '--resamples', '-1'], 'the option --resamples takes a whole number from 0 to 100000 (got -1)'],
  [[...ASKED, '--margin', 'wide'], 'the option --margin takes a number (got wide)'],
  [
    [...ASKED, '--width-share', '2'],
    'the options --width-share and --margin take numbers above 0: the first below 1, the second up to 1 (got 2)',
  ],
  [[...ASKED, '--x', 'prob'], 'the option --x is given twice'],
  [['--x', 'acc', '--y', 'prob,acc:accuracy'], 'the options --x and --y name the same column (got acc)'],
  [
    [...ASKED, '--unit', 'percent', '--unit', 'fraction'],
    'the option --unit is given twice: join its values by commas, such as --unit accuracy=percent,brierScore=fraction',
  ],
  [[...ASKED, '--losses', 'losses.csv'], 'good.csv is a table: --losses goes with a folder of result files'],
];

describe('options of judge that will not do are refused in one line, with exit code 1', () => {
  const folder = folderOf('good.csv', GOOD);

  test.each(OPTIONS)('%j', async (args, line) => {
    const said = await call(['judge', 'good.csv', ...args], {cwd: folder});
    expect(said).toEqual({code: 1, out: '', err: `mirage-lab: ${line}\n`});
  });

  test('a path that leads to no table is refused', async () => {
    mkdirSync(join(folder, 'nothing'));
    writeFileSync(join(folder, 'nothing', 'other.json'), '{"x": 1}');
    const err = async (table: string) => (await call(['judge', table, ...ASKED], {cwd: folder})).err;
    expect(await err('missing.csv')).toBe('mirage-lab: missing.csv: no such file or folder\n');
    expect(await err('good.csv/x')).toBe('mirage-lab: good.csv/x: no such file or folder\n');
    expect(await err('/dev/null')).toBe('mirage-lab: /dev/null: is neither a file nor a folder\n');
    expect(await err('nothing')).toBe(
      'mirage-lab: nothing: is a folder without result files of the evaluation harness (JSON with results)\n',
    );
    expect((await call(['judge'], {cwd: folder})).err).toBe('mirage-lab: the argument TABLE is missing\n');
  });

  test('a bad table is refused in Chinese where Chinese is asked for', async () => {
    const {err} = await call(['judge', 'good.csv', '--y', 'acc', '--lang', 'zh'], {cwd: folder});
    expect(err).toBe('mirage-lab: 缺少选项 --x：哪一列是损失？；可选：model, loss, acc, prob\n');
  });
});

test('an empty folder is no table', async () => {
  const {err} = await call(['judge', '.', ...ASKED], {cwd: emptyFolder()});
  expect(err).toContain('is a folder without result files of the evaluation harness');
});
