import {compile, type TopLevelSpec} from 'vega-lite';
import {describe, expect, it} from 'vitest';
import {lossAxis, valueAxis} from '../../src/report/axes.ts';
import type {Drawing, Language} from '../../src/report/figure.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {VARIANTS} from './variants.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

function warningsOf(spec: TopLevelSpec): string[] {
  const warnings: string[] = [];
  const keep = (...parts: readonly unknown[]) => {
    warnings.push(parts.join(' '));
    return logger;
  };
  const drop = () => logger;
  const logger = {level: drop as never, error: keep, warn: keep, info: drop, debug: drop};
  compile(spec, {logger});
  return warnings;
}

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
    expect(rows[0]!.value).toBeCloseTo(100 * study.scores[0]!.value, 2);
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
  });

  it('order the metrics of the width ladder as the study does and keep them apart by world', () => {
    const {spec} = drawingNamed(sampleStudy(), 'transition-width');
    const rows = objectsOf(spec).filter((entry) => 'interval' in entry && entry.world === 'threshold');
    expect(rows.slice(0, 3).map(({metric}) => metric)).toEqual(['Accuracy', 'CorrectChoiceProb', 'BrierScore']);
    expect(new Set(rows.map(({at}) => at)).size).toBe(3);
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
