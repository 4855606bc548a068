import {beforeAll, describe, expect, test} from 'vitest';
import {recoveryTable} from '../../src/report/figures/recoveryTable.ts';
import {recoveryRows, recoverySummary} from '../../src/report/recovery.ts';
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

test('intervals are counted one by one where not all replicates have one', () => {
  const [law] = study!.findings.recovery!;
  const [one] = law!.parameters;
  const of = (value: number, n: number) => ({...one!, truth: 1, low: 0, high: 2, covered: {value, mcse: 0, n}});
  const recovery = [{...law!, parameters: [of(1, 1), of(0.5, 4)]}];
  expect(recoverySummary({...study!, findings: {...study!.findings, recovery}}, 'en')).toBe(
    'Of 2 constants put in, 2 lie in the 95 % interval of replicate 0; over 4 replicates 60.0\u00a0% of all intervals hold the truth.',
  );
});

describe('a constant that is not fitted', () => {
  test('has a row of dashes with its truth and why, and the floor that it is a sum with no interval', () => {
    const {rows} = recoveryRows(study!.findings.recovery!, 'en');
    expect(rows.at(-1)!.slice(1)).toEqual(['delta', '0.113', '–', '–', '–', 'other constants can stand in for it']);
    const [floor] = rows;
    expect(floor!.slice(1, 3)).toEqual(['E', '1.345']);
    expect(floor!.at(3)).toMatch(/^1\.4\d*$/);
    expect(floor!.slice(4)).toEqual(['–', '–', 'other constants can stand in for it']);
  });

  test.each([
    ['en', 'not fitted: delta'],
    ['zh', '未拟合：delta'],
  ] as const)('is named above its panel, in %s', (language, words) => {
    const [drawing] = recoveryTable.draw(study!, language);
    expect(JSON.stringify(drawing!.spec)).toContain(words);
  });
});
