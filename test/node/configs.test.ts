import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {emptyFolder, runProgram} from './program.ts';

const CONFIGS = fileURLToPath(new URL('../../configs/', import.meta.url));
const files = readdirSync(CONFIGS, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.yaml'));

test.each(files)('%s runs small and draws every figure it names', async (file) => {
  const folder = emptyFolder();
  const text = readFileSync(join(CONFIGS, file), 'utf8');
  const small = ['--replicates', '2', '--fidelity', 'expected', '--set', 'resamples=0'];
  const args = ['run', join(CONFIGS, file), ...small, '--formats', 'svg', '--out', 'out'];
  const {code, stderr} = await runProgram(args, folder);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  const named = /^figures: \[(.*)\]/m.exec(text)![1]!.split(', ');
  const drawn = readdirSync(join(folder, 'out', 'figures')).filter((name) => name.endsWith('.svg'));
  for (const name of named) expect(drawn.some((svg) => svg.startsWith(name))).toBe(true);
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
