import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyFolder, type Finished, runProgram} from './program.ts';

const CONFIGS = fileURLToPath(new URL('../../configs/', import.meta.url));
const files = readdirSync(CONFIGS, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.yaml'));

/** Configs by the folder that they are in. */
const folders = [...new Set(files.map((name) => dirname(name)))];

/** One process for a whole folder: starting it and loading the renderer takes longer than a small run. */
describe.each(folders)('of configs/%s', (name) => {
  const inside = files.filter((file) => dirname(file) === name);
  const folder = emptyFolder();
  let ended: Finished;

  beforeAll(async () => {
    const small = ['--replicates', '2', '--fidelity', 'expected', '--set', 'resamples=0'];
    const paths = inside.map((file) => join(CONFIGS, file));
    ended = await runProgram(['run', ...paths, ...small, '--formats', 'svg'], folder);
  });

  test('every one runs small, without a word on the error stream', () => {
    expect({code: ended.code, stderr: ended.stderr}).toEqual({code: 0, stderr: ''});
  });

  test.each(inside)('%s draws every figure it names', (file) => {
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
