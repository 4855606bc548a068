import {describe, expect, it} from 'vitest';
import {evidenceSections} from '../../src/report/evidence/evidence.ts';
import type {Drawing, Language} from '../../src/report/figure.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {reportMarkdown} from '../../src/report/markdown.ts';
import {reportHtml} from '../../src/report/page.ts';
import type {Study} from '../../src/report/study.ts';
import {verdictRows} from '../../src/report/tables.ts';
import {PAGE_WORDS} from '../../src/report/words/page.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';
import {HOSTILE, hostileStudy, isHostile, VARIANTS, withoutEvidence} from './variants.ts';

const drawingsOf = (study: Study, language: Language): readonly Drawing[] =>
  FIGURES.flatMap((figure) => figure.draw(study, language));

function pageOf(study: Study, language: Language = 'en', bundles: readonly string[] = ['var vega = {};']): string {
  const drawings = drawingsOf(study, language);
  const stills = Object.fromEntries(drawings.map(({id}) => [id, `<svg data-id="${id}"></svg>`]));
  return reportHtml(study, drawings, {language, stills, fonts: '', bundles});
}

/** What a reader sees: the page without scripts, styles and tags. */
const visible = (page: string): string =>
  page
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"');

describe('the page', () => {
  it.each(Object.entries(VARIANTS))(
    'is written in both languages for %s, with no place left unfilled',
    (name, make) => {
      for (const language of ['en', 'zh'] as const) {
        const text = visible(pageOf(make(), language));
        expect(text.length).toBeGreaterThan(1000);
        if (!isHostile(name)) expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      }
    },
  );

  it('escapes every text of the study', () => {
    const page = pageOf(hostileStudy());
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const opened = page.match(/<script/g)!.length;
    expect(page.match(/<\/script>/g)!.length).toBe(opened);
  });

  it('keeps a bundle that holds a closing script tag in one piece', () => {
    const page = pageOf(sampleStudy(), 'en', ['var a = "</script>";']);
    expect(page).toContain('var a = "<\\/script>";');
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);
  });

  it('asks for nothing from a network', () => {
    expect(pageOf(sampleStudy())).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//);
    expect(pageOf(sampleStudy())).not.toMatch(/@import|url\(["']?https?:/);
  });

  it('has the still picture of every figure but the table, and its spec as JSON', () => {
    const study = sampleStudy();
    const page = pageOf(study);
    for (const {id, spec} of drawingsOf(study, 'en')) {
      expect(page.includes(`<svg data-id="${id}">`)).toBe(id !== 'verdict-table');
      const json = page.match(new RegExp(`id="spec-${id}">(.*?)</script>`, 's'))?.[1];
      if (id === 'verdict-table') expect(json).toBeUndefined();
      else expect(JSON.parse(json!)).toEqual(spec);
    }
  });

  it('says on the first screen which onset is the truth and which one the paper states by eye', () => {
    const text = visible(pageOf(sampleStudy()));
    const first = text.slice(0, text.indexOf('Onset \u03b7'));
    expect(first).toContain('2.107 (MMLU), 2.093 (C-Eval)');
    expect(first).toContain('\u201cabout 2.2\u201d');
    expect(first).toContain('by eye');
    expect(first).toContain('break kept');
  });

  it('names its language and is Chinese throughout in Chinese', () => {
    expect(pageOf(sampleStudy(), 'en')).toContain('<html lang="en">');
    const page = pageOf(sampleStudy(), 'zh');
    expect(page).toContain('<html lang="zh-CN">');
    const headings = [...page.matchAll(/<(h[123]|th|figcaption)[^>]*>(.*?)<\/\1>/gs)].map(([, , text]) => text!);
    expect(headings.length).toBeGreaterThan(20);
    for (const text of headings) if (!['AICc', 'BIC'].includes(text)) expect(text).toMatch(/\p{Script=Han}/u);
  });
});

describe('the evidence on the page', () => {
  it.each(['en', 'zh'] as const)(
    'answers every question in a table below the words, and in the Markdown twin (%s)',
    (language) => {
      const study = sampleStudy();
      const text = visible(pageOf(study, language));
      const twin = reportMarkdown(study, drawingsOf(study, language), language);
      const words = text.indexOf(PAGE_WORDS.sentences[language]);
      for (const {title} of evidenceSections(study, language)) {
        expect(text.indexOf(title)).toBeGreaterThan(words);
        expect(twin).toContain(`### ${title}`);
      }
    },
  );

  it('says on the first screen for which metrics smooth curves are rejected', () => {
    const text = visible(pageOf(sampleStudy()));
    expect(text.indexOf('smooth curves are rejected for Accuracy')).toBeLessThan(text.indexOf('Onset \u03b7'));
  });

  it('prints the p of the smooth-null test in the table of verdicts, where it was tested', () => {
    const head = (study: Study): readonly string[] => verdictRows(study, 'en').head;
    expect(head(sampleStudy())).toContain('Smooth null p');
    expect(verdictRows(sampleStudy(), 'en').rows[0]![6]).toBe('0.005');
    expect(head(withoutEvidence())).not.toContain('Smooth null p');
  });

  it('leaves out its heading where nothing was worked out', () => {
    expect(visible(pageOf(withoutEvidence()))).not.toContain('Other evidence');
    expect(visible(pageOf(sampleStudy()))).toContain('Other evidence');
  });
});

describe('the page of a table', () => {
  it('names no paper that a figure follows, and has a section on the table instead of a design', () => {
    const text = visible(pageOf(sampleTable()));
    expect(text).not.toContain('Follows');
    expect(text).not.toContain('ADEMP');
    expect(text).toContain('How it was read');
    expect(text).toContain('1422 of 1427 rows');
    expect(visible(pageOf(sampleStudy()))).toContain('Follows Du et al. 2024, Fig 4');
  });
});

describe('the Markdown twin', () => {
  it('links every drawing and prints the numbers of the findings', () => {
    const study = sampleStudy();
    const drawings = drawingsOf(study, 'en');
    const text = reportMarkdown(study, drawings, 'en');
    for (const {id} of drawings) expect(text).toContain(`](figures/${id}.svg)`);
    expect(text).toContain(
      '| threshold | MMLU | Accuracy | 2.105 \\[2.098, 2.113\\] | 0.000 \\[0.000, 0.013\\] | sharp (97\u00a0%) |',
    );
  });

  it('does not depend on time or threads', () => {
    const study = sampleStudy();
    const later = {...study, manifest: {...study.manifest, workers: 7, seconds: {simulate: 999}}};
    const drawings = drawingsOf(study, 'en');
    expect(reportMarkdown(later, drawings, 'en')).toBe(reportMarkdown(study, drawings, 'en'));
  });

  it('escapes markup and table borders of the study', () => {
    const study = hostileStudy();
    const text = reportMarkdown(study, drawingsOf(study, 'en'), 'en');
    const outsideCode = text.split('\n').filter((line) => !line.startsWith('    '));
    expect(outsideCode.join('\n')).not.toContain('<script>');
    const tables = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('Accuracy'));
    for (const line of tables) expect(line.match(/(?<!\\)\|/g)!.length).toBe(9);
  });
});
