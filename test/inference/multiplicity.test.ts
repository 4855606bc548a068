import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {SmoothNull} from '../../src/inference/evidence.ts';
import {adjustSmoothNulls, benjaminiHochberg, holm} from '../../src/inference/multiplicity.ts';
import answers from './fixtures/monotoneAnswers.json' with {type: 'json'};

const PROCEDURES = [
  ['holm', holm],
  ['benjaminiHochberg', benjaminiHochberg],
] as const;

const levels = fc.array(fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom(0, 0.01, 0.05, 1)), {
  maxLength: 40,
});

function nullOf(p: number): SmoothNull {
  return {
    p,
    null: 'gompertz',
    statistic: 1,
    resamples: 199,
    bootstrap: 'parametric',
    nulls: [],
    blind: 0.05,
    adjusted: null,
  };
}

describe.each(PROCEDURES)('adjusted p by %s', (name, adjust) => {
  test('is that of p.adjust of R, ties included', () => {
    for (const answer of answers.adjusted) {
      adjust(answer.p).forEach((value, i) => {
        expect(value).toBeCloseTo(answer[name][i]!, 14);
      });
    }
  });

  test('is never below p, never above 1, and rises with p', () => {
    fc.assert(
      fc.property(levels, (p) => {
        const adjusted = adjust(p);
        const order = [...p.keys()].sort((a, b) => p[a]! - p[b]!);
        order.forEach((place, rank) => {
          expect(adjusted[place]!).toBeGreaterThanOrEqual(p[place]! * (1 - 1e-15));
          expect(adjusted[place]!).toBeLessThanOrEqual(1);
          if (rank > 0) expect(adjusted[place]!).toBeGreaterThanOrEqual(adjusted[order[rank - 1]!]!);
        });
      }),
    );
  });

  test('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(levels, (p) => {
        expect(adjust(p.slice().reverse()).reverse()).toEqual(adjust(p));
      }),
    );
  });
});

describe('the smooth-null tests of a study', () => {
  const tested = [
    ['threshold', 'mmlu', 'accuracy', 0.01],
    ['threshold', 'c-eval', 'accuracy', 0.04],
    ['threshold', 'gsm8k', 'accuracy', null],
    ['smooth', 'mmlu', 'accuracy', 0.3],
    ['threshold', 'mmlu', 'brierScore', 0.02],
  ] as const;
  const findings = tested.map(([world, benchmark, metric, p]) => ({
    world,
    benchmark,
    metric,
    smoothNull: p === null ? null : nullOf(p),
  }));
  const adjusted = adjustSmoothNulls(findings);

  test('are adjusted over the benchmarks of one world and metric', () => {
    expect(adjusted[0]!.smoothNull!.adjusted).toEqual({holm: 0.02, falseDiscovery: 0.02});
    expect(adjusted[1]!.smoothNull!.adjusted).toEqual({holm: 0.04, falseDiscovery: 0.04});
  });

  test('stay as they are where a benchmark is alone or was not tested', () => {
    expect(adjusted.slice(2)).toEqual(findings.slice(2));
  });

  test('keep their order and everything else', () => {
    expect(adjusted.map(({benchmark}) => benchmark)).toEqual(findings.map(({benchmark}) => benchmark));
    expect({...adjusted[0]!.smoothNull!, adjusted: null}).toEqual(findings[0]!.smoothNull);
  });
});
