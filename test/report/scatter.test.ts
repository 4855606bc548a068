import {expect, test} from 'vitest';
import {performanceVsLoss} from '../../src/report/figures/performanceVsLoss.ts';
import {scatterOf} from '../../src/report/scatter.ts';
import {sampleStudy} from './sampleStudy.ts';

const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu', 'c-eval'], metrics: ['accuracy']});
const [curve] = study.findings.curves;
const line = {...curve!, fitted: {loss: [2.2, 2, 1.8], value: [0, 0.2, 0.6]}};

test('scatter is the root mean square distance from the fitted curve, straight between its points', () => {
  const rows = [
    {loss: 2.1, value: 0.1 + 0.03},
    {loss: 1.9, value: 0.4 - 0.04},
    {loss: 2, value: 0.2},
  ];
  expect(scatterOf(line, rows)).toBeCloseTo(Math.sqrt((0.03 ** 2 + 0.04 ** 2) / 3), 12);
});

test('points beyond the losses that were fitted are left out, and without a fit there is no scatter', () => {
  const inside = {loss: 1.8, value: 0.61};
  expect(scatterOf(line, [inside, {loss: 1.7, value: 3}, {loss: 2.3, value: -3}])).toBeCloseTo(0.01, 12);
  expect(scatterOf(line, [{loss: 3, value: 0}])).toBeNull();
  expect(scatterOf({...line, fitted: {loss: [], value: []}}, [inside])).toBeNull();
});

test('the caption of performance against loss gives the scatter of every benchmark in points, in both languages', () => {
  for (const [language, word] of [
    ['en', 'Scatter about the fitted curves'],
    ['zh', '围绕拟合曲线的离散程度'],
  ] as const) {
    const {caption} = performanceVsLoss.draw(study, language)[0]!;
    expect(caption).toContain(word);
    for (const {label} of study.benchmarks) expect(caption).toMatch(new RegExp(`${label} \\d+\\.\\d`));
  }
});

test('finished models of a family are joined, and the caption says what the paper counts otherwise', () => {
  const {population} = study.experiment!;
  const runs = population.runs.flatMap((run) =>
    [1, 2, 3].map((i) => ({
      ...run,
      id: `${run.name}/${i}`,
      family: run.name,
      name: `${run.name}-${i}`,
      checkpoints: [i],
    })),
  );
  const small = {...study, experiment: {...study.experiment!, population: {...population, name: 'du2024-small', runs}}};
  const marksOf = (one: typeof study): readonly string[] => {
    const {spec} = performanceVsLoss.draw(one, 'en')[0]!;
    const {concat} = spec as unknown as {concat: ReadonlyArray<{layer: ReadonlyArray<{mark: {type: string}}>}>};
    return concat[0]!.layer.map(({mark}) => mark.type);
  };
  expect(marksOf(small)).toContain('line');
  expect(marksOf(study)).not.toContain('line');
  expect(performanceVsLoss.draw(small, 'en')[0]!.caption).toMatch(/finished models of a family.*six points of 1B/);
  expect(performanceVsLoss.draw(study, 'en')[0]!.caption).not.toContain('1B');
});
