import {expect, test} from 'vitest';
import {csvWriter} from '../../src/node/output/csv.ts';
import type {Column, Table} from '../../src/numeric/table.ts';

const text = (name: string, values: readonly string[]): Column => ({name, type: 'text', values});
const number = (name: string, ...values: number[]): Column => ({
  name,
  type: 'number',
  values: Float64Array.from(values),
});
const piece = (...columns: Column[]): Table => ({name: 'table', rows: columns[0]!.values.length, columns});
const written = (write: ReturnType<typeof csvWriter>, table: Table): string => [...write(table)].join('');

test('a cell with a sign of the format is quoted, a formula is held back, a number that is missing is empty', () => {
  const texts = ['plain', 'a,b', 'say "x"', '=1+1', '-1,5', 'two\nlines'];
  const rows = written(csvWriter(), piece(text('text', texts), number('number', 0.1, Number.NaN, -0, 1e21, 1e-7, 2)));
  expect(rows).toBe(`plain,0.1\n"a,b",\n"say ""x""",0\n'=1+1,1e+21\n"'-1,5",1e-7\n"two\nlines",2\n`);
});

test('columns that come again beside others say what they hold', () => {
  const [a, b, c] = [number('a', 1, 2), number('b', 3, 4), number('c', 5, 6)];
  const write = csvWriter();
  const rows = [b, c, b, c].map((second) => written(write, piece(a, second)));
  expect(rows).toEqual(['1,3\n2,4\n', '1,5\n2,6\n', '1,3\n2,4\n', '1,5\n2,6\n']);
});

test('columns that come again say what they said the first time, wherever new ones stand between them', () => {
  const [world, params, metric] = [
    text('world', ['a', 'b,c']),
    number('params', 1.5e9, 6e9),
    text('metric', ['x', '=y']),
  ];
  const once = (value: number) => piece(world, params, number('value', value, value / 3), metric);
  const write = csvWriter();
  for (const value of [1, 2, 3, 4]) {
    const rows = written(write, once(value));
    expect(rows).toBe(`a,1500000000,${value},x\n"b,c",6000000000,${value / 3},'=y\n`);
    expect(rows).toBe(written(csvWriter(), once(value)));
  }
  // A shorter last piece, and another column after those that were kept.
  expect(written(write, piece(text('world', ['d']), number('params', 2)))).toBe('d,2\n');
  expect(written(write, piece(world, params, metric))).toBe(`a,1500000000,x\n"b,c",6000000000,'=y\n`);
});
