import {describe, expect, it} from 'vitest';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {reportMarkdown} from '../../src/report/markdown.ts';
import {reportHtml} from '../../src/report/page.ts';
import {undrawnText} from '../../src/report/undrawn.ts';
import {FIGURE_NEEDS} from '../../src/report/words/figureNeeds.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

const drawnBy = (study: ReturnType<typeof sampleStudy>) =>
  FIGURES.filter(({name}) => study.figures.includes(name)).flatMap((figure) => figure.draw(study, 'en'));

describe('figures that a study asks for and cannot fill', () => {
  const study = sampleStudy({
    worlds: ['smooth'],
    benchmarks: ['mmlu'],
    figures: ['metric-panels', 'zip', 'width-by-length', 'emergence-scores'],
  });

  it('are named with what each needs, in both languages', () => {
    expect(undrawnText(study, drawnBy(study), 'en')).toBe(
      'Not drawn for want of data: zip (needs a world with a known onset and at least two replicates, one of them with an interval of the onset); width-by-length (needs a mirage world with exact match of at least 3 lengths of open answers, of spread 0 and one slope); emergence-scores (needs at least 3 benchmarks that share a metric, and at least 3 sizes of model).',
    );
    expect(undrawnText(study, drawnBy(study), 'zh')).toMatch(/^因缺少数据而未画：zip（需要拐点已知的世界/);
  });

  it('of one need are named together', () => {
    const asked = ['transition-width', 'zip', 'profile', 'residuals'];
    expect(undrawnText({...sampleStudy(), figures: asked}, [], 'en')).toBe(
      'Not drawn for want of data: transition-width, profile, residuals (need a curve of at least 12 different points); zip (needs a world with a known onset and at least two replicates, one of them with an interval of the onset).',
    );
  });

  it('stand in the page and in its Markdown twin', () => {
    const drawings = drawnBy(study);
    expect(reportMarkdown(study, drawings, 'en')).toContain('Not drawn for want of data: zip');
    expect(reportHtml(study, drawings, {language: 'en', stills: {}, fonts: '', bundles: []})).toContain(
      'Not drawn for want of data: zip',
    );
  });

  it('are not spoken of where all are drawn, and never for a table', () => {
    const full = sampleStudy({worlds: ['threshold'], figures: ['metric-panels', 'zip']});
    expect(undrawnText(full, drawnBy(full), 'en')).toBeNull();
    expect(undrawnText(sampleTable(), [], 'en')).toBeNull();
  });

  it('are figures of the registry', () => {
    const names = FIGURES.map(({name}) => name);
    expect(Object.keys(FIGURE_NEEDS).filter((name) => !names.includes(name))).toEqual([]);
  });
});
