import {describe, expect, it} from 'vitest';
import {makeGrid} from '../../src/inference/grid.ts';
import type {Drawing} from '../../src/report/figure.ts';
import {scaleCurves} from '../../src/report/figures/scaleCurves.ts';
import {widthByLength} from '../../src/report/figures/widthByLength.ts';
import {lengthsOf} from '../../src/report/scale/lengths.ts';
import {sizeAxisOf} from '../../src/report/scale/sizeAxis.ts';
import {widthLadders} from '../../src/report/scale/widthLadder.ts';
import type {Study} from '../../src/report/study.ts';
import {rampColours} from '../../src/report/theme.ts';
import {sampleLengths} from './sampleLengths.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

interface Shown {
  readonly columns: number;
  readonly concat: ReadonlyArray<{
    readonly title: {readonly text: string; readonly subtitle?: string};
    readonly data: {readonly values: ReadonlyArray<Readonly<Record<string, unknown>>>};
    readonly layer: ReadonlyArray<{readonly encoding: {readonly y?: {readonly scale: object}}}>;
  }>;
}

const shown = (drawing: Drawing | undefined): Shown => drawing!.spec as unknown as Shown;
const drawn = (study: Study, id: string): Shown => shown(scaleCurves.draw(study, 'en').find((one) => one.id === id));

describe('the axis of scale', () => {
  it('is the number of parameters where each size is one finished model, else training compute', () => {
    expect(sizeAxisOf(sampleLengths())).toBe('params');
    expect(sizeAxisOf(sampleStudy())).toBe('compute');
    const study = sampleLengths();
    const equal = {...study, scores: study.scores.map((row) => ({...row, params: 1e9}))};
    expect(sizeAxisOf(equal)).toBe('compute');
  });

  it('is none for a table, and nothing is drawn', () => {
    const table = sampleTable();
    expect(table.scores.every(({compute}) => compute !== null)).toBe(true);
    expect(sizeAxisOf(table)).toBeNull();
    expect(scaleCurves.draw(table, 'en')).toEqual([]);
  });
});

describe('curves of scale', () => {
  it('put metrics in rows and families of lengths in columns', () => {
    const {columns, concat} = drawn(sampleLengths(), 'scale-curves');
    expect(columns).toBe(2);
    expect(concat.map(({title}) => title.text)).toEqual([
      'sums - Exact match',
      'products - Exact match',
      'sums - Token edit distance',
      'products - Token edit distance',
    ]);
  });

  it('draw every score once, a line for each length, and say which are zero', () => {
    const study = sampleLengths();
    const dots = drawn(study, 'scale-curves').concat.flatMap(({data}) => data.values);
    expect(dots.length).toBe(study.scores.length);
    expect([...new Set(dots.map(({series}) => series))]).toEqual(['T = 1', 'T = 2', 'T = 3', 'T = 4', 'T = 5']);
    expect(dots.filter(({zero}) => zero).length).toBe(study.scores.filter(({value}) => value === 0).length);
    expect(dots.some(({zero}) => zero)).toBe(true);
  });

  it('turn the axis of a score that is better when lower, and keep one axis for a row', () => {
    const {concat} = drawn(sampleLengths(), 'scale-curves');
    const scales = concat.map(({layer}) => layer.at(-1)!.encoding.y!.scale);
    expect(scales.map((scale) => (scale as {reverse: boolean}).reverse)).toEqual([false, false, true, true]);
    expect(scales[0]).toEqual(scales[1]);
    expect(scales[2]).toEqual(scales[3]);
  });

  it('hold intervals of shares between 0 and 100 %', () => {
    const [panel] = drawn(sampleLengths(), 'scale-curves').concat;
    for (const {low, value, high} of panel!.data.values) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(value).toBeGreaterThanOrEqual(low as number);
      expect(value).toBeLessThanOrEqual(high as number);
    }
  });

  it('show exact match alone on the logarithmic axis, zeros at half a question', () => {
    const {concat} = drawn(sampleLengths({questions: 100}), 'scale-curves-log');
    expect(concat.map(({title}) => title.text)).toEqual(['sums - Exact match', 'products - Exact match']);
    const zeros = concat.flatMap(({data}) => data.values).filter(({zero}) => zero);
    expect(zeros.length).toBeGreaterThan(0);
    for (const {value} of zeros) expect(value).toBe(0.5);
    expect(concat[0]!.title.subtitle).toMatch(/half a question/);
    // 0.4 % of 20,000 questions is far from none.
    const fine = drawn(sampleLengths({questions: 20_000}), 'scale-curves-log').concat;
    expect(fine.flatMap(({data}) => data.values).some(({zero}) => zero)).toBe(false);
    expect(fine[0]!.title.subtitle).toBeUndefined();
  });

  it('give every world a drawing where worlds and groups are too many for one', () => {
    const worlds = ['threshold', 'threshold-2.2', 'smooth', 'smooth-logistic', 'smooth-exponential'];
    const few = scaleCurves.draw(sampleStudy({worlds: worlds.slice(0, 4)}), 'en').map(({id}) => id);
    const many = scaleCurves.draw(sampleStudy({worlds}), 'en').map(({id}) => id);
    expect(few).toEqual(['scale-curves']);
    expect(many).toEqual(worlds.map((world) => `scale-curves-${world}`));
  });

  it('take only open answers named after their number of tokens for lengths, and only where a family has several', () => {
    const lengths = lengthsOf(sampleLengths({families: ['sums'], lengths: [1, 4]}).experiment);
    expect([...lengths]).toEqual([
      ['sums-1', {family: 'sums', task: 'sums', tokens: 1}],
      ['sums-4', {family: 'sums', task: 'sums', tokens: 4}],
    ]);
    expect(lengthsOf(sampleLengths({families: ['sums'], lengths: [4]}).experiment).size).toBe(0);
    expect(lengthsOf(sampleStudy().experiment).size).toBe(0);
  });

  it('have a shade for every length, from dark to light', () => {
    for (const count of [1, 2, 5, 7, 12]) {
      const shades = rampColours(count);
      expect(new Set(shades).size).toBe(count);
      for (const shade of shades) expect(shade).toMatch(/^#[0-9a-f]{6}$/);
    }
    expect(rampColours(5)).toEqual(['#440154', '#3e4989', '#26828e', '#35b779', '#8fd744']);
  });
});

describe('the width ladder of lengths', () => {
  it('has exponent -1 where widths are those of the law', () => {
    const [ladder, ...others] = widthLadders(sampleLengths({families: ['sums'], slope: 20}));
    expect(others).toEqual([]);
    expect(ladder!.rungs.map(({tokens, law}) => tokens * law)).toEqual(Array(5).fill(expect.closeTo(1 / 20, 6)));
    expect(ladder!.rungs.some(({censored}) => censored)).toBe(false);
    // Widths carry six significant digits.
    expect(ladder!.fit!.exponent).toBeCloseTo(-1, 5);
    expect(widthByLength.draw(sampleLengths({families: ['sums'], slope: 20}), 'en').length).toBe(1);
  });

  it('leaves out of its slope what reaches the widest bend that is searched', () => {
    const study = sampleLengths({families: ['sums'], slope: 20});
    const losses = study.scores.filter(
      ({benchmark, metric}) => benchmark === 'sums-1' && metric === 'exactStringMatch',
    );
    const widest = makeGrid(Float64Array.from(losses, ({loss}) => loss).sort()).width.at(-1)!;
    const width = (tokens: number) => (tokens === 1 ? widest / 1.1 : 0.04 / tokens);
    const [ladder] = widthLadders(sampleLengths({families: ['sums'], slope: 20, width}));
    expect(ladder!.rungs.map(({censored}) => censored)).toEqual([true, false, false, false, false]);
    expect(ladder!.fit!.exponent).toBeCloseTo(-1, 5);
  });

  it('is no ladder with fewer than three lengths, unequal questions or another world', () => {
    expect(widthLadders(sampleLengths({families: ['sums'], lengths: [1, 2]}))).toEqual([]);
    expect(widthLadders(sampleLengths({spread: 1}))).toEqual([]);
    expect(widthLadders(sampleStudy({benchmarks: ['gsm8k'], metrics: ['exactStringMatch']}))).toEqual([]);
    expect(widthByLength.draw(sampleStudy(), 'en')).toEqual([]);
  });
});
