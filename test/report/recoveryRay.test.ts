import {beforeAll, expect, test} from 'vitest';
import {recoveryFindings, recoveryTable} from '../../src/inference/recovery/finding.ts';
import {type RecoveredLaw, recoverLaw} from '../../src/inference/recovery/recovered.ts';
import {recoveryTable as figure} from '../../src/report/figures/recoveryTable.ts';
import {recoveryRows} from '../../src/report/recovery.ts';
import type {Study} from '../../src/report/study.ts';
import {parse} from '../config/messages.ts';
import {trainedStudy} from './trained.ts';

/** Runs with as many tokens for each parameter: the terms of size and data have nearly one exponent and can stand in for each other. */
const RAY = `name: ray
replicates: 3
population: {grid: {params: {from: 1e7, to: 1e10, count: 40}, tokensPerParam: 20}}
loss: {form: chinchilla, E: 1.8, A: 300, alpha: 0.31, B: 500, beta: 0.30}
noise: {run: 0.02, checkpoint: 0}
recover: [{loss: {form: chinchilla, E: 1.8, A: 300, alpha: 0.31, B: 500, beta: 0.30}, resamples: 10}]
`;

let study: Study | null = null;
beforeAll(async () => {
  study = await trainedStudy(RAY);
});

const rowOf = (name: string) => recoveryRows(study!.findings, 'en').rows.find((row) => row[1] === name)!;

test('constants that the runs do not identify have no value, and the exponent that follows from them none either', () => {
  for (const name of ['B', 'beta', 'a']) {
    expect(rowOf(name).slice(3, 6)).toEqual(['–', expect.any(String), '–']);
    expect(rowOf(name).at(-1)).toContain('other constants can stand in for it');
  }
  expect(rowOf('A')[3]).toMatch(/^\S+ \[\S+, \S+\]$/);
});

test.each([
  ['en', 'not identified'],
  ['zh', '无法识别'],
] as const)('the figure says so and draws no dot, in %s', (language, words) => {
  const text = JSON.stringify(figure.draw(study!, language)[0]!.spec);
  const dots = Array.from(text.matchAll(new RegExp(`"at":([^,]+),[^}]*"fitted":"${words}"`, 'g')), ([, at]) => at);
  expect(dots).toEqual(['null', 'null', 'null']);
});

test('no cell of the table is infinite', () => {
  const {columns} = recoveryTable(study!.findings.recovery!);
  const cells = columns.flatMap(({values}) => Array.from<unknown>(values));
  expect(cells.filter((cell) => cell === Number.POSITIVE_INFINITY || cell === Number.NEGATIVE_INFINITY)).toEqual([]);
});

test('a bias needs a finite error, and a constant that at least half of the replicates identify', () => {
  const {experiment} = parse(RAY);
  const [recovery] = experiment.recover!;
  const law = recoverLaw({...recovery!, resamples: 0}, experiment, 0);
  const one = (estimate: number, open: boolean): RecoveredLaw => ({
    parameters: [{name: 'beta', estimate, low: null, high: null}],
    optimal: law.optimal,
    warnings: open ? [{kind: 'singular', names: ['beta']}] : [],
  });
  const biasOf = (...laws: RecoveredLaw[]) =>
    recoveryFindings(
      [recovery!],
      laws.map((replicate) => [replicate]),
    ).recovery[0]!.parameters[0]!.bias;
  const [fine, open] = [one(0.3, false), one(0.6, true)];
  expect(biasOf(fine, fine, open)!.value).toBeCloseTo(1 / 3, 12);
  expect(biasOf(fine, open)!.value).toBeCloseTo(1 / 2, 12);
  expect(biasOf(fine, open, open)).toBeNull();
  expect(biasOf(fine, fine, one(1e200, true))).toBeNull();
});
