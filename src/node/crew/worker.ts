import {parentPort, workerData} from 'node:worker_threads';
import type {Experiment} from '../../config/experiment.ts';
import {cellsPerReplicate, planOf, type Range, valuesPerCell} from '../../engine/plan.ts';
import {fillRecord, type ReplicateRecord, recordLength} from '../../engine/record.ts';
import {simulator} from '../../engine/simulate.ts';
import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import {curveInputs} from '../../inference/curveInputs.ts';
import {perQuestion} from '../../inference/perQuestion/perQuestion.ts';
import {recoverLaw} from '../../inference/recovery/recovered.ts';
import {groupsOf, joinSummaries, type ReplicateSummary, summariseReplicate} from '../../inference/summary.ts';
import {Fault, type FaultData} from '../../numeric/fault.ts';
import {loadFitKernel, loadKernel} from '../kernel.ts';
import {exactJson} from '../store/exactJson.ts';
import {type Stamp, writePart} from '../store/part.ts';
import {FIRST} from '../store/study.ts';
import {type Board, COUNTERS} from './board.ts';
import {sharesOf} from './shares.ts';
import type {Todo} from './todo.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly experiment: Experiment;
  readonly folder: string;
  readonly stamp: Stamp;
  readonly todo: Todo;
  readonly board: Board;
  /** Whether a figure asks for single questions of replicate 0. */
  readonly questions: boolean;
}

/** Milliseconds that a worker spent on each stage. */
export interface Spent {
  readonly simulate: number;
  readonly fit: number;
}

/** What a worker posts when it leaves: the time it spent, or the fault that it met. */
export type Posted = Spent | {readonly failed: {readonly code: string; readonly data: FaultData; readonly exit: 1 | 2}};

const {experiment, folder, stamp, todo, board, questions} = workerData as WorkerInput;
const plan = planOf(experiment);
const cells = cellsPerReplicate(plan);
const width = valuesPerCell(plan);
const counters = new Int32Array(board.counters);
const engine = simulator(plan, loadKernel());
const judging = {
  rule: experiment.verdict,
  resamples: experiment.resamples,
  seed: experiment.seed,
  kernel: loadFitKernel(),
};
const spent = {simulate: 0, fit: 0};

/** Does a step and adds its time to a stage. */
function timed<T>(stage: keyof Spent, step: () => T): T {
  const started = performance.now();
  const made = step();
  spent[stage] += performance.now() - started;
  return made;
}

/** Takes the next piece of work off a counter until all are taken. */
function pull<T>(counter: number, pieces: readonly T[], work: (piece: T) => void): void {
  for (;;) {
    const piece = pieces[Atomics.add(counters, counter, 1)];
    if (piece === undefined) return;
    work(piece);
  }
}

/** Cells between two words to the progress bar. */
const STEP = 64;

/** Simulates cells of one replicate into `values`, which holds those of the whole replicate. */
function simulateCells(replicate: number, {from, to}: Range, values: Float64Array): void {
  const start = replicate * cells;
  for (let cell = from; cell < to; cell += STEP) {
    const next = Math.min(cell + STEP, to);
    engine.simulate(start + cell, start + next, values.subarray(cell * width, next * width));
    Atomics.add(counters, COUNTERS.cells, next - cell);
  }
}

/** A summary with the laws that the study recovers in this replicate, where it does. */
function withLaws(summary: ReplicateSummary, replicate: number): ReplicateSummary {
  const {recover} = experiment;
  if (!recover) return summary;
  const recovered = timed('fit', () => recover.map((one) => recoverLaw(one, experiment, replicate)));
  return {...summary, recovered};
}

/** Simulates benchmarks of replicate 0 beside the other threads; the last one to end stores the record. */
function shareFirst(): void {
  const values = new Float64Array(board.values);
  const record = new Float64Array(board.record);
  const points = plan.points.length;
  const shares = Array.from({length: sharesOf(experiment)}, (_, share) => share);
  pull(COUNTERS.benchmark, shares, (b) => {
    timed('simulate', () => simulateCells(0, {from: b * points, to: Math.min((b + 1) * points, cells)}, values));
    if (Atomics.add(counters, COUNTERS.simulated, 1) < shares.length - 1) return;
    fillRecord(plan, values, engine.trajectory(0), record);
    const lines = experiment.recover ? [exactJson(withLaws(joinSummaries([]), 0))] : [];
    writePart(folder, stamp, FIRST, {lines, numbers: record});
    Atomics.store(counters, COUNTERS.ready, 1);
    Atomics.notify(counters, COUNTERS.ready);
  });
}

/** What single questions of replicate 0 say in one group, where a figure asks for it. */
function questionsOf(group: number): Pick<GroupDetail, 'perQuestion'> {
  if (!questions) return {};
  const {benchmarks} = experiment;
  return {perQuestion: perQuestion(plan, Math.floor(group / benchmarks.length), group % benchmarks.length)};
}

/** Fits groups of replicate 0 in detail, beside the other threads. */
function detailFirst(): void {
  if (todo.groups.length === 0) return;
  Atomics.wait(counters, COUNTERS.ready, 0);
  const groups = groupsOf(curveInputs(plan, new Float64Array(board.record)));
  pull(COUNTERS.group, todo.groups, (group) => {
    const detail = timed('fit', () => ({
      ...detailGroup(groups[group]!, judging, experiment.replicates > 1),
      ...questionsOf(group),
    }));
    writePart(folder, stamp, {kind: 'detail', group}, {lines: [exactJson(detail)], numbers: new Float64Array(0)});
    Atomics.add(counters, COUNTERS.fits, 1);
  });
}

function replicateOf(replicate: number, values: Float64Array, record: ReplicateRecord): ReplicateSummary {
  timed('simulate', () => {
    simulateCells(replicate, {from: 0, to: cells}, values);
    fillRecord(plan, values, engine.trajectory(replicate), record);
  });
  const summary = timed('fit', () => summariseReplicate(curveInputs(plan, record), judging, replicate));
  const told = withLaws(summary, replicate);
  Atomics.add(counters, COUNTERS.fits, 1);
  return told;
}

/** Simulates and fits blocks of replicates, each from start to end. */
function computeBlocks(): void {
  const values = new Float64Array(cells * width);
  const length = recordLength(plan);
  pull(COUNTERS.block, todo.blocks, ({from, to}) => {
    const numbers = new Float64Array((to - from) * length);
    const lines = Array.from({length: to - from}, (_, i) =>
      exactJson(replicateOf(from + i, values, numbers.subarray(i * length, (i + 1) * length))),
    );
    writePart(folder, stamp, {kind: 'replicates', from, to}, {lines, numbers});
  });
}

try {
  if (todo.first) shareFirst();
  detailFirst();
  computeBlocks();
  parentPort!.postMessage(spent satisfies Posted);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  const {code, data, exit} = error;
  parentPort!.postMessage({failed: {code, data, exit}} satisfies Posted);
}
