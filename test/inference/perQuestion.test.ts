import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {QuestionScores} from '../../src/engine/perQuestion.ts';
import {planOf} from '../../src/engine/plan.ts';
import {kendall} from '../../src/inference/classical/kendall.ts';
import {type Family, familyCorrelations} from '../../src/inference/perQuestion/chain.ts';
import {CORRELATION_GRID} from '../../src/inference/perQuestion/finding.ts';
import {perQuestion} from '../../src/inference/perQuestion/perQuestion.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {smallExperiment} from '../engine/experiment.ts';

/** tau-b from its definition, pair by pair. */
function slowKendall(x: Float64Array, y: Float64Array): number | null {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      score += dx * dy;
      untiedX += dx * dx;
      untiedY += dy * dy;
    }
  }
  return untiedX > 0 && untiedY > 0 ? score / Math.sqrt(untiedX * untiedY) : null;
}

describe("Kendall's tau-b", () => {
  // scipy.stats.kendalltau(x, y, variant='b'), SciPy 1.17.1.
  test.each([
    [[1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 6, 5, 7], 0.7142857142857143],
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316],
    [[1, 1, 2, 2, 3, 3, 4, 4, 5, 5], [3, 1, 1, 2, 2, 5, 5, 4, 4, 4], 0.4810511993647416],
    [Array.from({length: 15}, (_, i) => i), [0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1], 0.42497017220778444],
  ])('of %j and %j is the number of SciPy', (x, y, want) => {
    expect(kendall(Float64Array.from(x), Float64Array.from(y))).toBeCloseTo(want, 14);
  });

  test('counts pairs as its definition does, ties and all', () => {
    const column = fc.array(fc.integer({min: -3, max: 3}), {minLength: 2, maxLength: 40});
    fc.assert(
      fc.property(column, column, (a, b) => {
        const n = Math.min(a.length, b.length);
        const [x, y] = [Float64Array.from(a.slice(0, n)), Float64Array.from(b.slice(0, n))];
        const want = slowKendall(x, y);
        if (want === null) expect(kendall(x, y)).toBeNull();
        else expect(kendall(x, y)).toBeCloseTo(want, 13);
      }),
      {seed: 5, numRuns: 400},
    );
  });
});

const COMPUTE = [1e18, 1e19, 1e20, 1e21, 1e22];
const FAMILY: Family = {name: 'made', points: [0, 1, 2, 3, 4], compute: COMPUTE};

/** Scores of some questions, all four scores of each from one row. */
function scoresOf(rows: readonly (readonly number[])[]): QuestionScores {
  const values = Float32Array.from(rows.flat());
  return {
    questions: rows.length,
    points: rows[0]!.length,
    logVocabulary: values,
    probability: values,
    brier: values,
    correct: values,
  };
}

describe('the correlations of single questions', () => {
  const rows = [
    [1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1],
    [1, 1, 1, 1, 1],
    [0, 0, 0, 1, 1],
  ];
  const found = familyCorrelations(scoresOf(rows), FAMILY);

  test('are summarised by median, share above 0.75 and share of constant scores, the Brier score turned', () => {
    const [pearson, spearman, kendalls] = found.chains;
    // Correlations with five equal steps: 1, -1, none, and that of a split in three and two.
    const split = {pearson: 3 / Math.sqrt(12), spearman: 3 / Math.sqrt(12), kendall: 6 / Math.sqrt(60)};
    for (const [chain, value] of [
      [pearson!, split.pearson],
      [spearman!, split.spearman],
      [kendalls!, split.kendall],
    ] as const) {
      const [up, , brier] = chain.scores;
      expect(up!.constant).toBe(0.25);
      expect(up!.median).toBeCloseTo(value / 2, 12);
      expect(brier!.median).toBeCloseTo(-value / 2, 12);
      expect(up!.above).toBe(0.25 + (value > 0.75 ? 0.25 : 0));
      expect(brier!.above).toBe(0.25);
    }
  });

  test('are kept as the share above each place of a grid, from all but the lowest to none', () => {
    const {exceeding} = found.chains[1]!.scores[0]!;
    expect(exceeding.length).toBe(CORRELATION_GRID.length);
    expect([exceeding[0], exceeding.at(-1)]).toEqual([0.75, 0]);
    expect(exceeding[CORRELATION_GRID.indexOf(0)]).toBe(0.5);
  });

  test('read the points of their family alone, in whatever order', () => {
    const mixed = scoresOf(rows.map(([a, b, c, d, e]) => [e!, 7, c!, a!, 0, b!, d!]));
    const family = {...FAMILY, points: [3, 5, 2, 6, 0]};
    expect(familyCorrelations(mixed, family)).toEqual(found);
  });

  test('know the published order only where every step of it holds', () => {
    const score = (lag: number) => Float32Array.from([0, 1, 2, 3, 4].map((i) => (i < lag ? lag - i : i)));
    const chain = (lags: readonly [number, number, number, number]) => {
      const [logVocabulary, probability, brier, correct] = lags.map(score);
      const turned = brier!.map((value) => -value);
      const all = {questions: 1, points: 5, logVocabulary, probability, brier: turned, correct} as QuestionScores;
      return familyCorrelations(all, FAMILY).chains.map(({ordered}) => ordered.byMedian);
    };
    expect(chain([0, 2, 2, 3])).toEqual([true, true, true]);
    expect(chain([0, 0, 2, 3])).toEqual([false, false, false]);
    expect(chain([0, 3, 2, 4])).toEqual([false, false, false]);
    expect(chain([0, 2, 3, 3])).toEqual([false, false, false]);
  });
});

test('families with fewer than four checkpoints, and open answers, say nothing', () => {
  const {runs} = POPULATIONS.find(({name}) => name === 'du2024-small')!;
  const few = runs.filter(({family}) => family === '300M').slice(0, 3);
  const enough = runs.filter(({family}) => family === '6B');
  const plan = planOf(
    smallExperiment({runs: [...few, ...enough], benchmarks: ['winogrande', 'gsm8k'], questions: 200}),
  );
  const families = perQuestion(plan, 0, 0);
  expect(families.map(({family, points, questions}) => [family, points, questions])).toEqual([['6B', 4, 200]]);
  expect(perQuestion(plan, 0, 1)).toEqual([]);
});
