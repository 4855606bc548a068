import {describe, expect, it} from 'vitest';
import {DESIGN_WORDS, LIMIT_WORDS} from '../../src/report/words/design.ts';
import {estimatorWords} from '../../src/report/words/estimators.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../../src/report/words/figures.ts';
import {fill} from '../../src/report/words/fill.ts';
import {PAGE_WORDS} from '../../src/report/words/page.ts';
import {reasonText, reasonWords} from '../../src/report/words/reasons.ts';
import {TABLE_WORDS} from '../../src/report/words/table.ts';
import {TERMINAL_WORDS} from '../../src/report/words/terminal.ts';
import {SENTENCE_WORDS, SHAPE_WORDS, VERDICT_MEANING, VERDICT_WORDS} from '../../src/report/words/verdicts.ts';
import type {Words} from '../../src/science/parameter.ts';

const DICTIONARIES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  AXIS_WORDS,
  DESIGN_WORDS,
  FIGURE_WORDS,
  KEY_WORDS,
  LIMIT_WORDS,
  PAGE_WORDS,
  SENTENCE_WORDS,
  SHAPE_WORDS,
  TABLE_WORDS,
  TERMINAL_WORDS,
  VERDICT_MEANING,
  VERDICT_WORDS,
  reasonWords,
  estimatorWords,
};
const entries = Object.entries(DICTIONARIES).flatMap(([name, words]) =>
  Object.entries(words).map(([key, value]) => [`${name}.${key}`, value] as const),
);
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!).sort();

describe('the dictionary of the report', () => {
  it.each(entries)('%s says the same in both languages: a text each, with the same places', (_, {en, zh}) => {
    expect(en).not.toBe('');
    expect(zh).not.toBe('');
    expect(placesOf(zh)).toEqual(placesOf(en));
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(entries)('%s uses full-width marks beside Chinese characters', (_, {zh}) => {
    expect(zh).not.toMatch(/\p{Script=Han}[,:;?!]|[,:;?!]\s?\p{Script=Han}/u);
  });

  it('falls back to the code of a reason without words', () => {
    expect(reasonText('narrow-width', 'en')).toBe('the whole interval of w lies below w*');
    expect(reasonText('not-yet-known', 'zh')).toBe('not-yet-known');
  });

  it('fills places and leaves unknown ones', () => {
    expect(fill({en: '{a} and {b}', zh: ''}, 'en', {a: 1})).toBe('1 and {b}');
  });
});
