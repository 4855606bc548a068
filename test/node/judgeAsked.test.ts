import {describe, expect, test} from 'vitest';
import {askedOf, commandText, folderHash} from '../../src/node/judge/asked.ts';
import {judgeOptions} from './judgeRead.ts';
import {call} from './process.ts';

const textOf = (more: Parameters<typeof judgeOptions>[0]) => commandText(askedOf(judgeOptions(more), '/tmp'));

describe('the command of a judgement', () => {
  test('has base names only, and what a shell would change in quotes', () => {
    expect(textOf({table: '/a/b/my table.csv', x: 'val loss', y: "it's", losses: '../c/losses.csv', out: '/d'})).toBe(
      "mirage-lab judge 'my table.csv' --x 'val loss' --y 'it'\\''s' --losses losses.csv",
    );
  });

  test('repeats conditions, names switches, and keeps values that start with a dash', () => {
    const said = textOf({table: 't.csv', where: ['a=1', 'b=x y'], log: true, widthShare: '0.3', window: '-2..-1'});
    expect(said.split(' --').sort()).toEqual(
      ['log', 'mirage-lab judge t.csv', "where 'b=x y'", 'where a=1', 'width-share 0.3', "window='-2..-1'"].sort(),
    );
  });
});

test('the hash of a judged folder is that of the name of its table', () => {
  expect(folderHash('/x/grid.csv', '/y')).toBe(folderHash('grid.csv', '/z'));
  expect(folderHash('grid.csv', '/y')).not.toBe(folderHash('grid.tsv', '/y'));
});

test('the help writes options of one letter as they are written elsewhere', async () => {
  const {out} = await call(['judge', '--help']);
  const lines = out
    .split('Examples:')[0]!
    .split('\n')
    .filter((line) => /^\s+--?\w/.test(line));
  expect(lines.filter((line) => /^ {6}--[xyn] /.test(line))).toHaveLength(3);
  // What each does stands in one column.
  const columns = lines.map((line) => /^ *(?:-h, )?--[a-z-]+ +/.exec(line)![0].length);
  expect(new Set(columns).size).toBe(1);
});
