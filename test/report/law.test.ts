import {describe, expect, it} from 'vitest';
import {resampledTheta, resampleKey} from '../../src/inference/lawFit/bootstrap.ts';
import {lawData} from '../../src/inference/lawFit/data.ts';
import {lawEvidence} from '../../src/inference/lawFit/evidence.ts';
import {lawFinding} from '../../src/inference/lawFit/finding.ts';
import {fitLaw} from '../../src/inference/lawFit/fit.ts';
import {lawDrawings} from '../../src/report/law/figures/registry.ts';
import {lawMarkdown} from '../../src/report/law/markdown.ts';
import {lawHtml} from '../../src/report/law/page.ts';
import {lawPlotLines} from '../../src/report/law/plot.ts';
import type {LawStudy} from '../../src/report/law/study.ts';
import type {Values} from '../../src/science/parameter.ts';
import {fittableNamed, type Plan, simulatedRuns} from '../inference/lawRuns.ts';
import {HOSTILE} from './variants.ts';
import {warningsOf} from './warnings.ts';

function lawStudy(name: string, truth: Values, plan: Plan, resamples: number, noise = 0.003): LawStudy {
  const rows = simulatedRuns(name, truth, plan, noise).map((row, i) => ({row: i + 1, ...row}));
  const fit = fitLaw(fittableNamed(name), lawData(rows));
  const draws = Array.from({length: resamples}, (_, i) => resampledTheta(fit, resampleKey('test'), i));
  const finding = lawFinding(fit, draws);
  return {
    manifest: {
      name: 'fit-runs',
      version: '0.0.0',
      seed: 'test',
      configHash: 'c',
      resultHash: 'r',
      workers: 1,
      counts: {},
      seconds: {},
    },
    table: {file: 'runs.csv', command: 'mirage-lab fit runs.csv --law chinchilla', rows: 100, incomplete: 3},
    finding,
    evidence: lawEvidence(fit, draws, rows, finding),
  };
}

const TRUTH = {E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658, delta: 0};
const CHINCHILLA = lawStudy('chinchilla', TRUTH, {N: 3e7, D: 1e9}, 20);
/** So noisy that a warning is due. */
const NOISY = lawStudy('chinchilla', TRUTH, {N: 3e7, D: 1e9}, 20, 0.1);
const ALONE = lawStudy('kaplan-c', {Cc: 1.6e7, aC: 0.057}, {N: 1e6, D: 1e7}, 0);

describe('the figures of a fitted law', () => {
  it('are those that make sense of its form', () => {
    const ids = (study: LawStudy) => lawDrawings(study, 'en').map(({id}) => id);
    expect(ids(CHINCHILLA)).toEqual(['law-contours', 'law-compute', 'law-residuals', 'law-profile']);
    expect(ids(NOISY)).toContain('law-pair');
    expect(ids(ALONE)).toEqual(['law-curve', 'law-residuals']);
  });

  it.each(['en', 'zh'] as const)('compile without a warning and survive JSON (%s)', (language) => {
    for (const study of [CHINCHILLA, NOISY, ALONE]) {
      for (const {id, spec} of lawDrawings(study, language)) {
        expect({id, warnings: warningsOf(spec)}).toEqual({id, warnings: []});
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
      }
    }
  });

  it('draw every row once in each panel of residuals', () => {
    const {spec} = lawDrawings(CHINCHILLA, 'en').find(({id}) => id === 'law-residuals')!;
    const {concat} = spec as unknown as {
      concat: Array<{layer: Array<{mark: {type: string}; data: {values: unknown[]}}>}>;
    };
    expect(concat.length).toBe(5);
    for (const {layer} of concat) {
      expect(layer.filter(({mark}) => mark.type === 'circle').map(({data}) => data.values.length)).toEqual([96]);
    }
  });
});

describe('the report of a fitted law', () => {
  const page = (study: LawStudy) =>
    lawHtml(study, lawDrawings(study, 'en'), {language: 'en', stills: {}, fonts: '', bundles: ['var a;']});

  it('says the same as its text twin: parameters, frontier, rows far from the law, how to do it again', () => {
    const text = lawMarkdown(CHINCHILLA, lawDrawings(CHINCHILLA, 'en'), 'en');
    for (const title of ['Parameters', 'Figures', 'Compute-optimal training', 'Rows far from the law', 'Again']) {
      expect(text).toContain(`## ${title}`);
      expect(page(CHINCHILLA)).toContain(`<h2>${title}</h2>`);
    }
    expect(text).toContain('    mirage-lab fit runs.csv --law chinchilla');
    expect(lawMarkdown(NOISY, [], 'zh')).toContain('## 警告');
    expect(lawMarkdown(ALONE, [], 'en')).not.toContain('Compute-optimal');
    expect(text).toContain('3 rows without a number that the fit needs are left out');
    expect(text).toContain('with its 95 % interval (dashed) from 20 resamples');
    expect(lawMarkdown(ALONE, lawDrawings(ALONE, 'en'), 'en')).not.toContain('interval (');
  });

  it('escapes every text of the table', () => {
    const hostile = {...CHINCHILLA, table: {file: HOSTILE, command: HOSTILE, rows: 1, incomplete: 0}};
    expect(page(hostile)).not.toContain('<script>alert(1)');
    expect(lawMarkdown(hostile, [], 'en').split('\n')[0]).not.toContain('<script>');
  });

  it('has a plot for the terminal with zero in the middle', () => {
    const lines = lawPlotLines(CHINCHILLA.evidence.rows, {language: 'en', width: 80, dim: (text) => text});
    expect(lines.filter((line) => line.includes('\u2524')).length).toBe(9);
    expect(lines.filter((line) => /^ +0 \u2524/.test(line)).length).toBe(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
