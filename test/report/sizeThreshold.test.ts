import {expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {sizeThreshold} from '../../src/report/figures/sizeThreshold.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import type {ScoreRow, Study} from '../../src/report/study.ts';
import {sampleLengths} from './sampleLengths.ts';
import {sampleStudy} from './sampleStudy.ts';

interface Cell {
  readonly title: {readonly text: string; readonly subtitle?: string};
  readonly layer: ReadonlyArray<{readonly data: {readonly values: ReadonlyArray<Record<string, number | string>>}}>;
}

/** Sizes at several budgets under a loss law, scored 25 % in every cell. */
function sized(loss: string, tokens = '[1.25e11, 3e12]'): Study {
  const grid = `population: {grid: {params: {from: 3e8, to: 3e10, count: 4}, tokens: ${tokens}}}`;
  const text = `name: a\n${grid}\nloss: ${loss}\nbenchmarks: [mmlu]\nworlds: [threshold-2.2, smooth]\nmetrics: [accuracy]\n`;
  const {experiment} = parseConfig(text, {figures: []});
  const base = sampleStudy({worlds: ['threshold', 'smooth'], benchmarks: ['mmlu'], metrics: ['accuracy']});
  const [template] = base.scores;
  const scores = experiment.worlds.flatMap(({name: world}) =>
    experiment.population.runs.map((run): ScoreRow => {
      const {family, name, params, tokens: seen} = run;
      return {...template!, world, family, run: name, params, tokens: seen, value: 0.25, standardError: 0.01};
    }),
  );
  const [planted, smooth] = base.findings.curves;
  const curves = [{...planted!, world: 'threshold-2.2', truth: {onset: 2.13, width: 0}}, smooth!];
  return {...base, ...partsOf(experiment), scores, findings: {...base.findings, curves}};
}

const cellOf = (study: Study, i: number): Cell =>
  (sizeThreshold.draw(study, 'en')[i]!.spec as unknown as {concat: Cell[]}).concat[0]!;

test('a rule for each number of tokens stands at the size at which equation 5 puts the planted threshold', () => {
  const {title, layer} = cellOf(sized('du2024-finals'), 0);
  const rules = layer[1]!.data.values;
  expect(rules.map(({tokens}) => tokens)).toEqual(['125B', '3T']);
  for (const [i, billions] of [6.1, 1.76].entries()) {
    expect(Math.abs(Number(rules[i]!.x) / (1e9 * billions) - 1)).toBeLessThan(0.02);
  }
  expect(title.subtitle).toMatch(/^η = 2.130: N\* = 6\.\d+B, 1\.7\d+B$/);
  expect(layer[2]!.data.values.length).toBe(8);
});

test('without a planted threshold the rules stand where the paper puts it', () => {
  expect(cellOf(sized('du2024-finals'), 1).title.subtitle).toMatch(/^η = 2.200: /);
});

test('a threshold that no size crosses has no rule', () => {
  const {title, layer} = cellOf(sized('{preset: du2024-finals, E: 1.93}'), 0);
  expect(layer[1]!.data.values.map(({tokens}) => tokens)).toEqual(['3T']);
  expect(title.subtitle).toMatch(/N\* = ∞, /);
});

test('nothing is drawn where size at fixed tokens has no such law, runs are drawn in mid-training, or budgets are too many', () => {
  expect(sizeThreshold.draw(sized('du2024'), 'en')).toEqual([]);
  expect(sizeThreshold.draw(sized('du2024-finals', '{from: 1e11, to: 3e12, count: 6}'), 'en')).toEqual([]);
  expect(sizeThreshold.draw(sampleStudy(), 'en')).toEqual([]);
  expect(sizeThreshold.draw(sampleLengths(), 'en')).toEqual([]);
});

test('the caption says how many benchmarks there was no room for', () => {
  const study = sized('du2024-finals');
  const captionOf = (one: Study): string => sizeThreshold.draw(one, 'en')[0]!.caption;
  const many = Array.from({length: 14}, (_, i) => ({...study.benchmarks[0]!, name: i === 0 ? 'mmlu' : `more-${i}`}));
  expect(captionOf({...study, benchmarks: many})).toBe(
    `${captionOf(study)} Drawn: the first 12 of 14 benchmarks; all stand in the tables.`,
  );
});
