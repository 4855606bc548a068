import {getActiveResourcesInfo} from 'node:process';
import {describe, expect, test} from 'vitest';
import {DEFAULTS, verdictRule} from '../../src/config/schema/config.ts';
import {fitCurves} from '../../src/node/judge/fit.ts';
import {fitReply, fittedOf} from '../../src/node/judge/fitReply.ts';
import {requestOf} from '../../src/node/judge/request.ts';
import {Fault} from '../../src/numeric/fault.ts';
import {judgeOptions, readAs} from './judgeRead.ts';
import {cellsOf, checkpoints, csvOf, folderOf} from './judgeTables.ts';

const judging = {rule: verdictRule({})!, seed: DEFAULTS.seed, resamples: 0};

describe('a worker that fits', () => {
  test('hands back a Fault with its code, data and exit code, and throws what is none', () => {
    const throwing = (error: Error) => {
      const curves = new Proxy([], {
        get() {
          throw error;
        },
      });
      return {index: 3, curves};
    };
    const sent = () => fitReply(throwing(new Fault('judge-count', {column: 'n', got: 0}, 2)), judging);
    expect(() => sent()).not.toThrow();
    // As it comes out at the other thread.
    const reply = structuredClone(sent());
    expect(() => fittedOf(reply)).toThrow(Fault);
    try {
      fittedOf(reply);
    } catch (error) {
      expect(error).toMatchObject({code: 'judge-count', data: {column: 'n', got: 0}, exit: 2});
    }
    expect(() => fitReply(throwing(new TypeError('x')), judging)).toThrow(TypeError);
  });

  test('that does not start ends the others with one Fault', async () => {
    const cwd = folderOf('t.csv', csvOf(checkpoints().map(cellsOf)));
    const {curves} = await readAs(cwd, {table: 't.csv', x: 'loss', y: 'acc,prob', run: 'model'});
    const before = getActiveResourcesInfo().filter((name) => /worker|MessagePort/i.test(name)).length;
    // Beside the sources there is no built worker.
    const failed = fitCurves(curves, requestOf(judgeOptions({})), {
      signal: new AbortController().signal,
      watch: () => {},
      workers: 2,
    });
    await expect(failed).rejects.toMatchObject({code: 'worker-crashed', exit: 2});
    const after = getActiveResourcesInfo().filter((name) => /worker|MessagePort/i.test(name)).length;
    expect(after).toBeLessThanOrEqual(before);
  });
});
