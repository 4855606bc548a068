import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {NAMES} from '../../src/node/names.ts';
import {FORMS} from '../../src/report/quantities/forms.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import type {Samples} from '../../src/report/samples.ts';
import {scorecardRows} from '../../src/report/scorecard/rows.ts';
import {distanceText, numberCells, reasonsOf, scorecardLine, valueText} from '../../src/report/scorecard/texts.ts';
import type {TrajectoryRow} from '../../src/report/study.ts';
import {REFERENCE_LISTS} from '../../src/science/reference/registry.ts';
import {sampleStudy} from './sampleStudy.ts';

const SCORES = [
  [0.25, 0.27, 0.4, 0.5],
  [0.26, 0.28, 0.44, 0.52],
];
const LOSSES = [
  [2.4, 2.3, 2.06, 1.9],
  [2.41, 2.31, 2.07, 1.92],
];

/** Two replicates of one curve with four checkpoints of one run. */
const samples: Samples = {
  losses: LOSSES.map((one) => Float64Array.from(one)),
  curves: [
    {world: 'threshold', benchmark: 'mmlu', metric: 'accuracy', values: SCORES.map((one) => Float64Array.from(one))},
  ],
};

const sample = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
const trajectories = [1, 2, 3, 4].map(
  (billions) => ({run: '1.5B', params: 1.5e9, tokens: billions * 1e11}) as TrajectoryRow,
);
const study = {...sample, samples, trajectories};
const CURVE = {world: 'threshold', benchmark: 'mmlu', metric: 'accuracy'};

function measured(name: string, of: Record<string, string | number>) {
  return QUANTITIES.find((quantity) => quantity.name === name)!.measure(study, of);
}

/** Rows of one reference to the median between 2 and 2.1, which is 0.42 with a standard error of 0.02. */
function rowOf(paper: number, tolerance: number) {
  const of = {...CURVE, low: 2, high: 2.1};
  const reference = {id: 'a', source: 'b', quantity: 'medianScore', of, paper, tolerance, note: null};
  return scorecardRows({...study, experiment: {...study.experiment!, references: [reference]}})[0]!;
}

describe('quantities', () => {
  test('are the forms that configs know, each once', () => {
    expect(QUANTITIES.map(({name}) => name).sort()).toEqual(Object.keys(FORMS).sort());
  });

  test('give the mean over replicates with its standard error', () => {
    const {value, error} = measured('medianScore', {...CURVE, low: 2, high: 2.1})!;
    expect(value).toBeCloseTo(0.42, 12);
    expect(error).toBeCloseTo(0.02, 12);
  });

  test('give nothing where no checkpoint lies in a bin', () => {
    expect(measured('medianScore', {...CURVE, low: 1, high: 1.1})).toBeNull();
  });

  test('take the median of the middle two of an even number of checkpoints', () => {
    expect(measured('medianScore', {...CURVE, low: 2.2, high: 2.5})!.value).toBeCloseTo((0.26 + 0.27) / 2, 12);
  });

  test('correlate score with loss: scores that only rise as the loss falls have rank correlation -1', () => {
    expect(measured('spearman', CURVE)).toEqual({value: -1, error: 0});
    expect(measured('pearson', CURVE)!.value).toBeLessThan(-0.97);
  });

  test('read the last checkpoint of a run', () => {
    expect(measured('finalLoss', {run: '1.5B'})!.value).toBeCloseTo(1.91, 12);
  });
});

describe('a row', () => {
  test('is met exactly up to the tolerance and two Monte Carlo standard errors', () => {
    // 0.42 - 0.01 - 2 x 0.02
    expect(rowOf(0.3701, 0.01).ok).toBe(true);
    expect(rowOf(0.3699, 0.01).ok).toBe(false);
  });

  test('is not met where the study lacks what it needs', () => {
    const reference = {
      id: 'a',
      source: 'b',
      quantity: 'finalLoss',
      of: {run: 'none'},
      paper: 2,
      tolerance: 9,
      note: null,
    };
    const [row] = scorecardRows({...study, experiment: {...study.experiment!, references: [reference]}});
    expect([row!.simulated, row!.ok]).toEqual([null, false]);
  });
});

describe('the texts', () => {
  test('print fractions in percent and their differences in points', () => {
    expect([999.5, 2096.116, 381190.566, 1.614e7].map((value) => valueText(value, 'none'))).toEqual([
      '999.500',
      '2096',
      '381200',
      '1.614e7',
    ]);
    expect([valueText(0.254, 'fraction'), distanceText(-0.0031, 'fraction', 'en')]).toEqual([
      '25.40\u00a0%',
      '\u22120.31 pp',
    ]);
  });

  test('print tolerances as they are, however small', () => {
    const printed = [0.05, 0.0005, 5e-6].map(
      (tolerance) => numberCells({...rowOf(1, tolerance), unit: 'nats'}, 'en')[3],
    );
    expect(printed).toEqual(['0.050', '0.0005', '0.000005']);
    expect(numberCells(rowOf(0.42, 0.003), 'en')[3]).toBe('0.30 pp');
  });

  test('say in a line how many are met and name some that are not', () => {
    const rows = [rowOf(0.42, 0), {...rowOf(0, 0), id: 'far'}];
    expect(scorecardLine(rows, 'en')).toBe('1 of 2 published numbers met; not met: far');
    expect(scorecardLine(rows, 'zh')).toBe('2 个已发表数字中 1 个符合；不符合：far');
    expect(scorecardLine([], 'en')).toBeNull();
  });

  test('give each explanation once with the rows it is about, and none of rows that are met', () => {
    const note = {en: 'why', zh: '原因'};
    const rows = [
      {...rowOf(0, 0), id: 'one', note},
      {...rowOf(0, 0), id: 'two', note},
      {...rowOf(0.42, 0), id: 'three', note},
    ];
    expect(reasonsOf(rows, 'en')).toEqual(['one, two: why']);
  });
});

describe('lists of published numbers', () => {
  const references = REFERENCE_LISTS.flatMap((list) => list.references);

  test('name quantities with their keys and nothing else', () => {
    for (const {quantity, of} of references) {
      const form = NAMES.quantities.find(({name}) => name === quantity)!;
      const needed = Object.entries(form.of).filter(([, {optional}]) => !optional);
      expect(Object.keys(form.of)).toEqual(expect.arrayContaining(Object.keys(of)));
      expect(Object.keys(of)).toEqual(expect.arrayContaining(needed.map(([key]) => key)));
    }
  });

  test('have unique names and ids, and tolerances above 0', () => {
    expect(new Set(references.map(({id}) => id)).size).toBe(references.length);
    expect(new Set(REFERENCE_LISTS.map(({name}) => name)).size).toBe(REFERENCE_LISTS.length);
    for (const {id, tolerance} of references) expect([id, tolerance > 0]).toEqual([id, true]);
  });

  test('give a study only the numbers about its own benchmarks', () => {
    const {experiment} = parseConfig(
      'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nworlds: [smooth]\nmetrics: [exactStringMatch]\nreferences: [du2024-table2]',
      NAMES,
    );
    expect(experiment.references.map(({id}) => id)).toEqual(['table2-gsm8k-spearman', 'table2-gsm8k-pearson']);
    expect(experiment.references[0]!.of.world).toBe('smooth');
  });
});
