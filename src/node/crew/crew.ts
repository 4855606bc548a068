import type {Worker} from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import {cellsPerReplicate, type Plan} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Stamp} from '../store/part.ts';
import {COUNTERS, makeBoard} from './board.ts';
import type {Spent, Task} from './perform.ts';
import {asksQuestions, type Survey, workOf} from './todo.ts';
import type {Posted} from './worker.ts';

/** Takes the work done so far and all that is to be done. */
export type Watch = (done: number, total: number) => void;

/** What a crew works on: the parts that a folder lacks. */
export interface Assignment extends Pick<Survey, 'todo' | 'first'> {
  readonly plan: Plan;
  readonly folder: string;
  readonly stamp: Stamp;
}

/** Who looks on while a crew works, and who may stop it. */
export interface Overseer {
  readonly watch: Watch;
  readonly signal: AbortSignal;
}

/** Worker threads that compute one study after the other; code that ran hot in one is hot in the next. */
export interface Crew {
  /**
   * Computes the parts that a folder lacks on `size` threads, which write them; returns the milliseconds that all threads spent on each stage.
   * No thread is left where one fails or `signal` aborts: throws Fault `interrupted`, `worker-crashed`, `output-disk`, `output-unwritable`.
   */
  compute(assignment: Assignment, size: number, overseer: Overseer): Promise<Spent>;
  /** Ends every thread. */
  leave(): Promise<void>;
}

/** One thread of a crew. */
interface Hand {
  /** What came of a task; rejected with the Fault that it met, or with `worker-crashed` where the thread ended. */
  give(task: Task): Promise<Spent>;
  end(): Promise<unknown>;
}

const crashed = (reason: string): Fault => new Fault('worker-crashed', {reason}, 2);

/** Fulfilled with what a thread posts next. */
function posted(worker: Worker): Promise<Spent> {
  return new Promise((resolve, reject) => {
    worker.once('message', (post: Posted) => {
      if (!('failed' in post)) return resolve(post);
      const {code, data, exit} = post.failed;
      reject(new Fault(code, data, exit));
    });
  });
}

function handOf(worker: Worker): Hand {
  const ended = new Promise<never>((_, reject) => {
    worker.on('error', (error: Error) => reject(crashed(error.message)));
    worker.on('exit', (code) => reject(crashed(`exit ${code}`)));
  });
  // A thread that is ended on purpose rejects with nobody waiting.
  ended.catch(() => {});
  return {
    give(task) {
      const done = Promise.race([posted(worker), ended]);
      done.catch(() => {});
      worker.postMessage(task);
      return done;
    },
    end: () => worker.terminate(),
  };
}

function acquire(pool: Pool): Promise<Hand> {
  return new Promise((resolve, reject) => {
    pool.acquire(new URL('./worker.js', import.meta.url), {}, (error, worker) => {
      if (error) reject(crashed(error.message));
      else resolve(handOf(worker));
    });
  });
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

function taskOf({plan: {experiment}, folder, stamp, todo}: Assignment, board: Task['board']): Task {
  return {experiment, folder, stamp, todo, board, questions: asksQuestions(experiment)};
}

/** Rejected with Fault `interrupted` once `signal` aborts; `forget` stops listening. */
function abortion(signal: AbortSignal): {readonly aborted: Promise<never>; forget(): void} {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Fault('interrupted'));
    signal.addEventListener('abort', stop);
  });
  // Ctrl-C may come before anybody waits for it.
  aborted.catch(() => {});
  return {aborted, forget: () => signal.removeEventListener('abort', stop)};
}

/** A crew of at most `most` threads, started when they are first needed. */
export function openCrew(most: number): Crew {
  const pool = new Pool({max: most});
  let hands: readonly Hand[] = [];
  /** Starts the threads that are missing; all that started are known even where one did not. */
  const gather = async (size: number): Promise<readonly Hand[]> => {
    const missing = Math.max(size - hands.length, 0);
    const started = await Promise.allSettled(Array.from({length: missing}, () => acquire(pool)));
    hands = [...hands, ...started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))];
    for (const one of started) if (one.status === 'rejected') throw one.reason;
    return hands.slice(0, size);
  };
  const leave = async (): Promise<void> => {
    const leaving = hands;
    hands = [];
    await Promise.all(leaving.map((hand) => hand.end()));
  };
  return {
    leave,
    async compute(assignment, size, {watch, signal}) {
      const board = makeBoard(assignment.plan, assignment.first);
      const task = taskOf(assignment, board);
      const {aborted, forget} = abortion(signal);
      const unwatch = watching(new Int32Array(board.counters), assignment, watch);
      try {
        const crew = await gather(size);
        signal.throwIfAborted();
        const spent = await Promise.race([aborted, Promise.all(crew.map((hand) => hand.give(task)))]);
        const sum = (stage: keyof Spent) => spent.reduce((total, one) => total + one[stage], 0);
        return {simulate: sum('simulate'), fit: sum('fit')};
      } catch (error) {
        await leave();
        throw signal.aborted ? new Fault('interrupted') : error;
      } finally {
        unwatch();
        forget();
      }
    },
  };
}
