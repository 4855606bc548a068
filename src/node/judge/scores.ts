import {type Axis, xOf} from '../../inference/axis.ts';
import {type Table, tableOf} from '../../numeric/table.ts';
import type {ScoreRow} from '../../report/study.ts';
import type {TableCurve} from './curves.ts';

/** The points of every curve as rows of the scores table, on the user's axis; checkpoints are counted along each run. */
export function scoreRows(curves: readonly TableCurve[], runs: readonly string[], axis: Axis): ScoreRow[] {
  return curves.flatMap(({benchmark, metric, curve, questions}) => {
    const seen = new Map<number, number>();
    return Array.from(curve.loss, (loss, i): ScoreRow => {
      const run = curve.run[i]!;
      const checkpoint = seen.get(run) ?? 0;
      seen.set(run, checkpoint + 1);
      return {
        world: null,
        benchmark,
        metric,
        family: '',
        run: runs[run] ?? '',
        params: curve.params?.[i] ?? null,
        tokens: null,
        checkpoint,
        compute: curve.compute?.[i] ?? null,
        loss: xOf(axis, loss),
        value: curve.value[i]!,
        standardError: curve.standardError?.[i] ?? null,
        questions,
      };
    });
  });
}

/** The scores table of the output contract: one replicate, no world. */
export function scoreTable(rows: readonly ScoreRow[]): Table {
  return tableOf(
    'scores',
    rows.map(({world: _, benchmark, metric, value, standardError, questions, ...point}) => ({
      replicate: 0,
      world: '',
      ...point,
      benchmark,
      metric,
      value,
      standardError,
      questions,
    })),
  );
}

/** The rows behind a scores table that `scoreTable` made. */
export function rowsOfTable({rows, columns}: Table): ScoreRow[] {
  const values = new Map(columns.map((column) => [column.name, column.values]));
  const text = (name: string, i: number): string => String(values.get(name)?.[i] ?? '');
  const number = (name: string, i: number): number | null => {
    const value = Number(values.get(name)?.[i] ?? Number.NaN);
    return Number.isNaN(value) ? null : value;
  };
  return Array.from({length: rows}, (_, i) => ({
    world: null,
    benchmark: text('benchmark', i),
    metric: text('metric', i),
    family: text('family', i),
    run: text('run', i),
    params: number('params', i),
    tokens: number('tokens', i),
    checkpoint: number('checkpoint', i) ?? 0,
    compute: number('compute', i),
    loss: number('loss', i) ?? Number.NaN,
    value: number('value', i) ?? Number.NaN,
    standardError: number('standardError', i),
    questions: number('questions', i),
  }));
}
