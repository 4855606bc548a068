import {expect, test} from 'vitest';
import {messages, parse, SOUND} from './messages.ts';

const own = (quantity: string, of: string, more = '') =>
  `references:\n  - {id: a, source: b, quantity: ${quantity}, of: {${of}}, paper: 1, tolerance: 0.1${more}}\n`;

const WRONG = [
  ['references: [du2024-tabel2]', 'a.yaml:4:14: references[0]: unknown name (got du2024-tabel2)', "'du2024-table2'?"],
  [
    own('spearmann', 'benchmark: mmlu'),
    'a.yaml:5:34: references[0].quantity: unknown name (got spearmann)',
    "'spearman'?",
  ],
  [
    own('spearman', 'benchmark: mmul, metric: accuracy'),
    'references[0].of.benchmark: unknown name (got mmul)',
    "'mmlu'?",
  ],
  [
    own('spearman', 'benchmark: mmlu, metric: accuraccy'),
    'references[0].of.metric: unknown name (got accuraccy)',
    'allowed: accuracy, correctChoiceProb, brierScore',
  ],
  [
    own('spearman', 'benchmark: mmlu, metric: accuracy, world: smoth'),
    'references[0].of.world: unknown name (got smoth)',
    "'smooth'?",
  ],
  [own('finalLoss', 'run: 7B, low: 2'), 'references[0].of.low: unknown key (got low)', 'allowed: run'],
  [own('finalLoss', 'run: 7B'), 'references[0].of.run: unknown name (got 7B)', 'allowed: 1.5B, 6B, 32B'],
  [own('finalLoss', ''), 'references[0].of.run: the key run is missing', ''],
  [own('finalLoss', 'run: 6B', ', tolerence: 1'), 'references[0].tolerence: unknown key', "'tolerance'?"],
  [
    own('medianScore', 'benchmark: mmlu, metric: accuracy, low: 1.8, high: 1.75'),
    'references[0].of.high: must be greater than 1.8 (got 1.75)',
    '',
  ],
  [own('finalLoss', 'run: 6B').replace('id: a', 'id: " "'), 'references[0].id: must not be empty', ''],
  [own('finalLoss', 'run: 6B').replace('id: a', 'id: "a\\nb"'), 'references[0].id: must be one line (got a b)', ''],
  ['references: [du2024-table2, du2024-table2]', 'references[1]: the name occurs twice', 'table2-mmlu-spearman'],
] as const;

test.each(WRONG)('the entry %j is refused at its place', (text, said, more) => {
  const found = messages(SOUND + text);
  expect(found[0]).toContain(said);
  expect(found[0]).toContain(more);
});

const TRAINING = 'name: t\npopulation: kaplan2020-sizes\nloss: kaplan2020-training\n';
const RECOVERING = `${TRAINING}recover: [{loss: kaplan2020-n}]\n`;

test.each([
  [
    TRAINING + own('onset', 'benchmark: mmlu, metric: accuracy'),
    'a.yaml:5:34: references[0].quantity: the quantity is measured on scores, and this study has no benchmarks (got onset)',
  ],
  [
    TRAINING + own('fittedConstant', 'law: kaplan2020-n, constant: aN'),
    'a.yaml:5:34: references[0].quantity: the quantity is measured on laws that are recovered, and the study has no `recover` (got fittedConstant)',
  ],
  [
    RECOVERING + own('fittedConstant', 'law: kaplan2020n, constant: aN'),
    "a.yaml:6:60: references[0].of.law: unknown name (got kaplan2020n); allowed: kaplan2020-n; did you mean 'kaplan2020-n'?",
  ],
  [
    RECOVERING + own('fittedConstant', 'law: kaplan2020-n, constant: an'),
    "a.yaml:6:84: references[0].of.constant: unknown name (got an); allowed: Nc, aN; did you mean 'aN'?",
  ],
  [
    `${TRAINING}references: [kaplan2020-constants]\n`,
    'a.yaml:4:14: references[0]: the list has no number about a benchmark, metric, world, run or recovered law of this study (got kaplan2020-constants)',
  ],
])('what a study of training cannot measure is refused: %j', (text, expected) => {
  expect(messages(text)).toEqual([expected]);
});

test('a list with nothing about the study is refused', () => {
  const study = 'name: a\npopulation: gpt3\nbenchmarks: [mmlu]\nworlds: [smooth]\nreferences: [du2024-finals]\n';
  expect(messages(study)).toEqual([
    'a.yaml:5:14: references[0]: the list has no number about a benchmark, metric, world, run or recovered law of this study (got du2024-finals)',
  ]);
});

test('a world that is left out is the first one, and a note stays', () => {
  const note = ', note: {en: why, zh: 原因}';
  const {experiment} = parse(SOUND + own('spearman', 'benchmark: mmlu, metric: accuracy', note));
  expect(experiment.references).toEqual([
    {
      id: 'a',
      source: 'b',
      quantity: 'spearman',
      of: {world: 'threshold', benchmark: 'mmlu', metric: 'accuracy'},
      paper: 1,
      tolerance: 0.1,
      note: {en: 'why', zh: '原因'},
    },
  ]);
});
