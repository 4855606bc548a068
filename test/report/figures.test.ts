import {describe, expect, it} from 'vitest';
import {lossAxis, valueAxis} from '../../src/report/axes.ts';
import type {Drawing, Language} from '../../src/report/figure.ts';
import {HEADINGS} from '../../src/report/figures/headings.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {significant} from '../../src/report/numbers.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {VARIANTS, withoutEvidence} from './variants.ts';
import {warningsOf} from './warnings.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

function drawingsOf(study: Study, language: Language = 'en'): readonly Drawing[] {
  return FIGURES.flatMap((figure) => figure.draw(study, language));
}

const drawingNamed = (study: Study, id: string): Drawing => drawingsOf(study).find((drawing) => drawing.id === id)!;

/** Every object inside a value. */
function objectsOf(value: unknown): Array<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(objectsOf);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
}

it('every heading has a figure, in the same order', () => {
  expect(FIGURES.map(({name}) => name)).toEqual(Object.values(HEADINGS).map(({name}) => name));
});

describe.each(Object.entries(VARIANTS))('with %s', (_, make) => {
  it.each(LANGUAGES)('every figure compiles without a warning (%s)', (language) => {
    for (const {id, spec} of drawingsOf(make(), language))
      expect({id, warnings: warningsOf(spec)}).toEqual({id, warnings: []});
  });

  it('a spec survives JSON and names no outside data', () => {
    for (const {spec} of drawingsOf(make())) {
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
      expect(objectsOf(spec).filter((entry) => 'url' in entry)).toEqual([]);
      expect(spec.$schema).toBe('https://vega.github.io/schema/vega-lite/v6.json');
    }
  });
});

describe('figures', () => {
  it('have distinct names and drawing ids that start with them', () => {
    const names = FIGURES.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const figure of FIGURES) {
      for (const {id} of figure.draw(sampleStudy(), 'en'))
        expect(id === figure.name || id.startsWith(`${figure.name}-`)).toBe(true);
    }
  });

  it('show three metrics of two benchmarks as two rows of three, one drawing for each world', () => {
    const {spec} = drawingNamed(sampleStudy(), 'metric-panels-threshold');
    expect(spec).toMatchObject({columns: 3});
    const titles = (spec as unknown as {concat: Array<{title: string}>}).concat.map(({title}) => title);
    expect(titles).toEqual([
      'MMLU - Accuracy',
      'MMLU - CorrectChoiceProb',
      'MMLU - BrierScore',
      'C-Eval - Accuracy',
      'C-Eval - CorrectChoiceProb',
      'C-Eval - BrierScore',
    ]);
    expect(drawingNamed(sampleStudy(), 'metric-panels-smooth')).toBeDefined();
  });

  it('draw every score of replicate 0 once, accuracy in percent', () => {
    const study = sampleStudy();
    const {spec} = drawingNamed(study, 'metric-panels-threshold');
    const rows = objectsOf(spec).filter((entry) => 'tokens' in entry && 'se' in entry);
    expect(rows.length).toBe(study.scores.filter(({world}) => world === 'threshold').length);
    expect(rows.map(({value}) => value)).toContain(significant(100 * study.scores[0]!.value, 5));
  });

  it('turn the loss axis, and the value axis of a score that is better when lower', () => {
    const study = sampleStudy();
    const [accuracy, , brier] = study.metrics;
    expect(valueAxis(study, 'mmlu', accuracy!)).toMatchObject({reverse: false, factor: 100});
    expect(valueAxis(study, 'mmlu', brier!)).toMatchObject({reverse: true, factor: 1});
    const reversed = objectsOf(drawingNamed(study, 'metric-panels-smooth').spec).filter(
      (entry) => entry.field === 'loss' && typeof entry.scale === 'object',
    );
    expect(reversed.length).toBeGreaterThan(0);
    for (const {scale} of reversed) expect(scale).toMatchObject({reverse: true});
  });

  it('use the loss limits of Du et al. where the data lie inside them, else the data', () => {
    const study = sampleStudy();
    const [row] = study.scores;
    const inside = {
      ...study,
      paper: [],
      scores: [
        {...row!, loss: 1.8},
        {...row!, loss: 2.7},
      ],
    };
    expect(lossAxis(inside).domain).toEqual([1.715, 2.785]);
    expect(lossAxis(inside).ticks).toEqual([1.75, 2, 2.25, 2.5, 2.75]);
    const outside = {
      ...study,
      paper: [],
      scores: [
        {...row!, loss: 3},
        {...row!, loss: 4},
      ],
    };
    expect(lossAxis(outside).domain).toEqual([2.98, 4.02]);
    const low = {...study, scores: [1.56, 2.3].map((loss) => ({...row!, benchmark: 'elsewhere', loss}))};
    expect(lossAxis(low).domain).toEqual([expect.closeTo(1.5452, 10), expect.closeTo(2.3148, 10)]);
  });

  it('order the metrics of the width ladder as the study does and keep them apart by world', () => {
    const {spec} = drawingNamed(sampleStudy(), 'transition-width');
    const rows = objectsOf(spec).filter((entry) => 'interval' in entry && entry.world === 'threshold');
    expect(rows.slice(0, 3).map(({metric}) => metric)).toEqual(['Accuracy', 'CorrectChoiceProb', 'BrierScore']);
    expect(new Set(rows.map(({at}) => at)).size).toBe(3);
  });

  it('give each world a panel of widths where there are more than five', () => {
    const worlds = ['threshold', 'smooth', 'smooth-logistic', 'fine-tuning', 'subtasks', 'bnsl'];
    const panelsOf = (count: number) => {
      const study = sampleStudy({worlds: worlds.slice(0, count), benchmarks: ['mmlu']});
      const {spec} = drawingNamed(study, 'transition-width');
      return (spec as unknown as {concat: Array<{title: unknown; data: {values: Array<{at: number}>}}>}).concat;
    };
    expect(panelsOf(5).length).toBe(1);
    const split = panelsOf(6);
    expect(split.map(({title}) => title)).toEqual([
      'threshold',
      'smooth',
      'smooth (logistic)',
      'fine-tuning',
      'sub-tasks',
      'broken power law',
    ]);
    // Nothing shares the panel, so that every point stands on its metric.
    expect(split.map(({data}) => data.values.map(({at}) => at))).toEqual(split.map(() => [0, 1, 2]));
  });

  it('join the cells of a profile without losing area', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
    const {onset, width, ratio} = study.findings.curves[0]!.profile!;
    const cell = onset[1]! - onset[0]!;
    const bars = objectsOf(drawingNamed(study, 'profile').spec).filter((entry) => 'level' in entry && 'from' in entry);
    const rows = width.map((_, i) => ratio.slice(i * onset.length, (i + 1) * onset.length));
    const drawn = rows.flat().filter((value) => value !== null && value < 25).length;
    const length = bars.reduce((sum, {from, to}) => sum + (to as number) - (from as number), 0);
    // Bar ends carry six significant digits: each is off by at most 5e-6 at losses of 1 to 10.
    expect(Math.abs(length - drawn * cell)).toBeLessThan(bars.length * 1e-5);
  });

  it('draw every residual once with the name of its run, a band of two standard deviations and a smoother', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
    const {spec} = drawingNamed(study, 'residuals-threshold');
    const {residuals} = study.findings.curves[0]!;
    const {name} = study.experiment!.population.runs[residuals.run[0]!]!;
    const rows = objectsOf(spec).filter((entry) => 'residual' in entry);
    expect(rows.length).toBe(residuals.value.length);
    expect(rows[0]).toEqual({
      loss: significant(residuals.loss[0]!, 5),
      residual: significant(residuals.value[0]!, 4),
      series: name,
      run: name,
    });
    expect(objectsOf(spec).filter((entry) => entry.loess === 'residual').length).toBe(1);
    expect(objectsOf(spec)).toContainEqual({from: -2, to: 2});
  });

  it('draw the interval of every replicate in a zip plot of the worlds whose onset is known', () => {
    const study = sampleStudy({benchmarks: ['mmlu'], metrics: ['accuracy']});
    const {spec} = drawingNamed(study, 'zip-threshold');
    const bars = objectsOf(spec).filter((entry) => 'centile' in entry);
    const found = study.intervals.filter(({world, onset}) => world === 'threshold' && onset !== null);
    expect(bars.length).toBe(found.length);
    const missing = bars.filter(({low, high}) => (low as number) > 2.107 || (high as number) < 2.107);
    expect(bars.filter(({covers}) => covers === 'interval misses it').length).toBe(missing.length);
    expect(missing.length).toBeGreaterThan(0);
    expect(drawingNamed(study, 'zip-smooth')).toBeUndefined();
  });

  it('draw at most 400 intervals of a zip plot, the worst among them', () => {
    const study = sampleStudy({benchmarks: ['mmlu'], metrics: ['accuracy'], worlds: ['threshold'], replicates: 1500});
    const bars = objectsOf(drawingNamed(study, 'zip-threshold').spec).filter((entry) => 'centile' in entry);
    expect(bars.length).toBeGreaterThan(300);
    expect(bars.length).toBeLessThanOrEqual(400);
    expect(Math.max(...bars.map(({centile}) => centile as number))).toBeGreaterThan(99.9);
  });

  it('draw each score against loss and again against compute, with what was found', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
    const {spec} = drawingNamed(study, 'collapse-threshold');
    const subtitles = objectsOf(spec).flatMap(({subtitle}) => (typeof subtitle === 'string' ? [subtitle] : []));
    expect(subtitles).toEqual([
      'at equal loss: rms 0.20 [0.12, 0.30] pp, agree',
      'at equal compute: rms 7.10 [4.26, 10.65] pp, differ',
    ]);
    expect(objectsOf(spec).filter((entry) => 'x' in entry && 'run' in entry).length).toBe(2 * study.scores.length);
  });

  it('draw every law at every cutoff, how far it lies behind the best and what it covers', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
    const cells = objectsOf(drawingNamed(study, 'forecast-threshold').spec).filter((entry) => 'law' in entry);
    expect(cells.length).toBe(15);
    expect(cells[0]).toMatchObject({law: 'bent hinge', cutoff: '2.255', text: '0 | 92\u00a0% | 1.0'});
    expect(cells[1]).toMatchObject({law: 'hinge (w = 0)', text: '\u22123.1 | 76\u00a0% | 2.0'});
  });

  it('draw how often each test finds a break with its interval, and what the truth asks for, world by world', () => {
    const study = sampleStudy({benchmarks: ['mmlu'], metrics: ['accuracy']});
    const drawn = objectsOf(drawingNamed(study, 'line-null').spec);
    const bars = drawn.filter((entry) => 'top' in entry && 'finder' in entry);
    expect(bars.map(({world, value}) => [world, value])).toEqual([
      ['threshold', 100],
      ['threshold', 99],
      ['threshold', 97],
      ['threshold', 98],
      ['smooth', 100],
      ['smooth', 99],
      ['smooth', 2],
      ['smooth', 6],
    ]);
    for (const {low, value, high} of bars as Array<Record<string, number>>) {
      expect(low).toBeLessThan(high!);
      expect([low! <= value!, value! <= high!]).toEqual([true, true]);
    }
    expect(new Set(bars.map(({at}) => at)).size).toBe(bars.length);
    expect(drawn.filter((entry) => 'asked' in entry).map(({asked}) => asked)).toEqual([100, 0]);
  });

  it('of evidence are not drawn where there is none', () => {
    const ids = drawingsOf(withoutEvidence()).map(({id}) => id);
    expect(ids.filter((id) => /^(residuals|zip|collapse|forecast|line-null)/.test(id))).toEqual([]);
    expect(ids).toContain('metric-panels-threshold');
  });

  it('join metrics by a line, and put benchmarks side by side where each has one metric', () => {
    const ladder = (metrics: readonly string[]) =>
      drawingNamed(sampleStudy({metrics}), 'transition-width').spec as unknown as {concat: Array<{layer: unknown[]}>};
    expect(ladder(['accuracy', 'brierScore']).concat.length).toBe(2);
    const [panel, ...others] = ladder(['accuracy']).concat;
    expect(others).toEqual([]);
    expect(panel!.layer.length).toBe(ladder(['accuracy', 'brierScore']).concat[0]!.layer.length - 1);
    const title = (metrics: readonly string[]) => drawingNamed(sampleStudy({metrics}), 'transition-width').title;
    expect(title(['accuracy', 'brierScore'])).toMatch(/from discontinuous to continuous/);
    expect(title(['accuracy'])).toBe('Transition width');
    expect(JSON.stringify(panel)).toContain('MMLU');
  });

  it('carry both languages in every title and caption', () => {
    for (const figure of FIGURES) {
      const [en, zh] = LANGUAGES.map((language) => figure.draw(sampleStudy(), language));
      en!.forEach((drawing, i) => {
        expect(zh![i]!.id).toBe(drawing.id);
        expect(zh![i]!.title).toMatch(/\p{Script=Han}/u);
        expect(zh![i]!.caption).toMatch(/\p{Script=Han}/u);
        expect(`${drawing.title}${drawing.caption}`).not.toMatch(/\p{Script=Han}/u);
      });
    }
  });
});
