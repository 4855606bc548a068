import {spawn} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
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
    const slow = project('sleep 60 & trap "kill $!; exit 1" TERM; echo $$ >"$TMPDIR/../step"; wait');
    const child = spawn('bash', [join(slow.root, 'scripts', 'run')], {env: slow.env, stdio: 'ignore'});
    const done = finish(child);
    const step = join(slow.root, 'step');
    await until(child, () => existsSync(step) && readFileSync(step, 'utf8').endsWith('\n'));
    child.kill(signal);
    expect((await done).code).toBe(exit);
    expect(() => process.kill(Number(readFileSync(step, 'utf8')), 0)).toThrow('ESRCH');
    expect(readdirSync(join(slow.root, 'temporary'))).toEqual([]);
  });
});
