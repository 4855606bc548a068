import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {planOf} from '../../src/engine/plan.ts';
import {trajectories} from '../../src/engine/simulate.ts';
import {NAMES} from '../../src/node/names.ts';
import {sizesOf, taskScores} from '../../src/report/emergence.ts';
import type {Drawing} from '../../src/report/figure.ts';
import {emergenceScores} from '../../src/report/figures/emergenceScores.ts';
import {sampleCorrelations} from '../../src/report/figures/sampleCorrelations.ts';
import type {ScoreRow, Study} from '../../src/report/study.ts';
import {ROOT} from '../house/sources.ts';
import {sampleStudy} from './sampleStudy.ts';
import {withQuestions} from './variants.ts';

interface Cell {
  readonly title: {readonly text: string; readonly subtitle: string};
  readonly layer: ReadonlyArray<{readonly data: {readonly values: ReadonlyArray<Record<string, number | string>>}}>;
}

const cellsOf = ({spec}: Drawing): readonly Cell[] => (spec as unknown as {concat: Cell[]}).concat;

describe('the figure of single questions', () => {
  const drawings = sampleCorrelations.draw(withQuestions(), 'en');

  test('has a drawing for each world and a panel for each benchmark and family', () => {
    expect(drawings.map(({id}) => id)).toEqual(['sample-correlations-threshold', 'sample-correlations-smooth']);
    const titles = cellsOf(drawings[0]!).map(({title}) => title.text);
    expect(titles).toEqual(['MMLU · pythia', 'MMLU · olmo', 'C-Eval · pythia', 'C-Eval · olmo']);
  });

  test('draws four scores over the whole grid, in percent, and prints their shares above 0.75', () => {
    const {layer, title} = cellsOf(drawings[0]!)[0]!;
    const rows = layer[1]!.data.values;
    expect(rows.length).toBe(4 * 41);
    expect(new Set(rows.map(({score}) => score)).size).toBe(4);
    expect(rows[0]).toMatchObject({correlation: -1, share: 100});
    expect(title.subtitle).toBe('> 0.75: 74 / 32 / 26 / 0 %');
  });

  test('counts the pairs that show the published order', () => {
    const caption = drawings[0]!.caption;
    expect(caption).toContain('of 4 pairs of family and benchmark');
    expect(caption).toContain('by the median in 3 (Pearson), 3 (Spearman), 3 (Kendall)');
    expect(caption).toContain('above 0.75 in 4 (Pearson), 0 (Spearman), 0 (Kendall)');
  });

  test('is not there where no question was followed', () => {
    expect(sampleCorrelations.draw(sampleStudy(), 'en')).toEqual([]);
  });
});

/** A study with one row per size, whose scores are given by size for each benchmark. */
function tasks(values: Readonly<Record<string, readonly number[]>>, metric: 'accuracy' | 'brierScore'): Study {
  const study = sampleStudy({worlds: ['smooth'], benchmarks: Object.keys(values), metrics: [metric]});
  const row = study.scores[0]!;
  const scores = Object.entries(values).flatMap(([benchmark, list]) =>
    // The largest model stands first, and a shorter run of the same size must not count.
    list.flatMap((value, i): ScoreRow[] => [
      {...row, benchmark, metric, params: 10 ** i, tokens: 2, value},
      {...row, benchmark, metric, params: 10 ** i, tokens: 1, value: 0.9},
    ]),
  );
  return {...study, scores: scores.reverse()};
}

describe('the emergence scores of tasks', () => {
  const values = {
    mmlu: [0.2, 0.3, 0.4, 0.5],
    'c-eval': [0, 0, 0, 0.5],
    race: [0.5, 0.4, 0.3, 0.25],
    c3: [0.3, 0.3, 0.3, 0.3],
  };

  test('follow the size of the model, whatever the order of rows, and take the longest run of each', () => {
    const study = tasks(values, 'accuracy');
    expect(sizesOf(study)).toBe(4);
    const scores = Object.fromEntries(taskScores(study, 'smooth').map(({benchmark, score}) => [benchmark, score]));
    expect(scores.mmlu).toBeCloseTo(3, 12);
    expect(scores['c-eval']).toBe(Number.POSITIVE_INFINITY);
    expect(scores.race).toBeCloseTo(-2.5, 12);
    // A score that never moves has none.
    expect('c3' in scores).toBe(false);
  });

  test('are turned where lower is better', () => {
    const scores = Object.fromEntries(
      taskScores(tasks(values, 'brierScore'), 'smooth').map(({benchmark, score}) => [benchmark, score]),
    );
    expect(scores.mmlu).toBeCloseTo(-3, 12);
    expect(scores['c-eval']).toBe(Number.NEGATIVE_INFINITY);
    expect(scores.race).toBeCloseTo(2.5, 12);
  });

  test('are drawn as strips with the share above the cut, endless ones counted and at the right end', () => {
    const [drawing] = emergenceScores.draw(tasks(values, 'accuracy'), 'en');
    const [boxes, , , points, shares] = cellsOf(drawing!)[0]!.layer.map(({data}) => data.values);
    expect(boxes!.length).toBe(1);
    expect(points!.length).toBe(3);
    const places = Object.fromEntries(points!.map(({task, place}) => [task, place as number]));
    expect(places.MMLU).toBe(3);
    expect(places['C-Eval']).toBeGreaterThan(100);
    expect(places.RACE).toBeLessThan(1);
    expect(shares!.map(({text}) => text)).toEqual(['33\u00a0% above 100']);
    expect(drawing!.caption).toContain('A straight line over these sizes scores 3');
  });

  test('of the config for Fig 5 stand in the order of the loss: there no training run disturbs the order of sizes', () => {
    const file = readFileSync(join(ROOT, 'configs/schaeffer2023/fig5.yaml'), 'utf8');
    const plan = planOf(parseConfig(file, NAMES).experiment);
    const {observed} = trajectories(plan)(0);
    const params = plan.points.map(({run}) => plan.experiment.population.runs[run]!.params);
    expect(params).toEqual([...params].sort((a, b) => a - b));
    expect(Array.from(observed)).toEqual(Array.from(observed).sort((a, b) => b - a));
  });

  test('are not drawn for two tasks', () => {
    expect(emergenceScores.draw(sampleStudy(), 'en')).toEqual([]);
  });
});
