import {describe, expect, test} from 'vitest';
import {messages} from './messages.ts';

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
  ['a tab in the indentation', 'noise:\n\trun: 0\n', 'a.yaml:2:1: a tab in the indentation: use spaces'],
  ['two documents', 'name: a\n---\nname: b\n', 'a.yaml:2:1: several YAML documents in one file'],
  ['an alias without an anchor', 'name: *a\n', 'a.yaml:1:7: an alias without an anchor (got a)'],
  ['aliases that multiply', nested.join('\n'), 'a.yaml:1:1: aliases repeat each other too often'],
  [
    'a tag',
    'name: !!js/function x\n',
    'a.yaml:1:7: a YAML tag that is not known: Unresolved tag: tag:yaml.org,2002:js/function',
  ],
  ['brackets without end', `name: x\nloss: ${'['.repeat(1e5)}`, 'a.yaml:2:71: brackets are nested too deeply'],
  ['a key that is a mapping', '{a: 1}: 2\n', 'a.yaml:1:1: a key must be plain text'],
  ['an open quote', 'name: "a\n', 'a.yaml:2:1: not valid YAML: Missing closing "quote'],
];

describe('the text of a config', () => {
  test.each(CASES)('that is %s is refused with one line', (_, text, line) => {
    expect(messages(text)).toEqual([line]);
  });
});
