import {describe, expect, it} from 'vitest';
import type {BenchmarkFinding} from '../../src/inference/findings.ts';
import {answersOf, onsetNotes, verdictLine} from '../../src/report/answer.ts';
import {casesOf} from '../../src/report/lookup.ts';
import {
  countText,
  decimal,
  estimateText,
  intervalText,
  pClause,
  percentEstimate,
  percentText,
  piecesText,
  pText,
  rateText,
} from '../../src/report/numbers.ts';
import {errorRates, verdictSentence} from '../../src/report/sentence.ts';
import {verdictRows} from '../../src/report/tables.ts';
import {exampleText, toldVerdict, usualText, usualVerdict} from '../../src/report/usualVerdict.ts';
import {sampleStudy} from './sampleStudy.ts';

const share = (value: number) => ({value, mcse: 0, n: 200});

describe('numbers', () => {
  it('are printed with a true minus sign and never as minus zero', () => {
    expect(decimal(-0.0123)).toBe('\u22120.012');
    expect(decimal(-0.0001)).toBe('0.000');
    expect(percentText(0.97)).toBe('97\u00a0%');
    expect(rateText({value: 0.5, mcse: 0.05, n: 100})).toBe('50\u00a0% \u00b1 5.0');
    expect(rateText({value: 1, mcse: 0, n: 100})).toBe('100\u00a0% \u00b1 0.0');
    expect(rateText({value: 1e-8, mcse: 1e-8, n: 1e8})).toBe('0\u00a0% \u00b1 0.000001');
  });

  it('are printed with four digits and an exponent where they are large, and p values only down to a thousandth', () => {
    expect(decimal(3.0456e21)).toBe('3.046e21');
    expect(decimal(-2e6)).toBe('\u22122e6');
    expect(decimal(999_999, 0)).toBe('999999');
    expect(decimal(Number.POSITIVE_INFINITY)).toBe('\u221e');
    expect([pText(0.0004), pText(0.05), pClause(0.0004), pClause(1)]).toEqual([
      '< 0.001',
      '0.050',
      'p < 0.001',
      'p = 1.000',
    ]);
  });

  it('are printed with enough decimals to show their error, which is 0 only where there is none', () => {
    expect(estimateText(2.1, 0.0005)).toBe('2.1000 \u00b1 0.0005');
    expect([0.012, 0.0004, 0.0001, 2e-6, 3e-11, 0, 1e-17].map((error) => estimateText(2.10512345, error))).toEqual([
      '2.105 \u00b1 0.012',
      '2.1051 \u00b1 0.0004',
      '2.1051 \u00b1 0.0001',
      '2.105123 \u00b1 0.000002',
      '2.10512345 \u00b1 3e\u221211',
      '2.105 \u00b1 0.000',
      '2.105 \u00b1 0.000',
    ]);
    expect(estimateText(-0.00002, 0.00003, 4)).toBe('\u22120.00002 \u00b1 0.00003');
    expect([percentEstimate(0.254, 0.0012), percentEstimate(0.254, 0.00002)]).toEqual([
      '25.40\u00a0% \u00b1 0.12',
      '25.400\u00a0% \u00b1 0.002',
    ]);
  });

  it('mark an interval that has gaps, and only that', () => {
    const hull = {estimate: 2.05, low: 2, high: 2.3};
    expect(intervalText(hull)).toBe('2.050 [2.000, 2.300]');
    expect(intervalText({...hull, pieces: [[2, 2.3]]})).toBe('2.050 [2.000, 2.300]');
    expect(
      intervalText({
        ...hull,
        pieces: [
          [2, 2.1],
          [2.2, 2.3],
        ],
      }),
    ).toBe('2.050 [2.000 \u2026 2.300]');
  });

  it('show every piece of an interval that is not connected', () => {
    const pieces = [
      [2, 2.1],
      [2.2, 2.3],
    ] as const;
    expect(piecesText({estimate: 2.05, low: 2, high: 2.3, pieces})).toBe('2.050 [2.000, 2.100], [2.200, 2.300]');
  });

  it('are counted as the field writes them', () => {
    expect([3e12, 1.5e9, 3e8, 14042, 7].map(countText)).toEqual(['3T', '1.5B', '300M', '14k', '7']);
  });
});

describe('error rates', () => {
  it('count a replicate as right, open or wrong, with binomial standard errors', () => {
    const rates = errorRates({
      truth: 'kept',
      rates: {kept: share(0.9), 'cannot-tell': share(0.06), removed: share(0.04)},
    });
    expect(rates!.right).toMatchObject({value: 0.9, n: 200});
    expect(rates!.right.mcse).toBeCloseTo(Math.sqrt(0.09 / 200), 12);
    expect(rates!.open.value).toBe(0.06);
    expect(rates!.wrong.value).toBeCloseTo(0.04, 12);
  });

  it('leave no trace of rounding where no replicate is wrong', () => {
    const of20 = (value: number) => ({value, mcse: 0, n: 20});
    const rates = errorRates({truth: 'kept', rates: {kept: of20(0.95), 'cannot-tell': of20(0.05)}});
    expect(rates!.wrong).toEqual({value: 0, mcse: 0, n: 20});
  });

  it('are unknown without a truth or without replicates', () => {
    expect(errorRates({truth: null, rates: {kept: share(1)}})).toBeNull();
    expect(errorRates({truth: 'kept', rates: null})).toBeNull();
  });
});

describe('the sentence of a verdict', () => {
  it.each(['en', 'zh'] as const)('prints the onset and width of every curve as the table does (%s)', (language) => {
    const study = sampleStudy();
    const rows = verdictRows(study, language).rows;
    const sentences = casesOf(study, language).map((entry) => verdictSentence(study, entry, language));
    rows.forEach((row, i) => {
      expect(sentences[Math.floor(i / 3)]).toContain(row[3]);
      expect(sentences[Math.floor(i / 3)]).toContain(row[4]);
    });
  });

  it('follows the finding: another verdict gives another sentence', () => {
    const study = sampleStudy();
    const [entry] = casesOf(study, 'en');
    const removed = {...entry!, finding: {...entry!.finding, verdict: 'removed' as const}};
    expect(verdictSentence(study, removed, 'en')).toContain('gone in a continuous one');
    expect(verdictSentence(study, entry!, 'en')).toContain('stays where it is');
  });

  it('joins the benchmarks of one verdict in the headline of a world', () => {
    const [threshold, smooth] = answersOf(sampleStudy(), 'en');
    expect(verdictLine(threshold!, 'en')).toMatch(/^MMLU, C-Eval: break kept in 92\s%\s±\s2\.\d of \d+ replicates$/);
    expect(verdictLine(smooth!, 'en')).toMatch(/^MMLU, C-Eval: no break in /);
  });
});

describe('the onset notes', () => {
  it('name the truth of each world and what the paper states by eye', () => {
    const notes = onsetNotes(sampleStudy(), 'en');
    expect(notes[0]).toContain('2.107 (MMLU), 2.093 (C-Eval)');
    expect(notes[1]).toContain('no threshold');
    expect(notes[2]).toContain('about 2.2');
  });

  it('leave the paper out where none of its benchmarks is studied', () => {
    expect(onsetNotes(sampleStudy({benchmarks: ['hellaswag']}), 'en').join(' ')).not.toContain('2.2');
  });
});

describe('the usual verdict', () => {
  const rates = (cannot: number) => ({
    kept: {value: 0.97 - cannot, mcse: 0.02, n: 100},
    'cannot-tell': {value: 0.03 + cannot, mcse: 0.02, n: 100},
  });
  const finding = (verdict: 'kept' | 'cannot-tell', cannot: number): BenchmarkFinding => ({
    world: 'threshold',
    benchmark: 'mmlu',
    verdict,
    pairs: [],
    sharedOnset: null,
    truth: 'kept',
    rates: rates(cannot),
  });

  it('is the most frequent one over replicates, whatever replicate 0 says', () => {
    expect(usualVerdict(finding('cannot-tell', 0)).verdict).toBe('kept');
    expect(usualVerdict(finding('kept', 0.9)).verdict).toBe('cannot-tell');
    expect(exampleText(finding('cannot-tell', 0), 'en')).toEqual([
      'replicate 0, as one researcher would see it: cannot tell',
    ]);
  });

  it('is that of replicate 0 among equals, and where there is only one', () => {
    expect(usualVerdict(finding('cannot-tell', 0.47)).verdict).toBe('cannot-tell');
    expect(usualVerdict(finding('kept', 0.47)).verdict).toBe('kept');
    const single = {...finding('cannot-tell', 0), rates: {'cannot-tell': {value: 1, mcse: 0, n: 1}}};
    expect(usualVerdict(single)).toEqual({verdict: 'cannot-tell', rate: null});
    expect(exampleText(single, 'zh')).toEqual([]);
  });

  it('is said with the shares of all where none has more than half', () => {
    const third = {value: 1 / 3, mcse: 0.27, n: 3};
    const split = {...finding('kept', 0), rates: {kept: third, removed: third, 'cannot-tell': third}};
    expect(usualText(split, 'en')).toBe(
      'no verdict in most of 3 replicates: break kept in 33\u00a0%, break removed in 33\u00a0%, cannot tell in 33\u00a0%',
    );
    expect(toldVerdict(split)).toBe('cannot-tell');
    expect(toldVerdict(finding('cannot-tell', 0))).toBe('kept');
    expect(usualText(split, 'zh')).toContain('没有占多数的判定');
  });
});
