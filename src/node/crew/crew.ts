import type {Worker} from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import type {Plan} from '../../engine/plan.ts';
import type {GroupDetail} from '../../inference/analyse.ts';
import {joinSummaries, type ReplicateSummary} from '../../inference/summary.ts';
import {Fault} from '../../numeric/fault.ts';
import {type Board, COUNTERS, makeBoard} from './board.ts';
import type {Posted} from './fitting.ts';
import type {Stage, WorkerInput} from './worker.ts';

/** Takes the work done so far of a stage. */
export type Watch = (done: number, total: number) => void;

/** Worker threads that share one board; a stage is over when no work is left. */
export interface Crew {
  readonly board: Board;
  /** Simulates every cell of the plan. */
  simulate(watch: Watch): Promise<void>;
  /** Fits every replicate, the first one in detail too. */
  analyse(watch: Watch): Promise<Analysed>;
  /** Lets the threads end by themselves. */
  dismiss(): Promise<void>;
  /** Ends the threads at once, wherever they are. */
  abandon(): Promise<void>;
}

/** What the fits of all replicates say. */
export interface Analysed {
  /** Replicate 0 in detail, one entry a (world, benchmark). */
  readonly groups: readonly GroupDetail[];
  /** One summary a replicate, in their order. */
  readonly summaries: readonly ReplicateSummary[];
}

/** A worker thread with the promise of its end: fulfilled when it leaves by itself, rejected with Fault `worker-crashed` when it dies. */
interface Hand {
  readonly worker: Worker;
  readonly end: Promise<void>;
}

function acquire(pool: Pool, workerData: WorkerInput): Promise<Hand> {
  return new Promise((resolve, reject) => {
    pool.acquire(new URL('./worker.js', import.meta.url), {workerData}, (error, worker) => {
      if (error) reject(error);
      else resolve({worker, end: endOf(worker)});
    });
  });
}

function endOf(worker: Worker): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    worker.on('error', (error: Error) => reject(new Fault('worker-crashed', {reason: error.message}, 2)));
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Fault('worker-crashed', {reason: `exit ${code}`}, 2));
    });
  });
  // A thread that is ended on purpose rejects with nobody waiting.
  end.catch(() => {});
  return end;
}

/** Sends a stage to one worker and waits until it is done; rejects if the thread ends before. */
function perform({worker, end}: Hand, stage: Stage, take: (posted: Posted) => void): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const listen = (message: Posted | 'done') => {
      if (message !== 'done') {
        take(message);
        return;
      }
      worker.off('message', listen);
      resolve();
    };
    worker.on('message', listen);
    worker.postMessage(stage);
  });
  const early = end.then(() => {
    throw new Fault('worker-crashed', {reason: 'it left before its work was done'}, 2);
  });
  return Promise.race([done, early]);
}

/** Milliseconds between two looks at the counters. */
const TICK = 100;

/** Runs a stage on all workers, watching a counter; rejects when `signal` aborts. */
async function together(
  hands: readonly Hand[],
  stage: Stage,
  {
    watch,
    look,
    take,
    signal,
  }: {watch: Watch; look: () => [number, number]; take: (posted: Posted) => void; signal: AbortSignal},
): Promise<void> {
  const timer = setInterval(() => watch(...look()), TICK);
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Fault('interrupted'));
    signal.addEventListener('abort', stop);
  });
  try {
    signal.throwIfAborted();
    await Promise.race([aborted, Promise.all(hands.map((hand) => perform(hand, stage, take)))]);
    watch(...look());
  } catch (error) {
    throw signal.aborted ? new Fault('interrupted') : error;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Starts `size` worker threads on a plan. */
export async function assemble(plan: Plan, size: number, signal: AbortSignal): Promise<Crew> {
  const board = makeBoard(plan);
  const counters = new Int32Array(board.counters);
  const pool = new Pool({max: size});
  const input: WorkerInput = {experiment: plan.experiment, shardSize: plan.shardSize, board};
  const hands = await Promise.all(Array.from({length: size}, () => acquire(pool, input)));
  const count = (place: number, total: number) => (): [number, number] => [Atomics.load(counters, place), total];
  return {
    board,
    simulate: (watch) =>
      together(hands, 'simulate', {watch, look: count(COUNTERS.cells, plan.cells), take: () => {}, signal}),
    async analyse(watch) {
      const {replicates, worlds, benchmarks} = plan.experiment;
      const groups: GroupDetail[] = [];
      const summaries: ReplicateSummary[] = [];
      const take = (posted: Posted) => {
        if (posted.kind === 'group') groups[posted.index] = posted.detail;
        else summaries[posted.index] = posted.summary;
      };
      const total = replicates - 1 + worlds.length * benchmarks.length;
      await together(hands, 'analyse', {watch, look: count(COUNTERS.analysed, total), take, signal});
      summaries[0] = joinSummaries(groups.map(({summary}) => summary));
      return {groups, summaries};
    },
    async dismiss() {
      for (const {worker} of hands) worker.postMessage(null);
      await Promise.all(hands.map(({end}) => end));
    },
    async abandon() {
      await Promise.all(hands.map(({worker}) => worker.terminate()));
    },
  };
}
