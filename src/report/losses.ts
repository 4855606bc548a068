import type {Experiment} from '../config/experiment.ts';
import type {LongTable} from '../numeric/table.ts';
import {compute, type Run} from '../science/run.ts';
import {sourceAt} from '../science/schedule.ts';
import {numberColumn} from './columns.ts';
import type {Study, TrajectoryRow} from './study.ts';

/** Losses of further replicates that a study holds at most. */
const MOST_VALUES = 1e6;

function rowOf(run: Run, tokens: number, loss: number): TrajectoryRow {
  const {family, name, params, paramsNonEmbedding, batch} = run;
  const {S: steps, U: unique, lr} = sourceAt(run, tokens);
  return {
    family,
    run: name,
    params,
    paramsNonEmbedding,
    tokens,
    steps,
    batch,
    unique,
    lr,
    compute: compute(params, tokens),
    computeNonEmbedding: compute(paramsNonEmbedding, tokens),
    loss,
  };
}

/** The first `count` values of the losses of a table. */
async function firstLosses(table: LongTable, count: number): Promise<Float64Array> {
  const losses = new Float64Array(Math.min(count, table.rows));
  let at = 0;
  for await (const piece of table.pieces(['loss'])) {
    const found = numberColumn(piece, 'loss').subarray(0, losses.length - at);
    losses.set(found, at);
    at += found.length;
    if (at === losses.length) break;
  }
  return losses;
}

/** Losses of replicate 0 beside what was trained how; of a study of training alone also those of further replicates. */
export async function lossesOf(
  {population: {runs}, benchmarks, replicates}: Experiment,
  table: LongTable,
): Promise<Pick<Study, 'trajectories' | 'otherLosses'>> {
  const places = runs.flatMap((run) => run.checkpoints.map((tokens) => ({run, tokens})));
  const size = places.length;
  const others = benchmarks.length > 0 ? 0 : Math.min(replicates - 1, Math.floor(MOST_VALUES / size));
  const losses = await firstLosses(table, size * (1 + others));
  return {
    trajectories: places.map(({run, tokens}, i) => rowOf(run, tokens, losses[i]!)),
    otherLosses: Array.from({length: others}, (_, i) => losses.subarray((1 + i) * size, (2 + i) * size)),
  };
}
