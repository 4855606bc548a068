import {describe, expect, test} from 'vitest';
import {describeFault, ERRORS} from '../../src/report/words/errors.ts';
import {SOURCES} from './sources.ts';

/** Codes that the sources throw or report, read off the text. */
const CODES = SOURCES.flatMap(([path, text]) =>
  [...text.matchAll(/(?:new Fault\(\s*|\bfail\(|\bfault\(|\bcode: )'([a-z][a-z0-9-]*)'/g)].map(
    ([, code]) => [code!, path] as const,
  ),
);

describe('the words for faults', () => {
  test('exist for every code in the sources', () => {
    expect(CODES.length).toBeGreaterThan(50);
    expect(CODES.filter(([code]) => !(code in ERRORS)).map(([code, path]) => `${code} (${path})`)).toEqual([]);
  });

  test('have the same places in both languages', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const uneven = Object.entries(ERRORS).filter(([, {en, zh}]) => String(places(en)) !== String(places(zh)));
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  test('are lower case without a full stop', () => {
    const wrong = Object.entries(ERRORS).filter(([, {en}]) => /^[A-Z][a-z]/.test(en) || /\.$/.test(en));
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  test('say large numbers with four digits', () => {
    expect(describeFault('too-many-cells', {got: 474_000_000, bound: 5e7}, 'en')).toBe(
      'too many cells: at most 5e7 (got 4.74e8)',
    );
  });
});
