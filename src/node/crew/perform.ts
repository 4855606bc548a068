import type {Experiment} from '../../config/experiment.ts';
import type {Kernel} from '../../engine/kernel/kernel.ts';
import {cellsPerReplicate, type Plan, planOf, type Range, valuesPerCell} from '../../engine/plan.ts';
import {fillRecord, type ReplicateRecord, recordLength} from '../../engine/record.ts';
import {simulator} from '../../engine/simulate.ts';
import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import {curveInputs} from '../../inference/curveInputs.ts';
import type {Judging} from '../../inference/judging.ts';
import type {FitKernel} from '../../inference/kernel/kernel.ts';
import {perQuestion} from '../../inference/perQuestion/perQuestion.ts';
import {recoverLaw} from '../../inference/recovery/recovered.ts';
import {groupsOf, joinSummaries, type ReplicateSummary, summariseReplicate} from '../../inference/summary.ts';
import {exactJson} from '../store/exactJson.ts';
import {type Stamp, writePart} from '../store/part.ts';
import {FIRST} from '../store/study.ts';
import {type Board, COUNTERS} from './board.ts';
import {sharesOf} from './shares.ts';
import type {Todo} from './todo.ts';

/** What a worker thread is told to do: its share of one study. */
export interface Task {
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

/** The fast kernels of a thread, which every study uses in turn. */
export interface Kernels {
  readonly engine: Kernel;
  readonly fit: FitKernel;
}

/** One study on the bench of a worker. */
interface Bench extends Task {
  readonly plan: Plan;
  readonly cells: number;
  readonly width: number;
  readonly counters: Int32Array;
  readonly engine: ReturnType<typeof simulator>;
  readonly judging: Judging;
  readonly spent: {simulate: number; fit: number};
}

function benchOf(task: Task, kernels: Kernels): Bench {
  const {experiment, board} = task;
  const plan = planOf(experiment);
  const {verdict: rule, resamples, seed} = experiment;
  return {
    ...task,
    plan,
    cells: cellsPerReplicate(plan),
    width: valuesPerCell(plan),
    counters: new Int32Array(board.counters),
    engine: simulator(plan, kernels.engine),
    judging: {rule, resamples, seed, kernel: kernels.fit},
    spent: {simulate: 0, fit: 0},
  };
}

/** Does a step and adds its time to a stage. */
function timed<T>({spent}: Bench, stage: keyof Spent, step: () => T): T {
  const started = performance.now();
  const made = step();
  spent[stage] += performance.now() - started;
  return made;
}

/** Takes the next piece of work off a counter until all are taken. */
function pull<T>({counters}: Bench, counter: number, pieces: readonly T[], work: (piece: T) => void): void {
  for (;;) {
    const piece = pieces[Atomics.add(counters, counter, 1)];
    if (piece === undefined) return;
    work(piece);
  }
}

/** Cells between two words to the progress bar. */
const STEP = 64;

/** Simulates cells of one replicate into `values`, which holds those of the whole replicate. */
function simulateCells(bench: Bench, replicate: number, {from, to}: Range, values: Float64Array): void {
  const {engine, cells, width, counters} = bench;
  const start = replicate * cells;
  for (let cell = from; cell < to; cell += STEP) {
    const next = Math.min(cell + STEP, to);
    engine.simulate(start + cell, start + next, values.subarray(cell * width, next * width));
    Atomics.add(counters, COUNTERS.cells, next - cell);
  }
}

/** A summary with the laws that the study recovers in this replicate, where it does. */
function withLaws(bench: Bench, summary: ReplicateSummary, replicate: number): ReplicateSummary {
  const {experiment} = bench;
  const {recover} = experiment;
  if (!recover) return summary;
  const recovered = timed(bench, 'fit', () => recover.map((one) => recoverLaw(one, experiment, replicate)));
  return {...summary, recovered};
}

/** Simulates benchmarks of replicate 0 beside the other threads; the last one to end stores the record. */
function shareFirst(bench: Bench): void {
  const {experiment, plan, board, cells, counters, folder, stamp, engine} = bench;
  const values = new Float64Array(board.values);
  const record = new Float64Array(board.record);
  const points = plan.points.length;
  const shares = Array.from({length: sharesOf(experiment)}, (_, share) => share);
  pull(bench, COUNTERS.benchmark, shares, (b) => {
    const range = {from: b * points, to: Math.min((b + 1) * points, cells)};
    timed(bench, 'simulate', () => simulateCells(bench, 0, range, values));
    if (Atomics.add(counters, COUNTERS.simulated, 1) < shares.length - 1) return;
    fillRecord(plan, values, engine.trajectory(0), record);
    const lines = experiment.recover ? [exactJson(withLaws(bench, joinSummaries([]), 0))] : [];
    writePart(folder, stamp, FIRST, {lines, numbers: record});
    Atomics.store(counters, COUNTERS.ready, 1);
    Atomics.notify(counters, COUNTERS.ready);
  });
}

/** What single questions of replicate 0 say in one group, where a figure asks for it. */
function questionsOf({questions, experiment, plan}: Bench, group: number): Pick<GroupDetail, 'perQuestion'> {
  if (!questions) return {};
  const {benchmarks} = experiment;
  return {perQuestion: perQuestion(plan, Math.floor(group / benchmarks.length), group % benchmarks.length)};
}

/** Fits groups of replicate 0 in detail, beside the other threads. */
function detailFirst(bench: Bench): void {
  const {todo, plan, board, counters, judging, experiment, folder, stamp} = bench;
  if (todo.groups.length === 0) return;
  Atomics.wait(counters, COUNTERS.ready, 0);
  const groups = groupsOf(curveInputs(plan, new Float64Array(board.record)));
  pull(bench, COUNTERS.group, todo.groups, (group) => {
    const detail = timed(bench, 'fit', () => ({
      ...detailGroup(groups[group]!, judging, experiment.replicates > 1),
      ...questionsOf(bench, group),
    }));
    writePart(folder, stamp, {kind: 'detail', group}, {lines: [exactJson(detail)], numbers: new Float64Array(0)});
    Atomics.add(counters, COUNTERS.fits, 1);
  });
}

function replicateOf(bench: Bench, replicate: number, values: Float64Array, record: ReplicateRecord): ReplicateSummary {
  const {plan, cells, engine, judging, counters} = bench;
  timed(bench, 'simulate', () => {
    simulateCells(bench, replicate, {from: 0, to: cells}, values);
    fillRecord(plan, values, engine.trajectory(replicate), record);
  });
  const summary = timed(bench, 'fit', () => summariseReplicate(curveInputs(plan, record), judging, replicate));
  const told = withLaws(bench, summary, replicate);
  Atomics.add(counters, COUNTERS.fits, 1);
  return told;
}

/** Simulates and fits blocks of replicates, each from start to end. */
function computeBlocks(bench: Bench): void {
  const {plan, cells, width, todo, folder, stamp} = bench;
  const values = new Float64Array(cells * width);
  const length = recordLength(plan);
  pull(bench, COUNTERS.block, todo.blocks, ({from, to}) => {
    const numbers = new Float64Array((to - from) * length);
    const lines = Array.from({length: to - from}, (_, i) =>
      exactJson(replicateOf(bench, from + i, values, numbers.subarray(i * length, (i + 1) * length))),
    );
    writePart(folder, stamp, {kind: 'replicates', from, to}, {lines, numbers});
  });
}

/** Does the share of a study that one thread takes: pieces of work, until all are taken. Throws the Fault of a step. */
export function perform(task: Task, kernels: Kernels): Spent {
  const bench = benchOf(task, kernels);
  if (task.todo.first) shareFirst(bench);
  detailFirst(bench);
  computeBlocks(bench);
  return bench.spent;
}
