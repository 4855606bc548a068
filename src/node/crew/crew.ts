import type {Worker} from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import {cellsPerReplicate, type Plan} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Stamp} from '../store/part.ts';
import {COUNTERS, makeBoard} from './board.ts';
import {asksQuestions, type Survey, workOf} from './todo.ts';
import type {Posted, Spent, WorkerInput} from './worker.ts';

/** Takes the work done so far and all that is to be done. */
export type Watch = (done: number, total: number) => void;

/** What a crew works on: the parts that a folder lacks. */
export interface Assignment extends Pick<Survey, 'todo' | 'first'> {
  readonly plan: Plan;
  readonly folder: string;
  readonly stamp: Stamp;
}

/** A worker thread with the promise of its end: fulfilled with the time it spent, rejected with the Fault that it met or with `worker-crashed`. */
interface Hand {
  readonly worker: Worker;
  readonly end: Promise<Spent>;
}

function acquire(pool: Pool, workerData: WorkerInput): Promise<Hand> {
  return new Promise((resolve, reject) => {
    pool.acquire(new URL('./worker.js', import.meta.url), {workerData}, (error, worker) => {
      if (error) reject(new Fault('worker-crashed', {reason: error.message}, 2));
      else resolve({worker, end: endOf(worker)});
    });
  });
}

function endOf(worker: Worker): Promise<Spent> {
  const end = new Promise<Spent>((resolve, reject) => {
    worker.on('message', (posted: Posted) => {
      if (!('failed' in posted)) return resolve(posted);
      const {code, data, exit} = posted.failed;
      reject(new Fault(code, data, exit));
    });
    worker.on('error', (error: Error) => reject(new Fault('worker-crashed', {reason: error.message}, 2)));
    worker.on('exit', (code) => reject(new Fault('worker-crashed', {reason: `exit ${code}`}, 2)));
  });
  // A thread that is ended on purpose rejects with nobody waiting.
  end.catch(() => {});
  return end;
}

/** Milliseconds between two looks at the counters. */
const TICK = 100;

/** Looks at the counters from time to time; returns what ends that, with a last look. */
function watching(counters: Int32Array, {plan, todo}: Assignment, watch: Watch): () => void {
  const weight = Math.max(cellsPerReplicate(plan), 1);
  const {cells, fits} = workOf(plan, todo);
  const look = () => {
    const done = Atomics.load(counters, COUNTERS.cells) + weight * Atomics.load(counters, COUNTERS.fits);
    watch(done, cells + weight * fits);
  };
  const timer = setInterval(look, TICK);
  return () => {
    clearInterval(timer);
    look();
  };
}

/**
 * Computes the parts that a folder lacks on `size` worker threads, which write them; returns the milliseconds that all threads spent on each
 * stage. No thread is left where one fails or `signal` aborts: throws Fault `interrupted`, `worker-crashed`, `output-disk`, `output-unwritable`.
 */
export async function compute(
  assignment: Assignment,
  size: number,
  {watch, signal}: {readonly watch: Watch; readonly signal: AbortSignal},
): Promise<Spent> {
  const {plan, folder, stamp, todo, first} = assignment;
  const board = makeBoard(plan, first);
  const {experiment} = plan;
  const questions = asksQuestions(experiment);
  const input: WorkerInput = {experiment, folder, stamp, todo, board, questions};
  const pool = new Pool({max: size});
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Fault('interrupted'));
    signal.addEventListener('abort', stop);
  });
  // Ctrl-C may come before anybody waits for it.
  aborted.catch(() => {});
  const unwatch = watching(new Int32Array(board.counters), assignment, watch);
  const started = await Promise.allSettled(Array.from({length: size}, () => acquire(pool, input)));
  const hands = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    signal.throwIfAborted();
    for (const one of started) if (one.status === 'rejected') throw one.reason;
    const spent = await Promise.race([aborted, Promise.all(hands.map(({end}) => end))]);
    const sum = (stage: keyof Spent) => spent.reduce((total, one) => total + one[stage], 0);
    return {simulate: sum('simulate'), fit: sum('fit')};
  } catch (error) {
    await Promise.all(hands.map(({worker}) => worker.terminate()));
    throw signal.aborted ? new Fault('interrupted') : error;
  } finally {
    unwatch();
    signal.removeEventListener('abort', stop);
  }
}
