import {expect, test} from 'vitest';
import {chanceOf} from '../../src/science/benchmark.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {CURVES} from '../../src/science/curves/registry.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';

test('names are unique in every registry', () => {
  for (const registry of [BENCHMARKS, CURVES, LAWS, METRICS, POPULATIONS, WORLDS] as const) {
    const names = registry.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('the 12 data sets have the published numbers of questions and chance levels', () => {
  const table = Object.fromEntries(BENCHMARKS.map((b) => [b.label, [b.questions, chanceOf(b)]]));
  expect(table).toEqual({
    TriviaQA: [11313, 0],
    HellaSwag: [10042, 0.25],
    RACE: [4934, 0.25],
    WinoGrande: [1267, 0.5],
    MMLU: [14042, 0.25],
    GSM8K: [1319, 0],
    'NLPCC-KBQA': [10613, 0],
    ClozeT: [938, 0.5],
    CLUEWSC: [508, 0.5],
    C3: [3816, 0.25],
    'C-Eval': [1346, 0.25],
    'GSM8K-Chinese': [1212, 0],
  });
});

test('chance of the Brier score is the uniform guess: 0.75 among four options, 0.1875 per option', () => {
  const mmlu = BENCHMARKS.find(({name}) => name === 'mmlu')!;
  const chance = Object.fromEntries(METRICS.map((metric) => [metric.name, metric.chance(mmlu)]));
  expect(chance).toMatchObject({accuracy: 0.25, correctChoiceProb: 0.25, brierScore: 0.75, brierPerOption: 0.1875});
});

test('the chance level of every metric is the value of its formula', () => {
  const values = (options: number, tokens: number): Readonly<Record<string, number>> => ({
    '0': 0,
    '1/K': 1 / options,
    '1 - 1/K': 1 - 1 / options,
    '(1 - 1/K) / K': (1 - 1 / options) / options,
    'ln(1/K)': -Math.log(options),
    T: tokens,
  });
  for (const {name, guess, chance, answers} of METRICS) {
    for (const [options, tokens] of [
      [2, 1],
      [5, 7],
    ] as const) {
      const answer = answers.includes('choice')
        ? ({kind: 'choice', options} as const)
        : ({kind: 'open', tokens} as const);
      const level = chance({answer});
      if (guess === null) expect(level, name).toBeNull();
      else expect(level, name).toBeCloseTo(values(options, tokens)[guess]!, 12);
    }
  }
});

test('the multiple-choice grade is the number of accuracy under a name and a source of its own', () => {
  const [grade, accuracy] = ['multipleChoiceGrade', 'accuracy'].map(
    (name) => METRICS.find((metric) => metric.name === name)!,
  );
  const mmlu = BENCHMARKS.find(({name}) => name === 'mmlu')!;
  const mean = () => 0.37;
  expect(grade!.read(mean, 100, mmlu)).toEqual(accuracy!.read(mean, 100, mmlu));
  expect(grade!.fidelities).toEqual(accuracy!.fidelities);
  expect([grade!.label.en === accuracy!.label.en, grade!.source === accuracy!.source]).toEqual([false, false]);
});
