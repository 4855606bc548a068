import {availableParallelism} from 'node:os';
import type {Worker} from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import {type GroupDetail, joinFindings} from '../../inference/analyse.ts';
import {onUserAxis} from '../../inference/axis.ts';
import type {Findings} from '../../inference/findings.ts';
import type {Judging} from '../../inference/judging.ts';
import {type CurveInput, groupsOf} from '../../inference/summary.ts';
import {Fault} from '../../numeric/fault.ts';
import {type Failed, type Fitted, fittedOf, type Sent} from './fitReply.ts';
import type {Request} from './request.ts';

/** What watches the fits and can end them. */
export interface FitOptions {
  readonly signal: AbortSignal;
  readonly watch: (done: number, total: number) => void;
  /** Threads; as many as cores if not given. */
  readonly workers: number | undefined;
}

function start(pool: Pool, workerData: Judging): Promise<Worker> {
  return new Promise((resolve, reject) => {
    pool.acquire(new URL('./fitWorker.js', import.meta.url), {workerData}, (error, worker) => {
      if (error) reject(error);
      else resolve(worker);
    });
  });
}

/** Starts workers into a list, so that those which run can be ended where another does not start: rejects once all have been tried. */
async function startAll(pool: Pool, judging: Judging, size: number, workers: Worker[]): Promise<void> {
  const starts = Array.from({length: size}, async () => {
    workers.push(await start(pool, judging));
  });
  const failed = (await Promise.allSettled(starts)).find((one) => one.status === 'rejected');
  if (failed) throw new Fault('worker-crashed', {reason: (failed.reason as Error).message}, 2);
}

/** Hands one worker benchmark after benchmark, then lets it end; rejects with the Fault that it met, or `worker-crashed` where it dies. */
function employ(worker: Worker, next: () => Sent, take: (fitted: Fitted) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (reply: Fitted | Failed) => {
      try {
        take(fittedOf(reply));
        worker.postMessage(next());
      } catch (error) {
        reject(error);
      }
    });
    worker.on('error', (error: Error) => reject(new Fault('worker-crashed', {reason: error.message}, 2)));
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Fault('worker-crashed', {reason: `exit ${code}`}, 2));
    });
    worker.postMessage(next());
  });
}

/** Fits every group on worker threads; all of them are ended where one fails or `signal` aborts. */
async function fitGroups(groups: readonly CurveInput[][], judging: Judging, size: number, {signal, watch}: FitOptions) {
  const details: GroupDetail[] = [];
  let sent = 0;
  let done = 0;
  const next = (): Sent => (sent < groups.length ? {index: sent, curves: groups[sent++]!} : null);
  const take = ({index, detail}: Fitted): void => {
    details[index] = detail;
    watch(++done, groups.length);
  };
  const pool = new Pool({max: size});
  const workers: Worker[] = [];
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Fault('interrupted'));
    signal.addEventListener('abort', stop);
  });
  try {
    signal.throwIfAborted();
    await startAll(pool, judging, size, workers);
    watch(0, groups.length);
    await Promise.race([aborted, Promise.all(workers.map((worker) => employ(worker, next, take)))]);
  } catch (error) {
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return details;
}

/** Fits the curves of a table, benchmark by benchmark, on as many threads as there are cores; the findings are on the user's axis. */
export async function fitCurves(
  curves: readonly CurveInput[],
  {axis, judging}: Request,
  options: FitOptions,
): Promise<{findings: Findings; workers: number}> {
  const groups = groupsOf(curves);
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), groups.length));
  const details = await fitGroups(groups, judging, workers, options);
  const joined = joinFindings(details, {summaries: [], truths: [], rule: judging.rule});
  return {findings: onUserAxis(joined, axis), workers};
}
