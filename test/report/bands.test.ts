import fc from 'fast-check';
import {expect, test} from 'vitest';
import {quantile} from '../../src/numeric/quantile.ts';
import {inOnePiece, type LongTable, type Table, tableOf} from '../../src/numeric/table.ts';
import {bandsOf} from '../../src/report/bands.ts';

const CURVES = [
  {world: 'threshold', benchmark: 'mmlu', metric: 'accuracy'},
  {world: 'threshold', benchmark: 'mmlu', metric: 'brierScore'},
  {world: 'smooth', benchmark: 'mmlu', metric: 'accuracy'},
];

/** Losses and the values of every curve, by replicate and point. */
type Sample = ReadonlyArray<ReadonlyArray<{readonly loss: number; readonly values: readonly number[]}>>;

const samples = fc.array(
  fc.array(
    fc.record({
      loss: fc.double({min: 1, max: 4, noNaN: true}),
      values: fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 3, maxLength: 3}),
    }),
    {minLength: 1, maxLength: 30},
  ),
  {minLength: 1, maxLength: 6},
);

function tablesOf(sample: Sample): {scores: Table[]; trajectories: Table} {
  const scores = sample.map((points) =>
    tableOf(
      'scores',
      CURVES.flatMap((names, k) => points.map(({loss, values}) => ({...names, loss, value: values[k]!}))),
    ),
  );
  return {
    scores,
    trajectories: tableOf(
      'trajectories',
      sample.flat().map(({loss}) => ({loss})),
    ),
  };
}

function inPieces(pieces: readonly Table[]): LongTable {
  return {
    name: 'scores',
    rows: pieces.reduce((sum, {rows}) => sum + rows, 0),
    async *pieces() {
      yield* pieces;
    },
  };
}

/** The same bands by hand: sort every value of a curve in a bin. */
function plainBands(sample: Sample) {
  const points = sample.flat();
  const losses = points.map(({loss}) => loss);
  const low = Math.min(...losses);
  const width = (Math.max(...losses) - low) / 24 || 1;
  return Array.from({length: 24}, (_, bin) => bin).flatMap((bin) =>
    CURVES.flatMap((names, k) => {
      const inside = points.filter(({loss}) => Math.min(Math.floor((loss - low) / width), 23) === bin);
      const values = inside.map((point) => point.values[k]!);
      if (values.length === 0) return [];
      const at = (share: number) => quantile(values, share);
      return [{...names, loss: low + (bin + 0.5) * width, low: at(0.025), middle: at(0.5), high: at(0.975)}];
    }),
  );
}

test('bands are the quantiles of all replicates in each bin of loss, however the table comes and however few values fit in memory', async () => {
  await fc.assert(
    fc.asyncProperty(samples, fc.integer({min: 1, max: 400}), async (sample, mostValues) => {
      const {scores, trajectories} = tablesOf(sample);
      expect(await bandsOf(inPieces(scores), inOnePiece(trajectories), {mostValues})).toEqual(plainBands(sample));
    }),
    {numRuns: 60},
  );
});
