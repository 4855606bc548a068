import type {ChildProcess, StdioOptions} from 'node:child_process';
import {access, mkdtemp, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {finish, MAIN, start as startIn} from './program.ts';

const CONFIG = fileURLToPath(new URL('../../configs/du2024/metrics.yaml', import.meta.url));

/** Waits for the end of a process: what it wrote and how it ended. */
async function ending(child: ChildProcess): Promise<{code: number | null; out: string; err: string}> {
  const {code, stdout: out, stderr: err} = await finish(child);
  return {code, out, err};
}

let folder: string;

beforeAll(async () => {
  await access(MAIN).catch(() => {
    throw new Error('the built program is tested: npm run build first');
  });
  folder = await mkdtemp(join(tmpdir(), 'mirage-lab-binary-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true, force: true});
});

const start = (args: readonly string[], stdio?: StdioOptions) => startIn(args, folder, stdio);

describe('the built program', () => {
  test('exits 0 on a config that is right', async () => {
    expect(await ending(start(['validate', CONFIG]))).toEqual({code: 0, out: `${CONFIG}: ok\n`, err: ''});
  });

  test('exits 1 on a config that is wrong, with one line', async () => {
    const {code, out, err} = await ending(start(['run', CONFIG, '--set', 'benchmarks=[mmul]']));
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toContain("did you mean 'mmlu'?");
  });

  test('exits 1 without a command', async () => {
    expect((await ending(start([]))).code).toBe(1);
  });

  test('writes all of a long answer into a pipe', async () => {
    const {code, out} = await ending(start(['schema']));
    expect(code).toBe(0);
    expect(() => JSON.parse(out)).not.toThrow();
    expect(out.length).toBeGreaterThan(40_000);
  });

  test('ends quietly when its reader goes away', async () => {
    const child = start(['list', '--json']);
    child.stdout?.destroy();
    const {code, err} = await ending(child);
    expect([code, err]).toEqual([0, '']);
  });

  test.runIf(process.platform === 'linux')('exits 2 with one line when its output has no room', async () => {
    const full = await open('/dev/full', 'w');
    try {
      const child = start(['list'], ['ignore', full.fd, 'pipe']);
      const {code, err} = await ending(child);
      expect([code, err]).toEqual([2, 'mirage-lab: stdout cannot be written (got ENOSPC)\n']);
    } finally {
      await full.close();
    }
  });

  test.runIf(process.platform === 'linux')('keeps its exit code when its error stream has no room', async () => {
    const full = await open('/dev/full', 'w');
    try {
      const child = start(['validate', 'no.yaml'], ['ignore', 'pipe', full.fd]);
      expect((await ending(child)).code).toBe(1);
    } finally {
      await full.close();
    }
  });
});
