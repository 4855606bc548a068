import {expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {lossAxis} from '../../src/report/axes.ts';
import {lossName} from '../../src/report/axisNames.ts';
import {rulers} from '../../src/report/figures/rulers.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import {paperOnset} from '../../src/report/paperOnset.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';

const RUNS = ['A', 'B'].map((family) => `{family: ${family}, name: r, params: 6e9, tokens: 3e12, checkpoints: 20}`);
const WORLDS = '[threshold, {world: threshold, axis: normalisedLoss}, {world: smooth, axis: normalisedLoss}, smooth]';
const RULERS = 'rulers: {A: {unigram: 7.2}, B: {offset: 0.25, unigram: 7.45}}';

/** A study of two families whose scores all lie at one loss, as printed by A, on either axis. */
function familiesStudy(worlds = WORLDS): Study {
  const text = `name: a\npopulation: {runs: [${RUNS.join(', ')}]}\nbenchmarks: [mmlu]\nmetrics: [accuracy]\n${RULERS}\nworlds: ${worlds}\n`;
  const {experiment} = parseConfig(text, {figures: []});
  const base = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
  const scores = experiment.worlds.flatMap(({name: world, axis}) =>
    base.scores.map((row, i) => {
      const loss = axis ? row.loss - 7.2 : row.loss;
      return {...row, world, family: i % 2 ? 'A' : 'B', run: 'r', loss};
    }),
  );
  const [curve] = base.findings.curves;
  const curves = experiment.worlds.map(({name: world}) => ({...curve!, world}));
  return {...base, ...partsOf(experiment), scores, paper: [], findings: {...base.findings, curves}};
}

interface Cell {
  readonly title: {readonly subtitle: string};
  readonly layer: ReadonlyArray<{
    readonly data?: {readonly values: ReadonlyArray<Record<string, number | string>>};
    readonly mark: {readonly type: string; readonly strokeDash?: readonly number[]};
  }>;
}

const cellsOf = (study: Study, i = 0): readonly Cell[] =>
  (rulers.draw(study, 'en')[i]!.spec as unknown as {concat: Cell[]}).concat;

test('a world on both losses is drawn side by side, once for each truth, in either order', () => {
  const study = familiesStudy();
  expect(rulers.draw(study, 'en').map(({id}) => id)).toEqual(['rulers-threshold', 'rulers-smooth']);
  for (const i of [0, 1]) {
    expect(cellsOf(study, i).map(({title}) => title.subtitle)).toEqual([
      'against the loss as each family prints it',
      'against the loss less the entropy of unigrams',
    ]);
  }
});

test('the dotted rules of the families stand at their own onsets: apart on the printed loss, together on the normalised one', () => {
  const rulesOf = ({layer}: Cell) =>
    layer.find(({data}) => data?.values.some((value) => 'at' in value && value.series === 'A'))?.data?.values;
  const [printed, normalised] = cellsOf(familiesStudy());
  expect(rulesOf(printed!)).toEqual([
    {at: 2.107, series: 'A'},
    {at: 2.357, series: 'B'},
  ]);
  expect(rulesOf(normalised!)).toEqual([
    {at: -5.093, series: 'A'},
    {at: -5.093, series: 'B'},
  ]);
  for (const cell of cellsOf(familiesStudy(), 1)) expect(rulesOf(cell)).toBeUndefined();
});

test('each world has the axis, the name of it and the label of the loss that it is laid against', () => {
  const study = familiesStudy();
  const [low, high] = lossAxis(study, 'threshold').domain;
  expect(low).toBeGreaterThan(0);
  expect(lossAxis(study, 'threshold-normalised').domain[1]).toBeLessThan(0);
  expect(high).toBeGreaterThan(2.5);
  expect(lossName(study, 'en', 'threshold-normalised')).toBe('normalised loss');
  expect(lossName(study, 'en', 'threshold')).toBe('training loss');
  expect(study.worlds.map(({label}) => label.en)).toEqual([
    'threshold',
    'threshold, normalised loss',
    'smooth, normalised loss',
    'smooth',
  ]);
  expect(paperOnset(study, 'mmlu')).toBeUndefined();
});

test('nothing is drawn without rulers, or of worlds on one loss alone', () => {
  expect(rulers.draw(sampleStudy(), 'en')).toEqual([]);
  expect(rulers.draw(familiesStudy('[threshold, smooth]'), 'en')).toEqual([]);
});
