import {expect, test} from 'vitest';
import {correlationTable} from '../../src/report/figures/correlationTable.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

interface Cell {
  readonly title: {readonly text: string};
  readonly data: {readonly values: ReadonlyArray<Record<string, unknown>>};
}

function correlated(spearman: number | null): Study {
  const study = sampleStudy({worlds: ['smooth'], benchmarks: ['c-eval', 'race'], metrics: ['accuracy', 'brierScore']});
  const curves = study.findings.curves.map((curve) => {
    const given = curve.metric === 'accuracy' ? {spearman, pearson: -0.97} : {spearman: 0.5, pearson: 0.5};
    return {...curve, classical: {...curve.classical, ...given}};
  });
  return {...study, findings: {...study.findings, curves}};
}

const cellsOf = (study: Study): readonly Cell[] =>
  (correlationTable.draw(study, 'en')[0]!.spec as unknown as {concat: Cell[]}).concat;

test('each task of table 2 stands in its order with the first metric, the published value and the gap', () => {
  const [rank, linear] = cellsOf(correlated(-0.9));
  expect([rank!.title.text, linear!.title.text]).toEqual(['Spearman', 'Pearson']);
  expect(rank!.data.values).toEqual([
    {task: 'RACE', theirs: -0.977, ours: -0.9, low: -0.9, high: -0.9, text: '\u22120.900  (+0.077)', far: true},
    {task: 'C-Eval', theirs: -0.831, ours: -0.9, low: -0.9, high: -0.9, text: '\u22120.900  (\u22120.069)', far: true},
  ]);
  expect(linear!.data.values[0]).toEqual({
    task: 'RACE',
    theirs: -0.963,
    ours: -0.97,
    low: -0.97,
    high: -0.97,
    text: '\u22120.970  (\u22120.007)',
    far: false,
  });
});

test('over replicates the mean stands with the spread of one set of checkpoints, and is far only beyond twice that', () => {
  const study = correlated(-0.9);
  // Sixteen replicates with a standard deviation of 0.04, then of 0.004.
  for (const [mcse, far] of [
    [0.01, false],
    [0.001, true],
  ] as const) {
    const rate = {value: -0.92, mcse, n: 16};
    const curves = study.findings.curves.map((curve) => ({
      ...curve,
      rates: {...curve.rates!, correlations: {spearman: rate, pearson: rate}},
    }));
    const row = cellsOf({...study, findings: {...study.findings, curves}})[0]!.data.values[0]!;
    expect(row).toMatchObject({ours: -0.92, text: `\u22120.920 \u00b1 ${(4 * mcse).toFixed(3)}  (+0.057)`, far});
    expect(Number(row.high) - Number(row.low)).toBeCloseTo(16 * mcse, 10);
  }
});

test('a correlation that does not exist is a dash', () => {
  expect(cellsOf(correlated(null))[0]!.data.values[0]).toMatchObject({ours: null, text: '\u2013', far: false});
});

test('a table of real checkpoints and benchmarks that are not in table 2 are left out', () => {
  expect(correlationTable.draw(sampleTable(), 'en')).toEqual([]);
  const study = correlated(-0.9);
  const benchmarks = study.benchmarks.map((one) => ({...one, name: `my-${one.name}`}));
  expect(correlationTable.draw({...study, benchmarks}, 'en')).toEqual([]);
});
