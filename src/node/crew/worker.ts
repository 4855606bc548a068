import {parentPort, workerData} from 'node:worker_threads';
import type {Experiment} from '../../config/experiment.ts';
import {planOf, valuesPerCell} from '../../engine/plan.ts';
import {simulator} from '../../engine/simulate.ts';
import {curveInputs} from '../../inference/curveInputs.ts';
import {summariseReplicate} from '../../inference/summary.ts';
import {type Board, COUNTERS} from './board.ts';

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
const engine = simulator(plan);

/** Pulls shards until none is left. */
function simulateShards(): void {
  const width = valuesPerCell(plan);
  for (;;) {
    const shard = Atomics.add(counters, COUNTERS.shard, 1);
    if (shard >= plan.shards) return;
    const from = shard * plan.shardSize;
    const to = Math.min(from + plan.shardSize, plan.cells);
    for (let cell = from; cell < to; cell++) {
      engine.simulate(cell, cell + 1, values.subarray(cell * width, (cell + 1) * width));
      Atomics.add(counters, COUNTERS.cells, 1);
    }
  }
}

/** Pulls replicates until none is left and posts what each says. */
function analyseReplicates(): void {
  for (;;) {
    const replicate = Atomics.add(counters, COUNTERS.replicate, 1);
    if (replicate >= experiment.replicates) return;
    const inputs = curveInputs(plan, values, engine.trajectory(replicate), replicate);
    parentPort!.postMessage({replicate, summary: summariseReplicate(inputs, experiment.verdict)});
    Atomics.add(counters, COUNTERS.analysed, 1);
  }
}

parentPort!.on('message', (stage: Stage) => {
  if (stage === null) {
    parentPort!.close();
    return;
  }
  if (stage === 'simulate') simulateShards();
  else analyseReplicates();
  parentPort!.postMessage('done');
});
