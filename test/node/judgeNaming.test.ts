import {describe, expect, test} from 'vitest';
import {readAs} from './judgeRead.ts';
import {cellsOf, checkpoints, csvOf, folderOf, HEADER} from './judgeTables.ts';

const rows = checkpoints().map(cellsOf);
const table = 'table.csv';
const folder = folderOf(table, csvOf(rows));
const plain = {table, x: 'loss', run: 'model'};
const namesOf = ({curves}: Awaited<ReturnType<typeof readAs>>) =>
  curves.map(({benchmark, metric}) => [benchmark, metric]);

describe('columns of scores', () => {
  test('without a metric are benchmarks of their own', async () => {
    const result = await readAs(folder, {...plain, y: 'acc,prob'});
    expect(namesOf(result)).toEqual([
      ['acc', 'acc'],
      ['prob', 'prob'],
    ]);
    expect(namesOf(await readAs(folder, {...plain, y: 'acc'}))).toEqual([['table', 'acc']]);
  });

  test('with metrics stay metrics of one benchmark, beside columns without', async () => {
    expect(namesOf(await readAs(folder, {...plain, y: 'acc:accuracy,prob:correctChoiceProb'}))).toEqual([
      ['table', 'accuracy'],
      ['table', 'correctChoiceProb'],
    ]);
    expect(namesOf(await readAs(folder, {...plain, y: 'acc:accuracy,prob'}))).toEqual([
      ['table', 'accuracy'],
      ['prob', 'prob'],
    ]);
  });
});

describe('curves that would share their name', () => {
  const split = (header: readonly string[], more: (i: number) => string[]) =>
    folderOf(
      table,
      csvOf(
        rows.map((row, i) => [...row, ...more(i)]),
        [...HEADER, ...header],
      ),
    );

  test('are one where a column of metrics writes one metric in two ways', async () => {
    const cwd = split(['metric'], (i) => [i % 2 ? 'Accuracy' : 'accuracy']);
    const result = await readAs(cwd, {...plain, y: 'acc', by: 'metric'});
    expect(namesOf(result)).toEqual([['table', 'accuracy']]);
    const whole = await readAs(folder, {...plain, y: 'acc:accuracy'});
    expect(result.curves[0]!.curve).toEqual(whole.curves[0]!.curve);
  });

  test('are refused where a column that is not called metric does so', async () => {
    const cwd = split(['score'], (i) => [i % 2 ? 'Accuracy' : 'accuracy']);
    const data = {benchmark: 'table', metric: 'accuracy', first: 'acc "accuracy"', second: 'acc "Accuracy"'};
    const refused = readAs(cwd, {...plain, y: 'acc', by: 'score'});
    await expect(refused).rejects.toMatchObject({code: 'judge-same-curve', data});
  });

  test('are refused where commas hide that they differ', async () => {
    const cwd = split(['a', 'b'], (i) => (i % 2 ? ['"x, y"', 'z'] : ['x', '"y, z"']));
    const refused = readAs(cwd, {...plain, y: 'acc:accuracy', by: 'a,b'});
    await expect(refused).rejects.toMatchObject({code: 'judge-same-curve', data: {benchmark: 'x, y, z'}});
  });

  test('do not mix runs whose names are alike once joined', async () => {
    const cwd = split(['a', 'b'], (i) => (i < 30 ? ['"x, y"', 'z'] : ['x', '"y, z"']));
    const result = await readAs(cwd, {...plain, y: 'acc:accuracy', run: 'a,b'});
    expect(result.table.runs).toEqual(['x, y, z', 'x, y, z (2)']);
    expect(new Set(result.curves[0]!.curve.run)).toEqual(new Set([0, 1]));
  });
});

describe('a table without a column of runs', () => {
  const told = async (header: readonly string[], cells: (i: number) => string[], more = {}) => {
    const content = csvOf(
      rows.map(([, ...rest], i) => [...cells(i), ...rest]),
      [...header, ...HEADER.slice(1)],
    );
    const {notes} = (await readAs(folderOf(table, content), {table, x: 'loss', y: 'acc:accuracy', ...more})).table;
    return notes.find(({code}) => code.startsWith('no-runs'));
  };
  const none = {code: 'no-runs', data: {}};

  test('is told which column may name them', async () => {
    expect(await told(['label', 'Model'], (i) => [i % 2 ? 'p' : 'q', String(i % 3)])).toEqual({
      code: 'no-runs-column',
      data: {column: 'Model'},
    });
    expect(await told(['label'], (i) => [i % 2 ? 'p' : 'q'])).toMatchObject({data: {column: 'label'}});
  });

  test('is not told of one with as many values as rows, one value, numbers, or another use', async () => {
    expect(await told(['name'], (i) => [`c${Math.floor(i / 1.9)}`])).toEqual(none);
    expect(await told(['name'], () => ['one'])).toEqual(none);
    expect(await told(['step'], (i) => [String(i % 5)])).toEqual(none);
    expect(await told(['name'], (i) => [i % 2 ? 'p' : 'q'], {by: 'name'})).toEqual(none);
  });
});

describe('scores that get worse', () => {
  const codes = async (more: object) => (await readAs(folder, {...plain, ...more})).table.notes.map(({code}) => code);

  test('as x improves are warned of, whichever way x goes and the metric counts', async () => {
    expect(await codes({y: 'acc:accuracy'})).toEqual([]);
    expect(await codes({y: 'acc:accuracy', ascending: true})).toEqual(['worse-ascending']);
    expect(await codes({y: 'acc:brierScore'})).toEqual(['worse-descending']);
    expect(await codes({y: 'acc:brierScore', ascending: true})).toEqual([]);
  });

  test('are not where scores are noise', async () => {
    const cwd = folderOf(
      table,
      csvOf(rows.map(([model, loss], i) => [model!, loss!, String(0.3 + 0.01 * Math.sin(7 * i)), '0'])),
    );
    expect((await readAs(cwd, {...plain, y: 'acc:accuracy'})).table.notes).toEqual([]);
  });
});

test('margins are said to be no nats where x is no plain loss and onsets are compared', async () => {
  const units = async (more: object) => {
    const {notes} = (await readAs(folder, {...plain, y: 'acc:accuracy,prob:correctChoiceProb', ...more})).table;
    return notes.filter(({code}) => code.startsWith('margin'));
  };
  expect(await units({})).toEqual([]);
  expect(await units({log: true, y: 'acc:accuracy'})).toEqual([]);
  expect(await units({log: true, margin: '0.2'})).toEqual([
    {code: 'margin-log', data: {margin: 0.2, wide: 0.2, from: 0.05}},
  ]);
  expect(await units({ascending: true})).toMatchObject([{code: 'margin-x'}]);
});
