import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {runNode} from '../runNode.ts';
import {ROOT} from './sources.ts';

/** Milliseconds that a tool may take beside other tests. */
const PATIENCE = 400_000;

/** Runs a tool of a package on the project; its output and exit code. */
function run(tool: string, bin: string, args: readonly string[]): {code: number | null; output: string} {
  const script = join(ROOT, 'node_modules', tool, bin);
  const {status, stdout, stderr} = runNode([script, ...args], {limit: PATIENCE - 10_000});
  return {code: status, output: `${stdout}${stderr}`};
}

const GOOD = {code: 0, output: expect.any(String)};

describe('the tools', {timeout: PATIENCE}, () => {
  test('find the style right', () => {
    expect(run('@biomejs/biome', 'bin/biome', ['check', '.'])).toEqual(GOOD);
  });

  test('find the types right in sources and tests', () => {
    expect(run('typescript', 'bin/tsc', ['-p', 'tsconfig.test.json'])).toEqual(GOOD);
  });

  test('find the types right without those of Node, outside the room node', () => {
    expect(run('typescript', 'bin/tsc', ['-p', 'tsconfig.browser.json'])).toEqual(GOOD);
  });

  test('find no dead code', () => {
    expect(run('knip', 'bin/knip.js', ['--no-progress'])).toEqual(GOOD);
  });
});
