import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import type {Findings} from '../../src/inference/findings.ts';
import {call, runHere} from './process.ts';
import {emptyFolder} from './program.ts';

const FIG1 = fileURLToPath(new URL('../../src/science/reference/du2024_fig1_digitised.csv', import.meta.url));
const MMLU = [FIG1, '--x', 'loss', '--y', 'performance_percent', '--by', 'benchmark', '--run', 'model'];
const REST = ['--unit', 'percent', '--where', 'benchmark=MMLU', '--resamples', '0', '--formats', 'svg'];

describe('judge --decide', () => {
  test('adds to an undetermined score what would decide it, in findings and report', async () => {
    const cwd = emptyFolder();
    const {code, stdout, stderr} = await runHere(['judge', ...MMLU, ...REST, '--decide', '5', '--out', 'mmlu'], cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /to decide performance_percent in 80 %: .+ the points, or the noise divided by .+ \(simulated\)/,
    );
    const {curves} = JSON.parse(readFileSync(join(cwd, 'mmlu', 'findings.json'), 'utf8')) as Findings;
    const {decision, shape} = curves[0]!;
    expect([shape, decision!.replicates, decision!.truths.soft.curve]).toEqual(['undetermined', 5, 'gompertz']);
    expect(decision!.designs.map(({points, noise}) => [points, noise])).toEqual([
      ...[1, 2, 4, 8].map((points) => [points, 1]),
      ...[1.5, 2, 3, 4].map((noise) => [1, noise]),
    ]);
    expect(readFileSync(join(cwd, 'mmlu', 'figures', 'decision.svg'), 'utf8')).toContain('Gompertz');
    const page = readFileSync(join(cwd, 'mmlu', 'report.md'), 'utf8');
    expect(page).toContain('figures/decision.svg');
    expect(page).toContain('### What would decide an undetermined shape?');
  });

  test('takes a whole number of tables', async () => {
    const {code, err} = await call(['judge', ...MMLU, '--decide', '1.5']);
    expect([code, err]).toEqual([1, 'mirage-lab: the option --decide takes a whole number from 1 on (got 1.5)\n']);
    const many = await call(['judge', ...MMLU, '--decide', '1000000000']);
    expect([many.code, many.err]).toEqual([1, '--decide: must be at most 100000 (got 1e9)\n']);
  });
});
