import {describe, expect, test} from 'vitest';
import {messages, parse, SOUND} from './messages.ts';

const nested = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (const [name, from] of [
  ['b', 'a'],
  ['c', 'b'],
  ['d', 'c'],
]) {
  nested.push(`${name}: &${name} [${Array(9).fill(`*${from}`).join(', ')}]`);
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['an empty file', '', 'a.yaml:1:1: the file is empty'],
  ['a file of comments', '# nothing\n', 'a.yaml:1:1: the file is empty'],
  ['a list', '- mmlu\n', 'a.yaml:1:1: a config is a mapping of keys to values'],
  ['a duplicate key', 'name: a\nseed: b\nname: c\n', 'a.yaml:3:1: the key occurs twice (got name)'],
  [
    'a duplicate key in brackets',
    'name: a\nnoise: {run: 0, loss: 0, run: 1}\n',
    'a.yaml:2:26: the key occurs twice (got run)',
  ],
  ['two keys that become one text', '{1: a, "1": b}\n', 'a.yaml:1:8: the key occurs twice (got "1")'],
  ['a tab in the indentation', 'noise:\n\trun: 0\n', 'a.yaml:2:1: a tab in the indentation: use spaces'],
  ['two documents', 'name: a\n---\nname: b\n', 'a.yaml:2:1: several YAML documents in one file'],
  ['an alias without an anchor', 'name: *a\n', 'a.yaml:1:7: an alias without an anchor (got a)'],
  ['aliases that multiply', nested.join('\n'), 'a.yaml:1:1: aliases repeat each other too often'],
  ['an alias inside what it stands for', 'name: &a [*a]\n', 'a.yaml:1:1: aliases repeat each other too often'],
  ['an alias before its anchor', 'name: *a\nseed: &a b\n', 'a.yaml:1:7: an alias without an anchor (got a)'],
  [
    'a hundred thousand aliases',
    `a: &a 1\nb: [${Array(1e5).fill('*a').join(',')}]\n`,
    'a.yaml:1:1: aliases repeat each other too often',
  ],
  [
    'a tag',
    'name: !!js/function x\n',
    'a.yaml:1:7: a YAML tag that is not known: Unresolved tag: tag:yaml.org,2002:js/function',
  ],
  ['brackets without end', `name: x\nloss: ${'['.repeat(1e5)}`, 'a.yaml:2:71: brackets are nested too deeply'],
  ['keys of keys without end', `name: x\n${'? '.repeat(1e5)}`, 'a.yaml:2:131: brackets are nested too deeply'],
  ['a key that is a mapping', '{a: 1}: 2\n', 'a.yaml:1:1: a key must be plain text'],
  ['an open quote', 'name: "a\n', 'a.yaml:2:1: not valid YAML: Missing closing "quote'],
];

describe('the text of a config', () => {
  test.each(CASES)('that is %s is refused with one line', (_, text, line) => {
    expect(messages(text)).toEqual([line]);
  });
});

const SIZE = 2e5;
const fill = (piece: (i: number) => string, join: string) =>
  Array.from({length: Math.floor(SIZE / (piece(1e5).length + join.length))}, (_, i) => piece(i)).join(join);

const HEAVY: readonly (readonly [string, string])[] = [
  ['keys', fill((i) => `k${i}: 1`, '\n')],
  [
    'keys of one mapping of names',
    `${SOUND}worlds: [{world: smooth, benchmarks: {${fill((i) => `b${i}: {}`, ', ')}}}]`,
  ],
  ['aliases', `a: &a 1\nb: [${fill(() => '*a', ',')}]`],
  [
    'aliases of a long list',
    `a: &a [${fill(() => '1', ',').slice(0, SIZE - 1000)}]\nb: [${Array(99).fill('*a').join(',')}]`,
  ],
  ['numbers that lose digits', `${SOUND}metrics: [${fill(() => '9007199254740993', ',')}]`],
  ['benchmarks', `name: a\npopulation: du2024-large\nbenchmarks: [${fill(() => 'mmlu', ',')}]`],
  ['worlds that are wrong', `${SOUND}worlds: [${fill(() => '{a: 1}', ',')}]`],
  ['dashes', fill(() => '-', ' ')],
];

describe('a text of the largest size', () => {
  test.each(HEAVY)('of %s is refused with at most a hundred lines', (_, text) => {
    // A reader that does not end is caught by the time limit of tests.
    const lines = messages(text);
    expect(lines.length).toBeGreaterThanOrEqual(1);
    expect(lines.length).toBeLessThanOrEqual(100);
  });

  test('with a comment of dashes is not nested', () => {
    expect(parse(`# ${'- '.repeat(100)}\n${SOUND}`).experiment.name).toBe('study');
  });

  test('with a few aliases is read', () => {
    expect(parse(`${SOUND}noise: {run: &n 0.02, checkpoint: *n}\n`).experiment.noise.checkpoint).toBe(0.02);
  });
});
