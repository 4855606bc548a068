import {parentPort, workerData} from 'node:worker_threads';
import type {Experiment} from '../../config/experiment.ts';
import {planOf, valuesPerCell} from '../../engine/plan.ts';
import {simulator} from '../../engine/simulate.ts';
import {loadKernel} from '../kernel.ts';
import {type Board, COUNTERS} from './board.ts';
import type {Posted} from './fitting.ts';
import {pull} from './pull.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly experiment: Experiment;
  readonly shardSize: number;
  readonly board: Board;
}

/** What the main thread tells a worker: the next stage, or null to end. */
export type Stage = 'simulate' | 'analyse' | null;

const {experiment, shardSize, board} = workerData as WorkerInput;
const plan = planOf(experiment, shardSize);
const values = new Float64Array(board.values);
const counters = new Int32Array(board.counters);
const engine = simulator(plan, loadKernel());

function simulateShard(shard: number): void {
  const width = valuesPerCell(plan);
  const from = shard * plan.shardSize;
  const to = Math.min(from + plan.shardSize, plan.cells);
  for (let cell = from; cell < to; cell++) {
    engine.simulate(cell, cell + 1, values.subarray(cell * width, (cell + 1) * width));
    Atomics.add(counters, COUNTERS.cells, 1);
  }
}

function post(posted: Posted): void {
  parentPort!.postMessage(posted);
  Atomics.add(counters, COUNTERS.analysed, 1);
}

parentPort!.on('message', async (stage: Stage) => {
  if (stage === null) {
    parentPort!.close();
    return;
  }
  if (stage === 'simulate') pull(counters, COUNTERS.shard, plan.shards, simulateShard);
  else {
    // The fits are three times as much code as the simulation, which need not wait for it.
    const {fitReplicates} = await import('./fitting.ts');
    fitReplicates({plan, values, trajectory: engine.trajectory}, counters, post);
  }
  parentPort!.postMessage('done');
});
