import {describe, expect, test} from 'vitest';
import {accuracy} from '../../src/science/metrics/discrete.ts';
import {readAs} from './judgeRead.ts';
import {cellsOf, checkpoints, csvOf, folderOf, HEADER} from './judgeTables.ts';

const texts = checkpoints().map(cellsOf);
const percent = csvOf(texts.map(([model, loss, acc, prob]) => [model!, loss!, String(100 * Number(acc)), prob!]));
const table = 'table.csv';
const both = {table, x: 'loss', y: 'acc:accuracy,prob:correctChoiceProb', run: 'model'};
const valuesOf = (result: Awaited<ReturnType<typeof readAs>>, place = 0) =>
  Array.from(result.curves[place]!.curve.value);
const codes = (result: Awaited<ReturnType<typeof readAs>>) => result.table.notes.map(({code}) => code);

describe('the unit of shares', () => {
  const folder = folderOf(table, csvOf(texts));

  test('is percent for shares and not for probabilities', async () => {
    const result = await readAs(folderOf(table, percent), {...both, unit: 'percent'});
    const plain = await readAs(folder, both);
    valuesOf(result).forEach((value, i) => {
      expect(value).toBeCloseTo(valuesOf(plain)[i]!, 12);
    });
    expect(valuesOf(result, 1)).toEqual(valuesOf(plain, 1));
    expect(result.table.unit).toBe('percent');
    expect(codes(result)).toEqual([]);
  });

  test('may be said of one metric, or of one column', async () => {
    const cwd = folderOf(table, percent);
    const by = async (unit: string) => valuesOf(await readAs(cwd, {...both, unit}));
    expect(await by('accuracy=percent')).toEqual(await by('percent'));
    expect(await by('acc=percent,prob=fraction')).toEqual(await by('percent'));
  });

  test('is taken for fractions where no share is above 1, which is told only where all are tiny', async () => {
    const result = await readAs(folder, both);
    expect(result.table.unit).toBe('fraction');
    expect(codes(result)).toEqual([]);
    const tiny = csvOf(texts.map(([model, loss, acc, prob]) => [model!, loss!, String(Number(acc) / 100), prob!]));
    const warned = await readAs(folderOf(table, tiny), {...both, y: 'acc:accuracy'});
    expect(codes(warned)).toEqual(['fraction-assumed']);
    expect(Number(warned.table.notes[0]!.data.highest)).toBeCloseTo(Math.max(...valuesOf(result)) / 100, 12);
  });

  test('that nobody said is asked for at the first row above 1, by the column of the table and the metric', async () => {
    const long = texts.flatMap(([model, loss, acc, prob]) => [
      [model!, loss!, prob!, 'correctChoiceProb'],
      [model!, loss!, String(100 * Number(acc)), 'accuracy'],
    ]);
    const cwd = folderOf(table, csvOf(long, ['model', 'loss', 'value', 'metric']));
    const asked = {table, x: 'loss', y: 'value', by: 'metric', run: 'model'};
    const data = {column: 'value', metric: 'accuracy', row: 2, got: Number(long[1]![2])};
    await expect(readAs(cwd, asked)).rejects.toMatchObject({code: 'judge-unit', data});
    const range = {column: 'value', metric: 'accuracy'};
    const refused = readAs(cwd, {...asked, unit: 'fraction'});
    await expect(refused).rejects.toMatchObject({code: 'judge-range', data: range});
  });

  test('percent with every share below 1 is warned of', async () => {
    expect(codes(await readAs(folder, {...both, unit: 'percent'}))).toEqual(['percent-small']);
  });

  test('is nothing to a score of its own, unless it is said', async () => {
    const cwd = folderOf(table, percent);
    const own = {table, x: 'loss', y: 'acc', run: 'model'};
    const bare = await readAs(cwd, own);
    expect([bare.table.unit, Math.max(...valuesOf(bare)) > 20]).toEqual([null, true]);
    expect(Math.max(...valuesOf(await readAs(cwd, {...own, unit: 'percent'})))).toBeLessThan(1);
  });
});

describe('the chance level', () => {
  const folder = folderOf(table, csvOf(texts));
  const chanceOf = async (y: string, chance: string) =>
    (await readAs(folder, {...both, y, chance})).curves.map(({curve}) => curve.chance);

  test('follows each metric from the probability of a lucky guess', async () => {
    expect(await chanceOf('acc:accuracy,prob:brierScore', '0.25')).toEqual([0.25, 0.75]);
    expect(await chanceOf('acc:exactStringMatch,prob:brierPerOption', '0.25')).toEqual([0, 0.1875]);
    expect(await chanceOf('acc,prob:correctChoiceProb', '0.2')).toEqual([0.2, 0.2]);
    expect(await chanceOf('acc:accuracy,prob:brierScore', '0')).toEqual([0, null]);
  });

  test('may be said of one benchmark', async () => {
    expect(await chanceOf('acc:accuracy:A,prob:accuracy:B', 'A=0.25')).toEqual([0.25, null]);
  });

  test('below the scores is warned of only where it is below by more than their span', async () => {
    const told = async (chance: string) => codes(await readAs(folder, {...both, y: 'acc:accuracy', chance}));
    expect(await told('0.2')).toEqual([]);
    const values = valuesOf(await readAs(folder, both));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const high2 = csvOf(texts.map(([model, loss, acc, prob]) => [model!, loss!, String(Number(acc) + 0.4), prob!]));
    const far = await readAs(folderOf(table, high2), {...both, y: 'acc:accuracy', chance: '0.25'});
    expect(0.25).toBeLessThan(low + 0.4 - (high - low));
    expect(codes(far)).toEqual(['chance-outside']);
  });

  test('above the scores is kept, and warned of', async () => {
    const result = await readAs(folder, {...both, chance: '0.9'});
    expect(result.curves.map(({curve}) => curve.chance)).toEqual([0.9, 0.9]);
    expect(result.table.notes.filter(({code}) => code === 'chance-outside')).toHaveLength(2);
  });
});

describe('standard errors', () => {
  const withColumns = csvOf(
    texts.map((row, i) => [...row, '2', '0.01', String(100 + i)]),
    [...HEADER, 'se', 'probSe', 'count'],
  );
  const errorsOf = async (more: object, place = 0, content = withColumns) =>
    (await readAs(folderOf(table, content), {...both, unit: 'fraction', ...more})).curves[place]!.curve.standardError;

  test('of accuracy are binomial in the number of questions, as the engine has them', async () => {
    const errors = await errorsOf({n: '14042'});
    const [first] = texts;
    const answer = {answer: {kind: 'choice', options: 4}} as const;
    expect(errors![0]).toBe(accuracy.read(() => Number(first![2]), 14042, answer).standardError);
    expect(await errorsOf({n: '14042'}, 1)).toBeNull();
  });

  test('take their numbers of questions from a column', async () => {
    const [some, same] = [await errorsOf({n: 'count'}), await errorsOf({n: '100'})];
    expect(some![0]).toBe(same![0]);
    expect(some![59]!).not.toBe(same![59]!);
  });

  test('come from a column, in the unit of its scores', async () => {
    const content = csvOf(
      texts.map(([model, loss, acc, prob]) => [model!, loss!, String(100 * Number(acc)), prob!, '2']),
      [...HEADER, 'se'],
    );
    const errors = await errorsOf({unit: 'percent', se: 'accuracy=se'}, 0, content);
    errors!.forEach((error) => {
      expect(error).toBeCloseTo(0.02, 15);
    });
  });

  test('come from a column for each metric, named by metric or by column', async () => {
    const se = {se: 'accuracy=se,prob=probSe'};
    expect((await errorsOf(se))![0]).toBe(2);
    expect((await errorsOf(se, 1))![0]).toBe(0.01);
  });

  test('that some points lack are left out for the whole curve, which is told', async () => {
    const content = csvOf(
      texts.map((row, i) => [...row, i === 3 ? '' : '0.02']),
      [...HEADER, 'se'],
    );
    const result = await readAs(folderOf(table, content), {...both, se: 'accuracy=se'});
    expect(result.curves[0]!.curve.standardError).toBeNull();
    const data = {benchmark: 'table', metric: 'accuracy', count: 1};
    expect(result.table.notes).toContainEqual({code: 'errors-missing', data});
    const mended = await readAs(folderOf(table, content), {...both, se: 'accuracy=se', n: '500'});
    expect(mended.curves[0]!.curve.standardError![0]).toBe(0.02);
    expect(mended.curves[0]!.curve.standardError![3]).toBeGreaterThan(0.01);
  });

  test('of a score of its own are binomial where questions are given, which is told', async () => {
    const result = await readAs(folderOf(table, csvOf(texts)), {table, x: 'loss', y: 'acc', n: '500', run: 'model'});
    expect(result.curves[0]!.curve.standardError).not.toBeNull();
    expect(codes(result)).toEqual(['questions-own']);
    // A probability, and a mean over attempts, are no shares of questions.
    for (const y of ['prob:correctChoiceProb', 'acc:passAtK']) {
      const unused = {table, x: 'loss', y, n: '500', run: 'model'};
      expect(codes(await readAs(folderOf(table, csvOf(texts)), unused))).toEqual(['questions-unused']);
    }
  });
});
