import {describe, expect, it} from 'vitest';
import {
  CLASSICAL_MODELS,
  CLASSICAL_NULLS,
  CLASSICAL_REASONS,
  CLASSICAL_TESTS,
  CLASSICAL_WORDS,
} from '../../src/report/words/classical.ts';
import {CRITIQUE_SENTENCES, CRITIQUE_SHORT, CRITIQUE_WORDS} from '../../src/report/words/critique.ts';
import {DESIGN_WORDS, LIMIT_WORDS} from '../../src/report/words/design.ts';
import {estimatorWords} from '../../src/report/words/estimators.ts';
import {
  BOOTSTRAP_WORDS,
  COLLAPSE_AXES,
  COLLAPSE_WORDS,
  EVIDENCE_CELLS,
  EVIDENCE_HEADS,
  EVIDENCE_WORDS,
} from '../../src/report/words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../../src/report/words/evidenceSentences.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../../src/report/words/figures.ts';
import {fill} from '../../src/report/words/fill.ts';
import {MATRIX_WORDS} from '../../src/report/words/matrix.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../../src/report/words/modelFigures.ts';
import {PAGE_WORDS} from '../../src/report/words/page.ts';
import {reasonText, reasonWords} from '../../src/report/words/reasons.ts';
import {CHAIN_WORDS, CORRELATION_WORDS, SAMPLE_WORDS} from '../../src/report/words/sampleFigures.ts';
import {TABLE_WORDS} from '../../src/report/words/table.ts';
import {TABLE_DESIGN_WORDS} from '../../src/report/words/tableDesign.ts';
import {TABLE_FIGURE_WORDS} from '../../src/report/words/tableFigures.ts';
import {TERMINAL_WORDS} from '../../src/report/words/terminal.ts';
import {UNFITTED_WORDS} from '../../src/report/words/unfitted.ts';
import {SENTENCE_WORDS, SHAPE_WORDS, VERDICT_MEANING, VERDICT_WORDS} from '../../src/report/words/verdicts.ts';
import type {Words} from '../../src/science/parameter.ts';

const DICTIONARIES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  AXIS_WORDS,
  BOOTSTRAP_WORDS,
  CHAIN_WORDS,
  CORRELATION_WORDS,
  SAMPLE_WORDS,
  CLASSICAL_MODELS,
  CLASSICAL_NULLS,
  CLASSICAL_REASONS,
  CLASSICAL_TEST_NAMES: Object.fromEntries(Object.entries(CLASSICAL_TESTS).map(([key, {name}]) => [key, name])),
  CLASSICAL_TEST_AIMS: Object.fromEntries(Object.entries(CLASSICAL_TESTS).map(([key, {asks}]) => [key, asks])),
  CLASSICAL_WORDS,
  COLLAPSE_AXES,
  COLLAPSE_WORDS,
  CRITIQUE_FIRST: Object.fromEntries(Object.entries(CRITIQUE_SENTENCES).map(([kind, [first]]) => [kind, first])),
  CRITIQUE_SECOND: Object.fromEntries(Object.entries(CRITIQUE_SENTENCES).map(([kind, [, second]]) => [kind, second])),
  CRITIQUE_SHORT,
  CRITIQUE_WORDS,
  MATRIX_WORDS,
  MODEL_AXES,
  MODEL_FIGURES,
  MODEL_PANELS,
  EVIDENCE_CELLS,
  EVIDENCE_HEADS,
  EVIDENCE_SENTENCES,
  EVIDENCE_WORDS,
  TABLE_DESIGN_WORDS,
  TABLE_FIGURE_WORDS,
  DESIGN_WORDS,
  FIGURE_WORDS,
  KEY_WORDS,
  LIMIT_WORDS,
  PAGE_WORDS,
  SENTENCE_WORDS,
  SHAPE_WORDS,
  TABLE_WORDS,
  TERMINAL_WORDS,
  UNFITTED_WORDS,
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

  it('takes the word for one where there is one', () => {
    const words = {en: '{n} {n:run|runs} of {all}', zh: ''};
    expect([1, 2, 0, '1', '1k'].map((n) => fill(words, 'en', {n, all: 1}))).toEqual([
      '1 run of 1',
      '2 runs of 1',
      '0 runs of 1',
      '1 run of 1',
      '1k runs of 1',
    ]);
  });

  it.each(entries)('%s counts only what it names', (_, {en, zh}) => {
    const counted = [...`${en} ${zh}`.matchAll(/\{(\w+):/g)].map(([, place]) => place!);
    expect(placesOf(en)).toEqual(expect.arrayContaining(counted));
  });

  it('falls back to the code of a reason without words', () => {
    expect(reasonText('narrow-width', 'en')).toBe('the whole interval of w lies below w*');
    expect(reasonText('wide-width', 'en', {post: 'spline'})).toBe(
      'for the chosen shape after the break (spline), the interval of the width lies above half of w*',
    );
    expect(reasonText('not-yet-known', 'zh')).toBe('not-yet-known');
  });

  it('puts a space between a Chinese and a Latin character where a place is filled', () => {
    expect(
      fill({en: '', zh: '\u51c6\u786e\u7387\u662f{name}\u7684\u51fd\u6570'}, 'zh', {name: 'Brier \u5206\u6570'}),
    ).toBe('\u51c6\u786e\u7387\u662f Brier \u5206\u6570\u7684\u51fd\u6570');
    expect(fill({en: '', zh: '\u7528\u65f6 {n} \u79d2'}, 'zh', {n: 3})).toBe('\u7528\u65f6 3 \u79d2');
  });

  it('fills places and leaves unknown ones', () => {
    expect(fill({en: '{a} and {b}', zh: ''}, 'en', {a: 1})).toBe('1 and {b}');
  });
});
