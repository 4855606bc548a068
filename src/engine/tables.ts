import type {Column, Table} from '../numeric/table.ts';
import {compute, type Run} from '../science/run.ts';
import {learningRate} from '../science/schedule.ts';
import {lastOf} from './lastOf.ts';
import type {Plan} from './plan.ts';
import {type ReplicateRecord, recordedCurve, recordedLosses, recordedOn} from './record.ts';
import {curveKeys} from './scores.ts';

/** Records of consecutive replicates. */
export interface Block {
  /** The first of them. */
  readonly first: number;
  readonly records: readonly ReplicateRecord[];
}

/** A table that is made block by block. */
export interface BlockTable {
  readonly name: string;
  /** Rows of one replicate. */
  readonly size: number;
  /** The rows of a block, with all columns or those named. */
  of(block: Block, columns?: readonly string[]): Table;
}

/** A column of a block. */
interface Maker {
  readonly name: string;
  make(block: Block): Column;
}

/** A column of which every replicate has the same `size` values: made once for each number of replicates. */
function fixed(type: Column['type'], name: string, size: number, read: (row: number) => number | string): Maker {
  const known = lastOf((replicates: number): Column => {
    const from = {length: replicates * size};
    if (type === 'text') return {name, type, values: Array.from(from, (_, i) => read(i % size) as string)};
    if (type === 'integer') return {name, type, values: Int32Array.from(from, (_, i) => read(i % size) as number)};
    return {name, type, values: Float64Array.from(from, (_, i) => read(i % size) as number)};
  });
  return {name, make: ({records}) => known(records.length)};
}

function replicateColumn(size: number): Maker {
  const name = 'replicate';
  return {
    name,
    make: ({first, records}) => ({
      name,
      type: 'integer',
      values: Int32Array.from({length: records.length * size}, (_, i) => first + Math.floor(i / size)),
    }),
  };
}

/** A column of numbers of which each record gives `size`. */
function recorded(name: string, size: number, fill: (record: ReplicateRecord, out: Float64Array) => void): Maker {
  return {
    name,
    make({records}) {
      const values = new Float64Array(records.length * size);
      records.forEach((record, i) => {
        fill(record, values.subarray(i * size, (i + 1) * size));
      });
      return {name, type: 'number', values};
    },
  };
}

/** What is known of each point, for tables of `size` rows a replicate, a multiple of the points. */
function pointColumns({experiment, points}: Plan, size: number): Maker[] {
  const {runs} = experiment.population;
  const at = (row: number) => points[row % points.length]!;
  const run = (row: number) => runs[at(row).run]!;
  return [
    fixed('text', 'family', size, (row) => run(row).family),
    fixed('text', 'run', size, (row) => run(row).name),
    fixed('number', 'params', size, (row) => run(row).params),
    fixed('number', 'tokens', size, (row) => at(row).tokens),
    fixed('integer', 'checkpoint', size, (row) => at(row).checkpoint),
    fixed('number', 'compute', size, (row) => compute(run(row).params, at(row).tokens)),
  ];
}

/** What laws of training see of a point beside N and D. */
function trainingColumns({experiment, points}: Plan): Maker[] {
  const {runs} = experiment.population;
  const column = (name: string, read: (run: Run, tokens: number) => number) =>
    fixed('number', name, points.length, (row) => {
      const {run, tokens} = points[row]!;
      return read(runs[run]!, tokens);
    });
  return [
    column('paramsNonEmbedding', (run) => run.paramsNonEmbedding),
    column('steps', ({batch}, tokens) => tokens / batch),
    column('batch', ({batch}) => batch),
    column('unique', ({unique}) => unique ?? Number.NaN),
    column('computeNonEmbedding', (run, tokens) => compute(run.paramsNonEmbedding, tokens)),
  ];
}

function blockTable(name: string, size: number, makers: readonly Maker[]): BlockTable {
  return {
    name,
    size,
    of: (block, columns) => ({
      name,
      rows: block.records.length * size,
      columns: makers.filter((maker) => columns?.includes(maker.name) ?? true).map((maker) => maker.make(block)),
    }),
  };
}

/**
 * Every checkpoint of every replicate: replicate, family, run, params, tokens, checkpoint, compute (FLOP), loss (nats per token,
 * as measured), normalisedLoss (the same less the entropy of unigrams, where families have rulers; missing where that is not known), trueLoss (what ability follows), learningRate
 * (over its peak). A study of training alone adds paramsNonEmbedding, steps, batch (tokens per step), unique (tokens of the data set, missing where
 * none is seen twice), computeNonEmbedding (6 Nne D, FLOP).
 */
export function trajectoryTable(plan: Plan): BlockTable {
  const size = plan.points.length;
  const {
    rulers,
    population: {runs},
  } = plan.experiment;
  const normalised = (record: ReplicateRecord, out: Float64Array): void =>
    out.set(recordedOn(plan, record, 'normalisedLoss'));
  return blockTable('trajectories', size, [
    replicateColumn(size),
    ...pointColumns(plan, size),
    recorded('loss', size, (record, out) => out.set(recordedLosses(plan, record).observed)),
    ...(rulers ? [recorded('normalisedLoss', size, normalised)] : []),
    recorded('trueLoss', size, (record, out) => out.set(recordedLosses(plan, record).loss)),
    fixed('number', 'learningRate', size, (row) => {
      const {run, tokens} = plan.points[row]!;
      return learningRate(runs[run]!, tokens);
    }),
    ...(plan.experiment.benchmarks.length === 0 ? trainingColumns(plan) : []),
  ]);
}

/**
 * Every score: replicate, world, family, run, params, tokens, checkpoint, compute (FLOP), loss (nats per token, on the axis of the world), benchmark, metric,
 * value (a fraction; the metric's own unit otherwise), standardError (from the questions), questions.
 */
export function scoreTable(plan: Plan): BlockTable {
  const {worlds, benchmarks} = plan.experiment;
  const keys = curveKeys(plan.experiment);
  const points = plan.points.length;
  const size = keys.length * points;
  const key = (row: number) => keys[Math.floor(row / points)]!;
  const curves = (name: 'value' | 'standardError') =>
    recorded(name, size, (record, out) => {
      keys.forEach((_, k) => {
        out.set(recordedCurve(plan, record, k)[name], k * points);
      });
    });
  return blockTable('scores', size, [
    replicateColumn(size),
    fixed('text', 'world', size, (row) => worlds[key(row).world]!.name),
    ...pointColumns(plan, size),
    recorded('loss', size, (record, out) => {
      const losses = worlds.map(({axis = 'loss'}) => recordedOn(plan, record, axis));
      keys.forEach(({world}, k) => {
        out.set(losses[world]!, k * points);
      });
    }),
    fixed('text', 'benchmark', size, (row) => benchmarks[key(row).benchmark]!.name),
    fixed('text', 'metric', size, (row) => key(row).metric.name),
    curves('value'),
    curves('standardError'),
    fixed('integer', 'questions', size, (row) => benchmarks[key(row).benchmark]!.questions),
  ]);
}
