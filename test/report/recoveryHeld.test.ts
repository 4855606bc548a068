import {beforeAll, describe, expect, test} from 'vitest';
import {recoveryTable} from '../../src/report/figures/recoveryTable.ts';
import {recoveryRows} from '../../src/report/recovery.ts';
import {recoverySummary} from '../../src/report/recoverySummary.ts';
import type {Study} from '../../src/report/study.ts';
import {trainedStudy} from './trained.ts';

const PEAK = `name: p
replicates: 2
population: {grid: {params: {from: 3e8, to: 3e10, count: 4}, tokens: {from: 3e10, to: 3e12, count: 4}, schedule: constant}}
loss: du2024
noise: {run: 0.001, checkpoint: 0}
recover: [{loss: du2024, resamples: 5}]
`;

let study: Study | null = null;
beforeAll(async () => {
  study = await trainedStudy(PEAK);
});

describe('what is said of all constants', () => {
  type Finding = NonNullable<Study['findings']['recovery']>[number];
  const told = (changes: (law: Finding) => readonly Partial<Finding>[], language: 'en' | 'zh' = 'en') => {
    const [law] = study!.findings.recovery!;
    const recovery = changes(law!).map((change) => ({...law!, held: [], ...change}));
    const recoveryCoverage = {value: 0.6, mcse: 0.05, n: 2};
    return recoverySummary({...study!, findings: {...study!.findings, recovery, recoveryCoverage}}, language);
  };
  const constant = (name: string, low: number | null, warnings: Finding['parameters'][number]['warnings'] = []) =>
    ({name, truth: 1, estimate: 1, low, high: low === null ? null : 2, warnings, covered: null, bias: null}) as const;

  test('counts those in their intervals, and of one speaks of one', () => {
    const over =
      '; over 2 replicates 60.0\u00a0% \u00b1 5.0 of all intervals hold the truth (Monte Carlo standard error, replicates as clusters).';
    expect(told(() => [{parameters: [constant('E', 0), constant('a', 1.5)]}])).toBe(
      `Of 2 constants put in, 1 lies in the 95 % interval of replicate 0${over}`,
    );
    expect(told(() => [{parameters: [constant('E', 0)]}])).toBe(
      `Of 1 constant put in, 1 lies in the 95 % interval of replicate 0${over}`,
    );
  });

  test('names those without an interval with the reason, in the language of the reader', () => {
    const laws = () => [
      {parameters: [constant('E', null, ['singular']), constant('a', null), constant('b', 0)]},
      {name: 'other', held: [{name: 'delta', truth: 1, warnings: ['held']}] as const, parameters: [constant('b', 0)]},
    ];
    expect(told(laws)).toMatch(
      /^Of 5 constants put in, 2 lie in the 95 % interval of replicate 0 and 3 have no interval; .* Not identified, for other constants can stand in for it: du2024 E\. Not fitted, for no run reaches it: other delta\. Without bounds, for some resamples leave it open: du2024 a\.$/,
    );
    expect(told(laws, 'zh')).toMatch(
      /3 个没有区间；.*无法识别，可由其他常数代替：du2024 E。未拟合，没有训练涉及：other delta。没有界限/,
    );
  });

  test('names six at most, and is silent of fits without resamples and of exponents that follow', () => {
    const many = ['E', 'a', 'alpha', 'b', 'beta', 'delta'].map((name) => constant(name, null, ['singular']));
    expect(
      told(({name}) => [
        {name, parameters: many},
        {name: 'b', parameters: many},
      ]),
    ).toContain(
      'can stand in for them: du2024 E, du2024 a, du2024 alpha, du2024 b, du2024 beta, du2024 delta and 6 more.',
    );
    expect(told(() => [{resamples: 0, parameters: many}])).toBeNull();
    expect(told(() => [{parameters: [constant('E', 0), constant('none', 0)]}])).toContain('Of 1 constant put in');
  });

  test('is said of what was recovered: the floor and the term of the schedule are not told apart', () => {
    expect(recoverySummary(study!, 'en')).toMatch(
      /^Of 6 constants put in, \d lies? in the 95 % interval of replicate 0 and 2 have no interval; over 2 replicates .* Not identified, for other constants can stand in for them: E, delta\.$/,
    );
  });
});

describe('a constant that is not fitted', () => {
  test('has a row of dashes with its truth and why, and the floor that it is a sum with no value', () => {
    const {rows} = recoveryRows(study!.findings, 'en');
    expect(rows.at(-2)!.slice(1)).toEqual([
      'delta (nats/token)',
      '0.113',
      '–',
      '–',
      '–',
      'other constants can stand in for it',
    ]);
    const [floor] = rows;
    expect(floor!.slice(1, 3)).toEqual(['E (nats/token)', '1.3454']);
    expect(floor!.slice(3)).toEqual(['–', '–', '–', 'other constants can stand in for it']);
  });

  test.each([
    ['en', 'not fitted: delta'],
    ['zh', '未拟合：delta'],
  ] as const)('is named above its panel, in %s', (language, words) => {
    const [drawing] = recoveryTable.draw(study!, language);
    expect(JSON.stringify(drawing!.spec)).toContain(words);
  });
});
