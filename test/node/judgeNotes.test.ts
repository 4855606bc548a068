import {describe, expect, test} from 'vitest';
import {fitNotes} from '../../src/node/judge/notes.ts';
import {describeFault, ERRORS} from '../../src/report/words/errors.ts';
import {JUDGE_NOTES, noteText} from '../../src/report/words/judgeNotes.ts';
import {SOURCES} from '../house/sources.ts';
import {sampleTable} from '../report/sampleTable.ts';

/** Codes of notes that the sources make, read off the text. */
const CODES = SOURCES.flatMap(([path, text]) =>
  path.startsWith('src/node/judge/') ? [...text.matchAll(/\bnote\(\s*'([a-z-]+)'/g)].map(([, code]) => code!) : [],
);
const WHY = ['why-too-few-points', 'why-no-fit', 'why-data-gap', 'why-edge'];
const CELLS = ['judge-not-number', 'judge-infinite', 'judge-separator', 'judge-percent-sign', 'judge-log'];

describe('the words for notes on a table', () => {
  test('exist for every code in the sources, and for no other', () => {
    expect(CODES.length).toBeGreaterThan(15);
    expect([...new Set([...CODES, ...WHY])].sort()).toEqual(Object.keys(JUDGE_NOTES).sort());
  });

  test('say the same in both languages, with the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();
    for (const {en, zh} of Object.values(JUDGE_NOTES)) {
      expect(places(zh)).toEqual(places(en));
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/\p{Script=Han}[,:;?!]|[,:;?!]\s?\p{Script=Han}/u);
    }
  });

  test('print numbers with five digits and counts in full', () => {
    const data = {benchmark: 'MMLU', metric: 'accuracy', chance: 0.25, lowest: 0.1234567, highest: 1234567};
    expect(noteText('chance-outside', data, 'en')).toContain('from 0.12346 to 1234567');
  });
});

test('too few resamples to reject anything are noted once', () => {
  const codes = (resamples: number) => {
    const {findings} = sampleTable();
    const curves = findings.curves.map((curve) => ({...curve, smoothNull: {...curve.smoothNull!, resamples}}));
    return fitNotes({...findings, curves}).filter(({code}) => code === 'resamples-few');
  };
  expect(codes(19)).toEqual([{code: 'resamples-few', data: {count: 19, bound: 20}}]);
  expect(codes(20)).toEqual([]);
});

test('a fault of one cell has words for others like it too', () => {
  for (const code of CELLS) {
    expect(ERRORS[code]).toBeDefined();
    const data = {column: 'c', row: 3, got: 'x', others: 7};
    expect(describeFault(`${code}-many`, data, 'en')).toMatch(/; other such rows: 7 \(got x\)$/);
    expect(describeFault(`${code}-many`, data, 'zh')).toContain('另有 7 行');
  }
});
