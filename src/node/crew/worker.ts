import {parentPort, workerData} from 'node:worker_threads';
import type {Experiment} from '../../config/experiment.ts';
import {planOf, valuesPerCell} from '../../engine/plan.ts';
import {simulator} from '../../engine/simulate.ts';
import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import {curveInputs} from '../../inference/curveInputs.ts';
import {groupsOf, type ReplicateSummary, summariseReplicate} from '../../inference/summary.ts';
import {loadKernel} from '../kernel.ts';
import {type Board, COUNTERS} from './board.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly experiment: Experiment;
  readonly shardSize: number;
  readonly board: Board;
}

/** What the main thread tells a worker: the next stage, or null to end. */
export type Stage = 'simulate' | 'analyse' | null;

/** What a worker posts while it analyses: a group of replicate 0 in detail, or another whole replicate in short. */
export type Posted =
  | {readonly kind: 'group'; readonly index: number; readonly detail: GroupDetail}
  | {readonly kind: 'replicate'; readonly index: number; readonly summary: ReplicateSummary};

const {experiment, shardSize, board} = workerData as WorkerInput;
const plan = planOf(experiment, shardSize);
const values = new Float64Array(board.values);
const counters = new Int32Array(board.counters);
const engine = simulator(plan, loadKernel());
const judging = {rule: experiment.verdict, resamples: experiment.resamples, seed: experiment.seed};

/** Takes the next piece of work off a counter until `count` are taken. */
function pull(counter: number, count: number, work: (index: number) => void): void {
  for (;;) {
    const index = Atomics.add(counters, counter, 1);
    if (index >= count) return;
    work(index);
  }
}

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

function analyseAll(): void {
  const inputs = (replicate: number) => curveInputs(plan, values, engine.trajectory(replicate), replicate);
  const groups = groupsOf(inputs(0));
  pull(COUNTERS.group, groups.length, (index) => {
    post({kind: 'group', index, detail: detailGroup(groups[index]!, judging, experiment.replicates > 1)});
  });
  // Replicate 0 has been fitted in detail.
  pull(COUNTERS.replicate, experiment.replicates - 1, (index) => {
    post({kind: 'replicate', index: index + 1, summary: summariseReplicate(inputs(index + 1), judging, index + 1)});
  });
}

parentPort!.on('message', (stage: Stage) => {
  if (stage === null) {
    parentPort!.close();
    return;
  }
  if (stage === 'simulate') pull(COUNTERS.shard, plan.shards, simulateShard);
  else analyseAll();
  parentPort!.postMessage('done');
});
