import {describe, expect, it} from 'vitest';
import {solveRising} from '../../src/numeric/monotone.ts';
import type {Drawing, Language} from '../../src/report/figure.ts';
import {HEADINGS} from '../../src/report/figures/headings.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import type {Study} from '../../src/report/study.ts';
import {powerText, scaleText, tenText} from '../../src/report/training/numbers.ts';
import {kaplanTraining} from '../../src/science/laws/kaplanTraining.ts';
import {kaplan2020Sizes, kaplan2020SizesData} from '../../src/science/populations/kaplan2020.ts';
import type {Run} from '../../src/science/run.ts';
import {sourceAt} from '../../src/science/schedule.ts';
import {trainingRows} from '../inference/trainingRows.ts';
import {sampleStudy} from './sampleStudy.ts';
import {warningsOf} from './warnings.ts';

const NAMES = [
  'loss-power-laws',
  'learning-curves',
  'compute-allocation',
  'data-and-steps',
  'fixed-budgets',
  'size-tolerance',
  'compute-frontiers',
  'optimal-size-and-steps',
  'data-crossing',
  'extrapolation',
] as const;

/** Places of a text that were not filled, and numbers that are none. */
const UNFILLED = /NaN|undefined|Infinity|\{[a-z]+\}/i;

/** A study of training alone. */
function trained(runs: readonly Run[]): Study {
  const trajectories = trainingRows(runs, 'figures').map((row) => ({
    ...row,
    params: row.paramsNonEmbedding,
    compute: row.computeNonEmbedding,
    lr: 1,
  }));
  return {...sampleStudy(), scores: [], bands: [], trajectories};
}

const whole = trained(kaplan2020SizesData.runs);
const sizesOnly = trained(kaplan2020Sizes.runs);

function drawn(study: Study, name: string, language: Language = 'en'): readonly Drawing[] {
  return FIGURES.find((figure) => figure.name === name)!.draw(study, language);
}

const textOf = ({spec, caption}: Drawing): string => `${JSON.stringify(spec)} ${caption}`;

describe.each(NAMES)('the figure %s', (name) => {
  it('is one drawing that compiles without a warning', () => {
    const [drawing, ...others] = drawn(whole, name);
    expect(others).toEqual([]);
    expect(drawing!.id).toBe(name);
    expect(warningsOf(drawing!.spec)).toEqual([]);
    expect(textOf(drawing!)).not.toMatch(UNFILLED);
  });

  it('says the same in Chinese', () => {
    const text = textOf(drawn(whole, name, 'zh')[0]!);
    expect(text).not.toMatch(UNFILLED);
    expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('is drawn on request from losses alone, and not from scores', () => {
    const heading = Object.values(HEADINGS).find((one) => one.name === name)!;
    expect(heading).toMatchObject({onRequest: true, reads: 'losses'});
    expect(drawn(sampleStudy(), name)).toEqual([]);
  });
});

describe('beside what a paper printed stands what was fitted to the runs', () => {
  it('the exponents of loss in the panels of compute, data and size', () => {
    const text = textOf(drawn(whole, 'loss-power-laws')[0]!);
    for (const law of [
      'published: (C_min/2.3e8)^\u22120.050',
      'published: (D/5.4e13)^\u22120.095',
      'published: (N/8.8e13)^\u22120.076',
    ])
      expect(text).toContain(law);
    expect(text).toMatch(/fitted: \(C_min\/1\.[5-8]e8\)\^\u22120\.05[23]/);
    expect(text).toMatch(/fitted: \(N\/1\.\de14\)\^\u22120\.07[45]/);
  });

  it('without runs on data sets the panel of data is left out', () => {
    expect(textOf(drawn(sizesOnly, 'loss-power-laws')[0]!)).not.toContain('(D/');
    expect(drawn(sizesOnly, 'data-and-steps')).toEqual([]);
  });

  it('the constants of L(N, S_min) beside table 3', () => {
    const text = textOf(drawn(whole, 'data-and-steps')[0]!);
    expect(text).toContain('published: aN 0.077, aS 0.76, Nc 6.5e13, Sc 2100');
    expect(text).toMatch(/fitted: aN 0\.07[67]\d?, aS 0\.7[56]\d?/);
  });

  it('a wedge of which the size takes more than a million, the batch about 100 and the steps less than 10', () => {
    const text = textOf(drawn(whole, 'compute-allocation')[0]!);
    expect(text).toMatch(/model size: 1\.\de6\u00d7 \(C\^0\.68/);
    expect(text).toMatch(/batch: 1\d\d\u00d7/);
    expect(text).toMatch(/steps: [34](\.\d+)?\u00d7/);
  });

  it('the contradiction point of table 6 and that of the runs', () => {
    const {caption} = drawn(whole, 'data-crossing')[0]!;
    expect(caption).toContain('at 1.1e4 PF-days (1.2e12 parameters, 2.5e11 tokens, 1.67 nats per token)');
    expect(caption).toContain('6060 PF-days');
    expect(caption).toMatch(/they meet at [\d.]+e5 PF-days/);
    expect(drawn(sizesOnly, 'data-crossing')[0]!.caption).toContain('they meet at no point');
  });

  it('the stop of compute-efficient training about 10 % above the converged loss', () => {
    expect(drawn(sizesOnly, 'learning-curves')[0]!.caption).toMatch(/best, 10\u00a0% above/);
  });

  it('the tokens that the largest model saves, as its law has it', () => {
    const {caption} = drawn(sizesOnly, 'learning-curves')[0]!;
    const [, factor] = /: 1\.5B reaches the final loss of 1\.6M with 1\/(\d+) of its tokens/.exec(caption)!;
    const law = kaplanTraining.build(kaplanTraining.presets['kaplan2020-training']!.values);
    const [small, large] = ['1.6M', '1.5B'].map((name) => kaplan2020Sizes.runs.find((run) => run.name === name)!);
    const lossOf = (run: Run, tokens: number): number => law(sourceAt(run, tokens));
    const wanted = lossOf(small!, small!.tokens);
    const tokens = solveRising((D) => -lossOf(large!, D), -wanted, 1e8, large!.tokens);
    // Two digits are told, half a unit of which is at most 5 %; the noise of two runs, 0.014 nats, moves the tokens by about 1 %.
    expect(Math.abs(Number(factor) / (small!.tokens / tokens) - 1)).toBeLessThan(0.05 + 4 * 0.01);
  });

  it('is read with the critical batch of the law of the study', () => {
    const {experiment} = sizesOnly;
    const values = {...experiment!.loss.values, Bstar: 4.2e8, aB: 0.21};
    const other = {...sizesOnly, experiment: {...experiment!, loss: {...experiment!.loss, values}}};
    expect(textOf(drawn(other, 'compute-frontiers')[0]!)).not.toBe(textOf(drawn(sizesOnly, 'compute-frontiers')[0]!));
  });
});

describe('numbers in keys', () => {
  it('have two digits and powers of ten where they are large or small', () => {
    expect([scaleText(1.634e8), scaleText(5400), scaleText(0.0769), scaleText(2.3e-5)]).toEqual([
      '1.6e8',
      '5400',
      '0.0769',
      '2.3e\u22125',
    ]);
    expect([tenText(1e-4), tenText(3e3), tenText(1)]).toEqual(['1e\u22124', '3e3', '1e0']);
    expect(powerText('C', {scale: 1.3e9, exponent: 0.73})).toBe('1.3e9 C^0.73');
  });
});
