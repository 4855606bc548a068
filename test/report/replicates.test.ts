import {describe, expect, it} from 'vitest';
import {tableOf} from '../../src/numeric/table.ts';
import {replicateRows} from '../../src/report/replicates.ts';

const ROW = {
  world: 'threshold',
  benchmark: 'mmlu',
  metric: 'accuracy',
  replicate: 0,
  onset: 2.1,
  onsetLow: 2.05,
  onsetHigh: 2.15,
  width: 0.01,
  widthLow: 0,
  widthHigh: 0.02,
  shape: 'sharp',
  smoothNullStatistic: 12.5,
};

describe('the table of replicates', () => {
  it('becomes rows with intervals', () => {
    expect(replicateRows(tableOf('replicates', [ROW]))).toEqual([
      {
        world: 'threshold',
        benchmark: 'mmlu',
        metric: 'accuracy',
        replicate: 0,
        onset: {estimate: 2.1, low: 2.05, high: 2.15},
        width: {estimate: 0.01, low: 0, high: 0.02},
        shape: 'sharp',
        smoothNullStatistic: 12.5,
      },
    ]);
  });

  it('has no onset and no statistic where they are missing, also in its first row', () => {
    const missing = {...ROW, onset: null, onsetLow: null, onsetHigh: null, smoothNullStatistic: null};
    const [first, second] = replicateRows(tableOf('replicates', [missing, {...ROW, replicate: 1}]));
    expect(first).toMatchObject({onset: null, smoothNullStatistic: null, replicate: 0});
    expect(second).toMatchObject({onset: {estimate: 2.1}, smoothNullStatistic: 12.5, replicate: 1});
  });

  it('is refused where a column is missing', () => {
    const {shape: _, ...rest} = ROW;
    expect(() => replicateRows(tableOf('replicates', [rest]))).toThrow(
      expect.objectContaining({code: 'table-column', data: {table: 'replicates', column: 'shape'}}),
    );
  });
});
