import {describe, expect, it} from 'vitest';
import type {Drawing, Language} from '../../src/report/figure.ts';
import {MODEL_HEADINGS} from '../../src/report/figures/modelHeadings.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import type {Study} from '../../src/report/study.ts';
import {kaplan2020Batch, kaplan2020Data, kaplan2020Sizes} from '../../src/science/populations/kaplan2020.ts';
import {kaplan2020Schedules} from '../../src/science/populations/kaplan2020Schedules.ts';
import {kaplan2020Depths, kaplan2020Shapes} from '../../src/science/populations/kaplan2020Shapes.ts';
import type {Run} from '../../src/science/run.ts';
import {TRUTH, trainingRows} from '../inference/trainingRows.ts';
import {sampleStudy} from './sampleStudy.ts';
import {warningsOf} from './warnings.ts';

/** A study of training alone, by Kaplan's law. */
function trained(runs: readonly Run[]): Study {
  const base = sampleStudy();
  const trajectories = trainingRows(runs, 'figures').map((row) => ({
    ...row,
    params: row.paramsNonEmbedding,
    compute: row.computeNonEmbedding,
    lr: 1,
  }));
  const loss = {...base.experiment!.loss, form: 'kaplan-training', values: TRUTH};
  return {...base, experiment: {...base.experiment!, loss}, scores: [], bands: [], trajectories};
}

/** What each figure is drawn from, and the names of its drawings. */
const CASES: ReadonlyArray<readonly [name: string, runs: readonly Run[], ids: readonly string[]]> = [
  ['shape-penalty', kaplan2020Shapes.runs, ['shape-penalty']],
  ['embedding-count', kaplan2020Depths.runs, ['embedding-count']],
  ['transfer', kaplan2020Sizes.runs, ['transfer']],
  ['overfitting', kaplan2020Data.runs, ['overfitting']],
  ['critical-batch', kaplan2020Batch.runs, ['critical-batch']],
  ['early-stopping', kaplan2020Data.runs, ['early-stopping']],
  ['token-position', kaplan2020Sizes.runs, ['token-position', 'token-position-scale']],
  ['schedules', kaplan2020Schedules.runs, ['schedules']],
];

function drawn(study: Study, name: string, language: Language = 'en'): readonly Drawing[] {
  return FIGURES.find((figure) => figure.name === name)!.draw(study, language);
}

const textOf = ({spec, caption}: Drawing): string => `${JSON.stringify(spec)} ${caption}`;

it('every figure of this group is tried', () => {
  expect(CASES.map(([name]) => name)).toEqual(Object.values(MODEL_HEADINGS).map(({name}) => name));
});

describe.each(CASES)('the figure %s', (name, runs, ids) => {
  it.each(['en', 'zh'] as const)('compiles without a warning and has no gap in its text (%s)', (language) => {
    const drawings = drawn(trained(runs), name, language);
    expect(drawings.map(({id}) => id)).toEqual(ids);
    for (const drawing of drawings) {
      expect(warningsOf(drawing.spec)).toEqual([]);
      expect(textOf(drawing)).not.toMatch(/NaN|undefined|Infinity|\{[a-z]+\}/i);
    }
  });

  it('is not drawn from scores, nor from runs that lack what it reads', () => {
    expect(drawn(sampleStudy(), name)).toEqual([]);
    expect(drawn(trained([]), name)).toEqual([]);
    const other = name === 'schedules' ? kaplan2020Depths.runs : kaplan2020Schedules.runs.slice(0, 1);
    expect(drawn(trained(other), name)).toEqual([]);
  });
});

describe('beside what the paper printed stands what was measured', () => {
  const firstOf = (name: string): string => textOf(drawn(trained(CASES.find(([one]) => one === name)![1]), name)[0]!);

  it('1 % of loss is worth 22 % of compute', () => {
    expect(firstOf('shape-penalty')).toContain('22\u00a0% more compute');
  });

  it('the exponent of size and how far depths are from one line', () => {
    const scatters = [...firstOf('embedding-count').matchAll(/scatter ([\d.]+)/g)].map(([, share]) => Number(share));
    expect(scatters[0]!).toBeGreaterThan(4);
    expect(scatters[1]!).toBeLessThan(1);
  });

  it('the four constants of L(N, D)', () => {
    expect(firstOf('overfitting')).toContain('published \u03b1_N 0.076, N_c 6.4e13, \u03b1_D 0.103, D_c 1.8e13');
    expect(firstOf('overfitting')).toMatch(
      /law [\d.]+B tokens .* says 22\.9B\. 8 times the size needs 4\.[67] times the data \(published about 5\)\. In/,
    );
    expect(firstOf('overfitting')).toMatch(/fitted \u03b1_N 0\.0\d+, N_c [\d.]+e\d+, \u03b1_D 0\.\d+, D_c [\d.]+e13/);
  });

  it('the critical batch', () => {
    expect(firstOf('critical-batch')).toMatch(
      /fitted (1\.\d|2|2\.\d)e8 L\^\u22124\.\d\d \(black\); dashed: 2\.1e8 L\^\u22124\.76/,
    );
    // 1 - 2^-0.21 is 13.5 %.
    expect(firstOf('critical-batch')).toMatch(
      /doubles each time the loss falls by 13\.\d\u00a0% \(the paper: about 13 %\)/,
    );
  });

  it('the offsets of other text', () => {
    const text = firstOf('transfer');
    expect(text).toContain('read them: Common Crawl 0.10, Internet Books 0.35, Wikipedia 0.35, Books 0.44.');
    expect(text).toMatch(/largest model: Common Crawl 0\.10, Internet Books 0\.35, Wikipedia 0\.3\d, Books 0\.4\d;/);
  });

  it('the bound of early stopping, below every stop', () => {
    const [, least] = /least ratio ([\d.]+)/.exec(firstOf('early-stopping'))!;
    expect(Number(least)).toBeGreaterThan(1);
  });

  it('the fits of six sizes', () => {
    const text = firstOf('token-position');
    for (const law of ['4.0 + 3.2 T^\u22120.47', '2.3 + 5.4 T^\u22120.62']) expect(text).toContain(`(${law})`);
  });

  it('the rule of the learning rate and the level of all schedules', () => {
    expect(firstOf('schedules')).toContain('LR(N) for 3.15M: 0.00115');
    expect(firstOf('schedules')).toMatch(/mean 3\.\d\d, 3\.\d\d to 3\.\d\d \(published 3\.72 to 3\.79\)/);
  });
});

describe('a quantity of these figures', () => {
  const measured = (name: string, runs: readonly Run[], of: Readonly<Record<string, string | number>> = {}) => {
    const study = trained(runs);
    const losses = study.trajectories.map(({loss}) => loss);
    const twice = [losses, losses.map((loss) => 1.001 * loss)].map((one) => Float64Array.from(one));
    const quantity = QUANTITIES.find((one) => one.name === name)!;
    return quantity.measure({...study, samples: {losses: twice, curves: []}}, of);
  };

  it.each([
    ['shapeIncrease', kaplan2020Shapes.runs, {ratio: 'feedForward', series: '50M', value: 40}, 0.07, 0.09],
    ['depthExponent', kaplan2020Depths.runs, {embeddings: 'without'}, 0.073, 0.078],
    ['depthExponent', kaplan2020Depths.runs, {embeddings: 'with'}, 0.11, 0.14],
    ['transferOffset', kaplan2020Sizes.runs, {text: 'Books'}, 0.42, 0.46],
    ['ruleOverfit', kaplan2020Data.runs, {params: 1e9}, 0.01, 0.03],
    ['criticalBatch', kaplan2020Batch.runs, {loss: 4}, 2.6e5, 3.1e5],
    ['criticalBatchExponent', kaplan2020Batch.runs, {}, 4.6, 4.9],
    ['stoppedLoss', kaplan2020Data.runs, {run: '708M-21M'}, 4.05, 4.16],
    ['positionConstant', kaplan2020Sizes.runs, {model: '25M', constant: 'p'}, 0.55, 0.57],
    ['scheduleLevel', kaplan2020Schedules.runs, {part: 'mean'}, 3.66, 3.74],
    ['scheduleLevel', kaplan2020Schedules.runs, {part: 'range'}, 0.005, 0.1],
  ] as const)('%s lies where the runs were put, with an error over replicates', (name, runs, of, low, high) => {
    const {value, error} = measured(name, runs, of)!;
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
    expect(error).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['shapeIncrease', {ratio: 'head', series: '50M', value: 1}],
    ['depthExponent', {embeddings: 'with'}],
    ['transferOffset', {text: 'Books'}],
    ['ruleOverfit', {params: 1e9}],
    ['criticalBatch', {loss: 4}],
    ['criticalBatchExponent', {}],
    ['stoppedLoss', {run: '708M-21M'}],
    ['positionConstant', {model: '25M', constant: 'p'}],
    ['scheduleLevel', {part: 'mean'}],
  ] as const)('%s gives nothing where there are no such runs', (name, of) => {
    expect(measured(name, [], of)).toBeNull();
  });
});
