import {expect, test} from 'vitest';
import {relay, type Stages} from '../../src/node/commands/relay.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Stages that write down what happens; each takes two ticks. */
function recorded(
  fails: readonly string[] = [],
  together = true,
): {log: string[]; stages: Stages<string, string>; interruption: AbortController} {
  const log: string[] = [];
  const interruption = new AbortController();
  const stage = async (name: string, signal: AbortSignal) => {
    log.push(`+${name}`);
    for (let i = 0; i < 2; i++) {
      await tick();
      if (signal.aborted) throw new Error(`${name} stopped`);
    }
    if (fails.includes(name)) throw new Error(`${name} failed`);
    log.push(`-${name}`);
  };
  const stages: Stages<string, string> = {
    signal: interruption.signal,
    async begin(job, place, signal) {
      await stage(`${job}1`, signal);
      const go = async () => {
        await stage(`${job}2`, interruption.signal);
        return `${job}${place}`;
      };
      return {go, drop: async () => void log.push(`${job} dropped`)};
    },
    together: () => together,
    take: (result) => void log.push(result),
  };
  return {log, stages, interruption};
}

test('the second stage of a job goes on beside the first of the next, and results come in order', async () => {
  const {log, stages} = recorded();
  await relay(['a', 'b', 'c'], stages);
  expect(log.filter((line) => !/[+-]/.test(line))).toEqual(['a0', 'b1', 'c2']);
  expect(log.indexOf('+b1')).toBeLessThan(log.indexOf('-a2'));
  expect(log.indexOf('+c1')).toBeGreaterThan(log.indexOf('a0'));
});

test('jobs that may not go together do not', async () => {
  const {log, stages} = recorded([], false);
  await relay(['a', 'b'], stages);
  expect(log).toEqual(['+a1', '-a1', '+a2', '-a2', 'a0', '+b1', '-b1', '+b2', '-b2', 'b1']);
});

test('a first stage that fails lets the earlier job end', async () => {
  const {log, stages} = recorded(['b1']);
  await expect(relay(['a', 'b', 'c'], stages)).rejects.toThrow('b1 failed');
  expect(log).toContain('a0');
  expect(log).not.toContain('+c1');
});

test('a second stage that fails stops the next job and is what is told', async () => {
  const {log, stages} = recorded(['a2']);
  await expect(relay(['a', 'b', 'c'], stages)).rejects.toThrow('a2 failed');
  expect(log).not.toContain('+c1');
  expect(log).not.toContain('+b2');
});

test('a job whose first stage is over when the one before it fails is dropped', async () => {
  const {log, stages} = recorded(['a2']);
  const quick: typeof stages = {
    ...stages,
    begin: async (job, place, signal) =>
      job === 'b'
        ? {go: async () => 'b', drop: async () => void log.push('b dropped')}
        : stages.begin(job, place, signal),
  };
  await expect(relay(['a', 'b', 'c'], quick)).rejects.toThrow('a2 failed');
  expect(log.at(-1)).toBe('b dropped');
  expect(log).not.toContain('+c1');
});

test('an interruption ends both stages', async () => {
  const {log, stages, interruption} = recorded();
  const done = relay(['a', 'b', 'c'], {
    ...stages,
    async begin(job, place, signal) {
      if (job === 'b') interruption.abort();
      return stages.begin(job, place, signal);
    },
  });
  await expect(done).rejects.toThrow('stopped');
  expect(log.some((line) => line.startsWith('+c') || line === 'a0')).toBe(false);
});
