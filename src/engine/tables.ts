import type {Column, Table} from '../numeric/table.ts';
import {compute} from '../science/run.ts';
import {learningRate} from '../science/schedule.ts';
import type {Plan} from './plan.ts';
import {curveKeys, readCurve} from './scores.ts';
import type {Simulator} from './simulate.ts';

/** Repeats what is known of each point `times` times, block by block. */
function pointColumns({experiment, points}: Plan, times: number): Column[] {
  const {runs} = experiment.population;
  const rows = points.length * times;
  const at = (i: number) => points[i % points.length]!;
  const run = (i: number) => runs[at(i).run]!;
  const number = (name: string, read: (i: number) => number): Column => ({
    name,
    type: 'number',
    values: Float64Array.from({length: rows}, (_, i) => read(i)),
  });
  const text = (name: string, read: (i: number) => string): Column => ({
    name,
    type: 'text',
    values: Array.from({length: rows}, (_, i) => read(i)),
  });
  return [
    text('family', (i) => run(i).family),
    text('run', (i) => run(i).name),
    number('params', (i) => run(i).params),
    number('tokens', (i) => at(i).tokens),
    {name: 'checkpoint', type: 'integer', values: Int32Array.from({length: rows}, (_, i) => at(i).checkpoint)},
    number('compute', (i) => compute(run(i).params, at(i).tokens)),
  ];
}

/** The same value for each of the `size` rows of every block. */
function blockColumn(name: string, blocks: readonly string[], size: number): Column {
  return {name, type: 'text', values: blocks.flatMap((value) => new Array<string>(size).fill(value))};
}

function replicateColumn(replicates: number, size: number): Column {
  return {
    name: 'replicate',
    type: 'integer',
    values: Int32Array.from({length: replicates * size}, (_, i) => Math.floor(i / size)),
  };
}

/**
 * Every checkpoint of every replicate: replicate, family, run, params, tokens, checkpoint, compute (FLOP), loss (nats per token,
 * as measured), trueLoss (what ability follows), learningRate (over its peak).
 */
export function trajectoryTable(plan: Plan, trajectory: Simulator['trajectory']): Table {
  const {replicates, population} = plan.experiment;
  const points = plan.points.length;
  const rows = replicates * points;
  const loss = new Float64Array(rows);
  const trueLoss = new Float64Array(rows);
  for (let r = 0; r < replicates; r++) {
    loss.set(trajectory(r).observed, r * points);
    trueLoss.set(trajectory(r).loss, r * points);
  }
  const rates = plan.points.map(({run, tokens}) => learningRate(population.runs[run]!, tokens));
  const learning = Float64Array.from({length: rows}, (_, i) => rates[i % points]!);
  return {
    name: 'trajectories',
    rows,
    columns: [
      replicateColumn(replicates, points),
      ...pointColumns(plan, replicates),
      {name: 'loss', type: 'number', values: loss},
      {name: 'trueLoss', type: 'number', values: trueLoss},
      {name: 'learningRate', type: 'number', values: learning},
    ],
  };
}

/**
 * Every score: replicate, world, family, run, params, tokens, checkpoint, compute (FLOP), loss (nats per token), benchmark, metric,
 * value (a fraction; the metric's own unit otherwise), standardError (from the questions), questions.
 */
export function scoreTable(plan: Plan, values: Float64Array, trajectory: Simulator['trajectory']): Table {
  const {replicates, worlds, benchmarks} = plan.experiment;
  const keys = curveKeys(plan.experiment);
  const points = plan.points.length;
  const size = keys.length * points;
  const rows = replicates * size;
  const value = new Float64Array(rows);
  const standardError = new Float64Array(rows);
  const loss = new Float64Array(rows);
  let at = 0;
  for (let r = 0; r < replicates; r++) {
    for (const key of keys) {
      loss.set(trajectory(r).observed, at);
      for (const score of readCurve(plan, values, r, key)) {
        value[at] = score.value;
        standardError[at++] = score.standardError;
      }
    }
  }
  const each = (read: (key: (typeof keys)[number]) => string) =>
    Array.from({length: replicates}, () => keys.map(read)).flat();
  const questions = keys.map((key) => benchmarks[key.benchmark]!.questions);
  return {
    name: 'scores',
    rows,
    columns: [
      replicateColumn(replicates, size),
      blockColumn(
        'world',
        each((key) => worlds[key.world]!.name),
        points,
      ),
      ...pointColumns(plan, replicates * keys.length),
      {name: 'loss', type: 'number', values: loss},
      blockColumn(
        'benchmark',
        each((key) => benchmarks[key.benchmark]!.name),
        points,
      ),
      blockColumn(
        'metric',
        each((key) => key.metric.name),
        points,
      ),
      {name: 'value', type: 'number', values: value},
      {name: 'standardError', type: 'number', values: standardError},
      {
        name: 'questions',
        type: 'integer',
        values: Int32Array.from({length: rows}, (_, i) => questions[Math.floor(i / points) % keys.length]!),
      },
    ],
  };
}
