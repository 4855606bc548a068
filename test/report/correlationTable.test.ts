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
    {task: 'RACE', theirs: -0.977, ours: -0.9, text: '\u22120.900  (+0.077)', far: true},
    {task: 'C-Eval', theirs: -0.831, ours: -0.9, text: '\u22120.900  (\u22120.069)', far: true},
  ]);
  expect(linear!.data.values[0]).toEqual({
    task: 'RACE',
    theirs: -0.963,
    ours: -0.97,
    text: '\u22120.970  (\u22120.007)',
    far: false,
  });
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
