import {describe, expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {messages, SOUND} from './messages.ts';

const NAMES = WORLDS.map(({name}) => name).join(', ');
const run = (rest: string) => `name: a\nbenchmarks: [mmlu]\npopulation: {runs: [{name: r, params: 1e9, ${rest}}]}\n`;

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an unknown key, with the nearest',
    `${SOUND}replicate: 3\n`,
    [
      "a.yaml:4:1: replicate: unknown key (got replicate); allowed: name, question, seed, replicates, resamples, population, loss, rulers, noise, benchmarks, worlds, metrics, recover, sampling, fidelity, figures, references, verdict; did you mean 'replicates'?",
    ],
  ],
  [
    'a misspelt key that is required, once',
    'name: a\npopulaton: du2024-large\nbenchmarks: [mmlu]\n',
    [
      "a.yaml:2:1: populaton: unknown key (got populaton); allowed: name, question, seed, replicates, resamples, population, loss, rulers, noise, benchmarks, worlds, metrics, recover, sampling, fidelity, figures, references, verdict; did you mean 'population'?",
    ],
  ],
  [
    'a text with control characters, which the message leaves out',
    `${SOUND}question: "a\\e[31mb"\n`,
    ['a.yaml:4:11: question: a text holds no control characters (got ab)'],
  ],
  ['a missing key', 'name: a\nbenchmarks: [mmlu]\n', ['a.yaml:1:1: population: the key population is missing']],
  [
    'a list where a number is due',
    `${SOUND}replicates: [3]\n`,
    ['a.yaml:4:1: replicates: expected a number (got [3])'],
  ],
  ['half a replicate', `${SOUND}replicates: 1.5\n`, ['a.yaml:4:13: replicates: expected a whole number (got 1.5)']],
  ['no replicate', `${SOUND}replicates: 0\n`, ['a.yaml:4:13: replicates: must be at least 1 (got 0)']],
  [
    'text where a mapping is due',
    `${SOUND}verdict: strict\n`,
    ['a.yaml:4:10: verdict: expected a mapping (got strict)'],
  ],
  [
    'a name where a list is due',
    'name: a\npopulation: du2024-large\nbenchmarks: mmlu\n',
    ['a.yaml:3:13: benchmarks: expected a list (got mmlu)'],
  ],
  ['an empty list', `${SOUND}metrics: []\n`, ['a.yaml:4:1: metrics: must not be empty (got [])']],
  [
    'a wrong kind in a list of names or mappings',
    `${SOUND}worlds: [7]\n`,
    [`a.yaml:4:10: worlds[0]: expected a name or a mapping (got 7); allowed: ${NAMES}`],
  ],
  [
    'an unknown name, with the nearest',
    `${SOUND}worlds:\n  - smooth\n  - treshold\n`,
    [`a.yaml:6:5: worlds[1]: unknown name (got treshold); allowed: ${NAMES}; did you mean 'threshold'?`],
  ],
  [
    'an unknown form of a loss law',
    `${SOUND}loss: {form: chinchila}\n`,
    [
      `a.yaml:4:14: loss.form: unknown name (got chinchila); allowed: ${LAWS.map(({name}) => name).join(', ')}; did you mean 'chinchilla'?`,
    ],
  ],
  [
    'a parameter of another law',
    `${SOUND}loss: {form: chinchilla, Nc: 3}\n`,
    ['a.yaml:4:26: loss.Nc: unknown key (got Nc); allowed: form, E, A, alpha, B, beta, delta'],
  ],
  [
    'a loss below its bound',
    `${SOUND}loss: {preset: du2024, E: -1}\n`,
    ['a.yaml:4:27: loss.E: must be at least 0 (got -1)'],
  ],
  [
    'an infinite number',
    `${SOUND}noise: {run: .inf}\n`,
    ['a.yaml:4:14: noise.run: expected a finite number (got Infinity)'],
  ],
  ['not a number', `${SOUND}noise: {run: .nan}\n`, ['a.yaml:4:14: noise.run: expected a finite number (got NaN)']],
  ['a switch that is not off', `${SOUND}noise: on\n`, ['a.yaml:4:8: noise: unknown name (got on); allowed: off']],
  [
    'a fidelity that is misspelt',
    `${SOUND}fidelity: surogate\n`,
    [
      "a.yaml:4:11: fidelity: unknown name (got surogate); allowed: items, surrogate, expected; did you mean 'surrogate'?",
    ],
  ],
  [
    'a name with a folder in it',
    'name: ../a\npopulation: du2024-large\nbenchmarks: [mmlu]\n',
    [
      'a.yaml:1:7: name: a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__ (got ../a)',
    ],
  ],
  [
    'the reserved name',
    'name: gallery\npopulation: du2024-large\nbenchmarks: [mmlu]\n',
    [
      'a.yaml:1:7: name: a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__ (got gallery)',
    ],
  ],
  [
    'the name of every prototype',
    'name: __proto__\npopulation: du2024-large\nbenchmarks: [{preset: mmlu, name: __proto__}]\n',
    [
      'a.yaml:1:7: name: a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__ (got __proto__)',
      'a.yaml:3:35: benchmarks[0].name: a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__ (got __proto__)',
    ],
  ],
  [
    'the key of every prototype among names',
    `${SOUND}worlds: [{world: threshold, benchmarks: {__proto__: {eta: 1}}}]\n`,
    ['a.yaml:4:42: worlds[0].benchmarks.__proto__: unknown key (got __proto__)'],
  ],
  [
    'the key of every prototype among known keys, once',
    `${SOUND}noise: {__proto__: 1}\n`,
    [
      'a.yaml:4:9: noise.__proto__: unknown key (got __proto__); allowed: run, checkpoint, correlation, evaluation, evaluationCorrelation, loss',
    ],
  ],
  ['negative tokens', run('tokens: -5'), ['a.yaml:3:52: population.runs[0].tokens: must be greater than 0 (got -5)']],
  [
    'a number that loses digits',
    run('tokens: 9007199254740993'),
    ['a.yaml:3:52: population.runs[0].tokens: the number cannot be kept exactly (got 9007199254740993)'],
  ],
  [
    'a number beyond all numbers',
    run('tokens: 1e999'),
    ['a.yaml:3:52: population.runs[0].tokens: expected a finite number (got Infinity)'],
  ],
  [
    'a whole number beyond all numbers',
    run(`tokens: ${'1'.repeat(400)}`),
    ['a.yaml:3:52: population.runs[0].tokens: expected a finite number (got Infinity)'],
  ],
  [
    'a spread that leaves high accuracies out of reach',
    'name: a\npopulation: du2024-large\nbenchmarks: [{preset: mmlu, spread: 2.6}]\n',
    ['a.yaml:3:37: benchmarks[0].spread: must be at most 2.5 (got 2.6)'],
  ],
  [
    'confidence outside the table of probabilities',
    'name: a\npopulation: du2024-large\nbenchmarks:\n  - preset: mmlu\n    confidence:\n' +
      '      early: {size: 1.5, middle: 2.5, scale: 0.05}\n      learned: [[-1, 0.01], [41, 2.5]]\n',
    [
      'a.yaml:6:21: benchmarks[0].confidence.early.size: must be at most 1 (got 1.5)',
      'a.yaml:7:18: benchmarks[0].confidence.learned[0][0]: must be at least 0 (got -1)',
      'a.yaml:7:22: benchmarks[0].confidence.learned[0][1]: must be at least 0.05 (got 0.01)',
      'a.yaml:7:30: benchmarks[0].confidence.learned[1][0]: must be at most 40 (got 41)',
      'a.yaml:7:34: benchmarks[0].confidence.learned[1][1]: must be at most 2 (got 2.5)',
    ],
  ],
  [
    'no questions',
    'name: a\npopulation: du2024-large\nbenchmarks: [{preset: mmlu, questions: 0}]\n',
    ['a.yaml:3:40: benchmarks[0].questions: must be at least 1 (got 0)'],
  ],
  [
    'a seed that is neither text nor number',
    `${SOUND}seed: [1]\n`,
    ['a.yaml:4:1: seed: expected text or a number (got [1])'],
  ],
  ['a null', `${SOUND}metrics:\n`, ['a.yaml:4:1: metrics: expected a list (got null)']],
];

describe('a config', () => {
  test.each(CASES)('with %s is refused at its place', (_, text, lines) => {
    expect(messages(text)).toEqual(lines);
  });

  test('with several faults is told all of them in the order of the file', () => {
    const text = 'name: a\npopulation: 3\nbenchmarks: [mmul]\nreplicates: 0\nseeds: 1\n';
    const codes = messages(text).map((line) => line.split(':').slice(1, 4).join(':').trim());
    expect(codes).toEqual(['2:13: population', '3:14: benchmarks[0]', '4:13: replicates', '5:1: seeds']);
  });

  test('is refused in Chinese too', () => {
    expect(messages(`${SOUND}fidelity: itens\n`, [], 'zh')).toEqual([
      "a.yaml:4:11: fidelity: 未知的名称（得到 itens）；可选：items, surrogate, expected；是否想写 'items'？",
    ]);
  });

  test('without faults is not refused', () => {
    expect(messages(SOUND)).toEqual([]);
  });
});
