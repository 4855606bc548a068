import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import type {CurveFinding, Findings} from '../../src/inference/findings.ts';
import {runHere} from './process.ts';
import {emptyFolder} from './program.ts';

/** Tables of other people and our readings of published figures: beside the project, where they are at all. */
const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const absent = (name: string): boolean => !existsSync(join(SHARED, name));

async function findingsOf(name: string, ...args: string[]): Promise<Findings> {
  const folder = emptyFolder();
  const asked = [
    'judge',
    join(SHARED, name),
    ...args,
    '--run',
    'model',
    '--resamples',
    '0',
    '--formats',
    'svg',
    '--quiet',
  ];
  expect(await runHere([...asked, '--out', 'out'], folder)).toEqual({code: 0, stdout: '', stderr: ''});
  return JSON.parse(readFileSync(join(folder, 'out', 'findings.json'), 'utf8')) as Findings;
}

function curveOf({curves}: Findings, benchmark: string, metric: string): CurveFinding {
  return curves.find((curve) => curve.benchmark === benchmark && curve.metric === metric)!;
}

describe('real tables', () => {
  test.skipIf(absent('du2024_fig1_digitised.csv'))(
    'of Du et al. 2024, Fig 1, say what the study of the estimators found',
    async () => {
      const args = ['--x', 'loss', '--y', 'performance_percent:accuracy', '--by', 'benchmark', '--unit', 'percent'];
      const findings = await findingsOf('du2024_fig1_digitised.csv', ...args);
      expect(findings.benchmarks).toHaveLength(12);
      // feasibility.md, section 7: MMLU 2.086, C-Eval 2.068, both undetermined, w 0.024; GSM8K soft, w 0.106. The grid steps by 0.003.
      for (const [benchmark, eta] of [
        ['MMLU', 2.086],
        ['C-Eval', 2.068],
      ] as const) {
        const {onset, width, shape} = curveOf(findings, benchmark, 'accuracy');
        expect(Math.abs(onset!.estimate - eta)).toBeLessThan(0.01);
        expect(width.estimate).toBeGreaterThan(0.015);
        expect(width.high).toBeLessThan(0.05);
        expect(shape).toBe('undetermined');
      }
      for (const benchmark of ['GSM8K', 'GSM8K-Chinese']) {
        const {width, shape} = curveOf(findings, benchmark, 'accuracy');
        expect(width.low).toBeGreaterThan(0.06);
        expect(shape).toBe('soft');
      }
    },
  );

  test.skipIf(absent('du2024_fig4_digitised.csv'))('of Du et al. 2024, Fig 4, do not decide', async () => {
    const args = ['--x', 'loss', '--y', 'value', '--by', 'benchmark,metric', '--unit', 'percent'];
    const {curves, benchmarks} = await findingsOf('du2024_fig4_digitised.csv', ...args);
    expect(curves.map(({benchmark, metric}) => `${benchmark} ${metric}`)).toEqual(
      ['MMLU', 'C-Eval'].flatMap((name) =>
        ['accuracy', 'correctChoiceProb', 'brierScore'].map((metric) => `${name} ${metric}`),
      ),
    );
    expect(benchmarks.map(({verdict}) => verdict)).toEqual(['cannot-tell', 'cannot-tell']);
  });

  test.skipIf(absent('gemstones_checkpoints.csv'))('of the Gemstones models improve smoothly', async () => {
    const findings = await findingsOf(
      'gemstones_checkpoints.csv',
      '--x',
      'train_loss',
      '--y',
      'mmlu_acc,hellaswag_acc',
    );
    expect(findings.curves.map(({metric, shape}) => [metric, shape])).toEqual([
      ['mmlu_acc', 'soft'],
      ['hellaswag_acc', 'soft'],
    ]);
    expect(findings.benchmarks.map(({benchmark, verdict}) => [benchmark, verdict])).toEqual([
      ['mmlu_acc', 'no-break'],
      ['hellaswag_acc', 'no-break'],
    ]);
  });
});
