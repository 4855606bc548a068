import {describe, expect, it, test} from 'vitest';
import {valueAxis} from '../../src/report/axes.ts';
import type {Drawing} from '../../src/report/figure.ts';
import {leftOut} from '../../src/report/figures/metricPanels.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {joinedPieces} from '../../src/report/marks.ts';
import type {Study} from '../../src/report/study.ts';
import {INK} from '../../src/report/theme.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

const draw = (study: Study, name: string): Drawing =>
  FIGURES.find((figure) => figure.name === name)!.draw(study, 'en')[0]!;

describe('points beyond the window of a fit', () => {
  it('are left out on the worse side only, and none of a curve whose window holds all', () => {
    const study = sampleTable();
    const curve = study.findings.curves[0]!;
    const rows = study.scores.filter(({benchmark, metric}) => benchmark === curve.benchmark && metric === curve.metric);
    const within = (low: number, high: number) =>
      leftOut(study, {...curve, estimator: {...curve.estimator, window: [low, high]}}, rows);
    expect(within(2.3, 2.4).length).toBe(rows.filter(({loss}) => loss > 2.4).length);
    expect(within(0, Math.max(...rows.map(({loss}) => loss)))).toEqual([]);
    const rising = {...study, table: {...study.table!, ascending: true}};
    expect(leftOut(rising, {...curve, estimator: {...curve.estimator, window: [2, 9]}}, rows).length).toBe(
      rows.filter(({loss}) => loss < 2).length,
    );
  });

  it('are drawn hollow with a line in the caption', () => {
    const study = sampleTable();
    const windowed = (high: number): Study => ({
      ...study,
      findings: {
        ...study.findings,
        curves: study.findings.curves.map((curve) => ({
          ...curve,
          estimator: {...curve.estimator, window: [0, high] as const},
        })),
      },
    });
    expect(draw(windowed(2.4), 'metric-panels').caption).toContain('Hollow points');
    expect(JSON.stringify(draw(windowed(2.4), 'metric-panels').spec)).toContain('"filled":false');
    expect(draw(windowed(9), 'metric-panels').caption).not.toContain('Hollow');
    expect(JSON.stringify(draw(windowed(9), 'metric-panels').spec)).not.toContain('"filled":false');
  });
});

describe('the axes and bands of a panel', () => {
  it('keep the ticks of a constant score apart', () => {
    const study = sampleTable();
    const constant = {...study, scores: study.scores.map((row) => ({...row, value: 0.25}))};
    const metric = {...study.metrics[1]!, chance: {}, percent: false};
    const [low, high] = valueAxis(constant, 'mmlu', metric).domain;
    // Five ticks over a tenth to either side differ in the second digit.
    expect(high - low).toBeCloseTo(0.05, 9);
  });

  it('join pieces of an interval whose gap is under a hundredth of the axis', () => {
    const axis = {domain: [1, 3], ticks: [], reverse: true, log: false} as const;
    const pieces = [
      [1.5, 1.6],
      [1.61, 1.7],
      [1.73, 1.8],
    ] as const;
    expect(joinedPieces(pieces, axis)).toEqual([
      [1.5, 1.7],
      [1.73, 1.8],
    ]);
  });

  it('have no w* without an onset', () => {
    const study = sampleTable();
    const curves = study.findings.curves.map((curve) => ({...curve, onset: null}));
    const spec = draw({...study, findings: {...study.findings, curves}}, 'transition-width').spec;
    expect(JSON.stringify(spec)).toContain('"limit":null');
    expect(JSON.stringify(spec)).not.toMatch(/"limit":\d/);
    expect(JSON.stringify(draw(study, 'transition-width').spec)).toContain('grey ticks: w*');
  });
});

describe('the figure of runs', () => {
  it('speaks of compute and of colours only where there are some', () => {
    const without = sampleTable({runs: 22});
    const bare = {...without, scores: without.scores.map((row) => ({...row, compute: null, params: null}))};
    const {title, caption} = draw(bare, 'collapse');
    expect(`${title} ${caption}`).not.toMatch(/compute/);
    expect(caption).toContain('too many for a colour each');
    expect(draw(sampleTable(), 'collapse').title).toContain('at equal compute');
    expect(draw(sampleTable(), 'collapse').caption).toContain('Colour stands for the run.');
    expect(draw(sampleStudy(), 'collapse').caption).not.toMatch(/\{\w+\}/);
  });
});

test('the ground of a key lies below the interval, the rules and the fitted curve of its panel', () => {
  const {spec} = draw(sampleStudy({worlds: ['threshold']}), 'metric-panels');
  const {concat} = spec as unknown as {concat: {layer: {mark: {type: string; color?: string}}[]}[]};
  for (const {layer} of concat) {
    const ground = layer.findIndex(({mark}) => mark.type === 'rect' && mark.color === '#ffffff');
    const band = layer.findIndex(({mark}) => mark.type === 'rect' && mark.color === INK.onset);
    const line = layer.findIndex(({mark}) => mark.type === 'line');
    const text = layer.findIndex(({mark}) => mark.type === 'text');
    expect(ground).toBeGreaterThanOrEqual(0);
    expect(band).toBeGreaterThan(ground);
    expect(line).toBeGreaterThan(band);
    expect(text).toBeGreaterThan(line);
  }
});
