import {type StdioOptions, spawn} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../house/sources.ts';
import {runNode} from '../runNode.ts';
import {until} from './interrupted.ts';
import {emptyFolder, finish} from './program.ts';

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A project with the scripts and the table of commands of this one, whose npm is `npm` and whose program prints its folder and arguments. */
function project(npm: string): {root: string; env: NodeJS.ProcessEnv} {
  const root = emptyFolder();
  for (const name of ['bin', 'src', 'node_modules', 'temporary', 'dist/node/commands']) {
    mkdirSync(join(root, name), {recursive: true});
  }
  for (const name of ['run', 'setup']) cpSync(join(ROOT, 'scripts', name), join(root, 'scripts', name));
  writeFileSync(join(root, 'package.json'), '{"type": "module"}');
  for (const name of ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'scripts/fonts.mjs']) {
    writeFileSync(join(root, name), '');
  }
  writeFileSync(join(root, 'bin', 'npm'), `#!/usr/bin/env bash\n${npm}\n`);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
  writeFileSync(
    join(root, 'dist/node/main.js'),
    'process.stdout.write(JSON.stringify([process.cwd(), ...process.argv.slice(2)]));',
  );
  symlinkSync(join(BUILT, 'node/commands/table.js'), join(root, 'dist/node/commands/table.js'));
  return {
    root,
    env: {...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}`, TMPDIR: join(root, 'temporary')},
  };
}

describe('scripts/run', () => {
  const {root, env} = project('exit 0');
  const main = [root, 'run', 'configs/du2024/metrics.yaml'];

  test.each([
    [[], main],
    [
      ['--replicates', '5', '--out', 'my runs'],
      [...main, '--replicates', '5', '--out', 'my runs'],
    ],
    [
      ['--lang', 'zh'],
      [...main, '--lang', 'zh'],
    ],
    [
      ['--lang', 'zh', 'list'],
      [process.cwd(), '--lang', 'zh', 'list'],
    ],
    [
      ['run', 'study.yaml', '--quiet'],
      [process.cwd(), 'run', 'study.yaml', '--quiet'],
    ],
    [['--help'], [process.cwd(), '--help']],
    [['--version'], [process.cwd(), '--version']],
    [
      ['rnu', '--quiet'],
      [process.cwd(), 'rnu', '--quiet'],
    ],
    [[''], [process.cwd(), '']],
  ])('called with %j calls the program with the main study where no command is named', (args, called) => {
    const {status, stdout} = runNode([join(root, 'scripts', 'run'), ...args], {node: 'bash', env, cwd: process.cwd()});
    expect({status, called: JSON.parse(stdout)}).toEqual({status: 0, called});
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('ends what it installs with on %s to it alone, and leaves nothing', async (signal, exit) => {
    // As npm does, it ends without what it has started.
    const slow = project('sleep 90 & echo $$ >"$TMPDIR/../step"; wait');
    const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe'];
    const child = spawn('bash', [join(slow.root, 'scripts', 'run')], {env: slow.env, stdio});
    (child.stdio[3] as Readable).resume();
    const done = finish(child);
    const step = join(slow.root, 'step');
    await until(child, () => existsSync(step) && readFileSync(step, 'utf8').endsWith('\n'));
    child.kill(signal);
    // The pipe is open as long as any of them lives.
    const ended = await Promise.race([done, setTimeout(60_000, null)]);
    expect(ended?.code).toBe(exit);
    expect(readdirSync(join(slow.root, 'temporary'))).toEqual([]);
  });
});
