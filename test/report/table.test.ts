import {describe, expect, it} from 'vitest';
import {answersOf, listedCases, onsetNotes} from '../../src/report/answer.ts';
import {logTicks, lossAxis, placeOn} from '../../src/report/axes.ts';
import {designParts, questionOf} from '../../src/report/design.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {limitsOf} from '../../src/report/limits.ts';
import {drawnPart} from '../../src/report/lookup.ts';
import {reportMarkdown} from '../../src/report/markdown.ts';
import {reportHtml} from '../../src/report/page.ts';
import {seriesOf} from '../../src/report/series.ts';
import type {Study} from '../../src/report/study.ts';
import {verdictRows} from '../../src/report/tables.ts';
import {type Paints, terminalEnding} from '../../src/report/terminal.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';
import {HOSTILE, hostileTable, TABLES} from './variants.ts';

const plain = (text: string): string => text;
const PLAIN: Paints = {bold: plain, dim: plain, green: plain, red: plain, yellow: plain};
const LANGUAGES = ['en', 'zh'] as const;

function markdownOf(study: Study, language: 'en' | 'zh' = 'en'): string {
  return reportMarkdown(
    study,
    FIGURES.flatMap((figure) => figure.draw(study, language)),
    language,
  );
}

describe('the report of a table', () => {
  it.each(Object.entries(TABLES))('says nothing of worlds, replicates, truth or the paper for %s', (name, make) => {
    if (name === 'a hostile table') return;
    const study = make();
    const texts = [markdownOf(study), terminalEnding(study, {language: 'en', width: 80, colour: PLAIN})];
    for (const text of texts) {
      expect(text).not.toMatch(
        /\d replicates|replicates: \d|replicate 0|World \u201c|about 2\.2|Truth beside|choice evaluations|experiment\.yaml/,
      );
      expect(text).not.toMatch(/nats per token|nats\/token/);
    }
  });

  it('asks about the file, and about continuous metrics only where there are some', () => {
    expect(questionOf(sampleTable(), 'en')).toBe(
      'Is there a break in checkpoints.csv, and does a continuous metric remove it?',
    );
    expect(questionOf(sampleTable({metrics: ['accuracy']}), 'en')).toBe('Is there a break in checkpoints.csv?');
    expect(questionOf(sampleTable(), 'zh')).toContain('checkpoints.csv');
  });

  it('has neither a column of worlds nor one of error rates, and names the column of the axis', () => {
    expect(verdictRows(sampleTable(), 'en').head).toEqual([
      'Benchmark',
      'Metric',
      'Onset \u03b7 (val_loss)',
      'Width w (val_loss)',
      'Shape',
      'Smooth null p',
      'Verdict',
    ]);
    const log = sampleTable({axis: {log: true, ascending: true}, table: {x: 'compute'}});
    expect(verdictRows(log, 'en').head.slice(2, 4)).toEqual(['Onset \u03b7 (compute)', 'Width w (ln compute)']);
  });

  it.each(LANGUAGES)('says how the table was read and what was left out of it (%s)', (language) => {
    const [reading] = designParts(sampleTable({own: 'my_score'}), language);
    const text = reading!.items.join(' ');
    for (const part of ['checkpoints.csv', '1422', '1427', 'val_loss', 'benchmark', 'MMLU', 'run 0', 'acc'])
      expect(text).toContain(part);
  });

  it('says that published points may not decide and that error on the loss axis is not seen', () => {
    const text = limitsOf(sampleTable(), 'en').join(' ');
    expect(text).toContain('Published points alone may not decide');
    expect(text).toContain('0.02 to 0.03 nats');
    expect(text).toContain('does not show in the residuals');
    expect(text).not.toContain('simulated worlds');
    expect(onsetNotes(sampleTable(), 'en')).toEqual([]);
  });

  it('prints a score of its own under the name of its column, as a score that is better when higher', () => {
    const study = sampleTable({own: 'my_score', table: {unit: 'percent'}});
    expect(study.metrics.map(({name}) => name)).toEqual(['accuracy', 'my_score', 'correctChoiceProb', 'brierScore']);
    expect(study.metrics[1]).toMatchObject({
      label: {en: 'my_score'},
      direction: 'higher',
      continuous: false,
      percent: true,
    });
    expect(sampleTable({own: 'my_score', table: {unit: null}}).metrics[1]!.percent).toBe(false);
    expect(study.metrics[0]!.chance).toEqual({mmlu: 0.25, 'c-eval': 0.25});
  });

  it('escapes every text of the table', () => {
    const study = hostileTable();
    const drawings = FIGURES.flatMap((figure) => figure.draw(study, 'en'));
    const page = reportHtml(study, drawings, {language: 'en', stills: {}, fonts: '', bundles: ['var a;']});
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toContain('<script>alert(1)');
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);
    expect(reportMarkdown(study, drawings, 'en')).not.toContain('<script>');
  });
});

describe('a table of many benchmarks', () => {
  const many = (): Study => sampleTable({copies: 20, metrics: ['accuracy']});

  it('has the first twelve drawn, and says so, but where a figure is about many tasks', () => {
    expect(drawnPart(many()).benchmarks.length).toBe(12);
    expect(drawnPart(many()).findings.curves.length).toBe(12);
    // Emergence scores are drawn of every task.
    for (const figure of FIGURES.filter(({name}) => name !== 'emergence-scores')) {
      for (const {caption} of figure.draw(many(), 'en')) {
        expect(caption).toContain('the first 12 of 40 benchmarks');
      }
    }
    expect(
      FIGURES.flatMap((figure) => figure.draw(sampleTable(), 'en'))
        .map(({caption}) => caption)
        .join(),
    ).not.toMatch(/the first \d/);
  });

  it('has its breaks listed first, and the rest counted', () => {
    const study = many();
    const benchmarks = study.findings.benchmarks.map((finding, i) => ({
      ...finding,
      verdict: i === 39 ? ('break' as const) : ('no-break' as const),
    }));
    const told: Study = {...study, findings: {...study.findings, benchmarks}};
    const [answer] = answersOf(told, 'en');
    const {shown, left} = listedCases(answer!);
    expect(shown.length + left).toBe(40);
    expect(shown[0]!.finding.verdict).toBe('break');
    const text = terminalEnding(told, {language: 'en', width: 100, colour: PLAIN});
    expect(text).toContain('40 benchmarks: no break 39, break 1');
    expect(text).toContain('Further benchmarks in the table of verdicts: 28.');
  });

  it('has all of them in its tables', () => {
    expect(verdictRows(many(), 'en').rows.length).toBe(40);
  });
});

describe('the colours of a table', () => {
  it('stand for runs while these are few, then for their sizes, and for nothing without runs', () => {
    expect(seriesOf(sampleTable({runs: 3}))).toMatchObject({by: 'run', domain: ['run 0', 'run 1', 'run 2']});
    expect(seriesOf(sampleTable({runs: 22})).by).toBe('params');
    expect(seriesOf(sampleTable({runs: 0})).by).toBeNull();
    const unsized = sampleTable({runs: 22});
    expect(seriesOf({...unsized, scores: unsized.scores.map((row) => ({...row, params: null}))}).by).toBeNull();
  });

  it('of a simulated study stand for its runs', () => {
    expect(seriesOf(sampleStudy()).domain).toEqual(['1.5B', '6B', '32B']);
  });
});

describe('the axis of a table', () => {
  it('is turned where lower is better and not where higher is', () => {
    expect(lossAxis(sampleTable())).toMatchObject({reverse: true, log: false});
    expect(lossAxis(sampleTable({axis: {log: true, ascending: true}}))).toMatchObject({reverse: false, log: true});
  });

  it('holds every point, also where Du et al. have other limits', () => {
    for (const axis of [
      {log: false, ascending: false},
      {log: true, ascending: false},
      {log: false, ascending: true},
    ]) {
      const study = sampleTable({axis});
      const drawn = lossAxis(study);
      for (const {loss} of study.scores) {
        const place = placeOn(drawn, loss);
        expect(place).toBeGreaterThan(0);
        expect(place).toBeLessThan(1);
      }
    }
  });

  it('puts better to the right', () => {
    for (const axis of [
      {log: true, ascending: true},
      {log: true, ascending: false},
    ]) {
      const drawn = lossAxis(sampleTable({axis}));
      const [low, high] = drawn.domain;
      expect(placeOn(drawn, axis.ascending ? high : low)).toBeCloseTo(1, 12);
    }
  });

  it('has round numbers on a logarithmic scale, however long it is', () => {
    expect(logTicks([1e18, 1e24])).toEqual([1e18, 1e20, 1e22, 1e24]);
    expect(logTicks([0.9, 60])).toEqual([1, 2, 5, 10, 20, 50]);
    expect(logTicks([0.055, 0.17])).toEqual([0.06, 0.08, 0.1, 0.12, 0.14, 0.16]);
  });
});
