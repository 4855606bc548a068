import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyFolder, type Finished, runProgram} from './program.ts';

const CONFIGS = fileURLToPath(new URL('../../configs/', import.meta.url));
const files = readdirSync(CONFIGS, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.yaml'));

/** Milliseconds that all configs may take together, on a slow machine too. */
const LIMIT = 1_200_000;

/** One process for all of them, as they are written: its threads start, and load the renderer, once. */
describe('of all configs', () => {
  const folder = emptyFolder();
  let ended: Finished;

  beforeAll(async () => {
    const small = ['--replicates', '2', '--set', 'resamples=0', '--formats', 'svg'];
    ended = await runProgram(['run', ...files.map((name) => join(CONFIGS, name)), ...small], folder);
  }, LIMIT);

  test('every one runs small, without a word on the error stream', () => {
    expect({code: ended.code, stderr: ended.stderr}).toEqual({code: 0, stderr: ''});
  });

  test.each(files)('%s draws every figure it names', (file) => {
    const text = readFileSync(join(CONFIGS, file), 'utf8');
    const called = /^name: (\S+)/m.exec(text)![1]!;
    const named = /^figures: \[(.*)\]/m.exec(text)![1]!.split(', ');
    const drawn = readdirSync(join(folder, 'outputs', called, 'figures')).filter((svg) => svg.endsWith('.svg'));
    for (const figure of named) expect(drawn.some((svg) => svg.startsWith(figure))).toBe(true);
  });
});

test('every config names the schema on its first line, and is named in both READMEs', () => {
  const readmes = ['README.md', 'README.zh.md'].map((name) =>
    readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'),
  );
  for (const file of files) {
    expect(readFileSync(join(CONFIGS, file), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\S*mirage-lab\.schema\.json\n/,
    );
    for (const readme of readmes) expect(readme).toContain(`configs/${file.replaceAll('\\', '/')}`);
  }
});
