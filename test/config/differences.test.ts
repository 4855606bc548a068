import {expect, test} from 'vitest';
import {differences} from '../../src/config/differences.ts';
import {parse} from './messages.ts';

const STUDY = `name: study
population:
  runs:
    - {name: 6B, params: 6e9, tokens: 3e12, checkpoints: 3}
    - {name: 32B, params: 32e9, tokens: 2.5e12, checkpoints: 3}
benchmarks: [{preset: mmlu, questions: 300}, c-eval]
worlds: [smooth]
`;

/** The differences that an edit of a study makes. */
function madeBy(...edits: readonly (readonly [string, string])[]): string[] {
  const edited = edits.reduce((text, [old, fresh]) => text.replace(old, fresh), STUDY);
  return differences(parse(STUDY).experiment, parse(edited).experiment).map(
    ({key, before, after}) => `${key} ${before} → ${after}`,
  );
}

test('numbers are told by the key that a config writes them with', () => {
  expect(madeBy(['questions: 300', 'questions: 200'], ['name: study', 'name: study\nnoise: {run: 0.02}'])).toEqual([
    'noise.run 0.01 → 0.02',
    'benchmarks[0].questions 300 → 200',
  ]);
  expect(madeBy(['params: 32e9', 'params: 33e9'])).toContain('population.runs[1].params 32000000000 → 33000000000');
  expect(madeBy(['name: study', 'name: study\nloss: {preset: du2024, alpha: 0.3}'])).toEqual([
    expect.stringMatching(/^loss\.alpha 0\.\d+ → 0\.3$/),
  ]);
});

test('what has another name is told by the names, and lists of other lengths by what is in them', () => {
  expect(madeBy(['name: study', 'name: study\nloss: hoffmann2022'])).toEqual(['loss du2024 → hoffmann2022']);
  expect(madeBy(['[smooth]', '[smooth-logistic]'])).toEqual(['worlds[0] smooth → smooth-logistic']);
  expect(madeBy(['[smooth]', '[smooth, smooth-logistic]'])).toEqual(['worlds [smooth] → [smooth, smooth-logistic]']);
});

test('values are short however long they are in the config', () => {
  const [line] = madeBy(['checkpoints: 3', `checkpoints: [${Array.from({length: 999}, (_, i) => `${i + 1}e9`)}]`]);
  expect(line).toMatch(/^population\.runs\[0\]\.checkpoints \[/);
  expect(line!.length).toBeLessThan(200);
});

test('figures, references and the question make no other numbers', () => {
  expect(madeBy(['name: study', 'name: study\nfigures: []\nquestion: Why?'])).toEqual([]);
});
