import {describe, expect, it} from 'vitest';
import type {CurveFinding} from '../../src/inference/findings.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {meaningText, unfittedText} from '../../src/report/fitted.ts';
import {casesOf} from '../../src/report/lookup.ts';
import {verdictSentence} from '../../src/report/sentence.ts';
import type {Study} from '../../src/report/study.ts';
import {verdictRows} from '../../src/report/tables.ts';
import {terminalEnding} from '../../src/report/terminal.ts';
import {sampleTable} from './sampleTable.ts';

const plain = (text: string): string => text;
const PLAIN = {bold: plain, dim: plain, green: plain, red: plain, yellow: plain};

/** A table in which some metrics were not fitted, as the estimator reports it. */
function unfitted(reason: string, metrics: readonly string[] = ['accuracy', 'correctChoiceProb', 'brierScore']): Study {
  const study = sampleTable();
  const curves = study.findings.curves.map(
    (curve): CurveFinding =>
      metrics.includes(curve.metric)
        ? {
            ...curve,
            points: 6,
            onset: null,
            width: {estimate: 0, low: 0, high: 0.169},
            shape: 'undetermined',
            reason,
            widthLimit: 0,
            candidates: [],
            fitted: {loss: [], value: []},
            profile: null,
            smoothNull: null,
          }
        : curve,
  );
  const benchmarks = study.findings.benchmarks.map((one) => ({...one, verdict: 'cannot-tell' as const}));
  return {...study, findings: {...study.findings, curves, benchmarks}};
}

const ending = (study: Study, language: 'en' | 'zh' = 'en'): string =>
  terminalEnding(study, {language, width: 100, colour: PLAIN});
const drawn = (study: Study, name: string) =>
  FIGURES.find((figure) => figure.name === name)!
    .draw(study, 'en')
    .map(({spec}) => JSON.stringify(spec));

describe('a curve that was not fitted', () => {
  it.each(['too-few-points', 'no-fit', 'data-gap'])('has no width anywhere (%s)', (reason) => {
    const study = unfitted(reason);
    const [entry] = casesOf(study, 'en');
    const told = [
      JSON.stringify(verdictRows(study, 'en')),
      verdictSentence(study, entry!, 'en'),
      ending(study),
      ending(study, 'zh'),
      ...FIGURES.flatMap((figure) => figure.draw(study, 'en').map(({spec}) => JSON.stringify(spec))),
    ].join('\n');
    expect(told).not.toMatch(/0\.169|no onset|the data do not decide|w 0\.000/);
    expect(verdictRows(study, 'en').rows[0]!.slice(2, 5)).toEqual(['\u2013', '\u2013', 'not fitted']);
  });

  it('is in no ladder and no profile', () => {
    const study = unfitted('too-few-points');
    expect(drawn(study, 'transition-width')).toEqual([]);
    expect(drawn(study, 'profile')).toEqual([]);
  });

  it('says why: points, places, gaps or constant values', () => {
    const text = (reason: string, change: Partial<CurveFinding> = {}, scores?: Study['scores']) => {
      const study = unfitted(reason);
      const told = scores ? {...study, scores} : study;
      return unfittedText(told, {...study.findings.curves[0]!, ...change}, 'en');
    };
    expect(text('too-few-points')).toBe('not fitted: 6 points, at least 12 needed');
    expect(text('too-few-points', {points: 30})).toContain('fewer than 12 different places');
    expect(text('data-gap')).toContain('gap of more than 30 %');
    const constant = sampleTable().scores.map((row) => ({...row, value: 0.25}));
    expect(text('no-fit', {}, constant)).toBe('not fitted: the values are constant');
    expect(text('no-fit')).not.toContain('constant');
  });

  it('is told once in a verdict sentence', () => {
    const study = unfitted('too-few-points');
    const text = verdictSentence(study, casesOf(study, 'en')[0]!, 'en');
    expect(text).toBe('MMLU: not fitted: 6 points, at least 12 needed.');
  });

  it('gives its reason as the meaning of a verdict, by metric where only some are not fitted', () => {
    const meaning = (study: Study) => meaningText(study, casesOf(study, 'en')[0]!, 'cannot-tell', 'en');
    expect(meaning(unfitted('too-few-points'))).toBe('not fitted: 6 points, at least 12 needed');
    expect(meaning(unfitted('too-few-points', ['accuracy']))).toBe('Accuracy not fitted: 6 points, at least 12 needed');
    expect(meaning(unfitted('too-few-points', ['brierScore']))).toBe(
      'the data do not decide; BrierScore not fitted: 6 points, at least 12 needed',
    );
    expect(meaning(unfitted('none', []))).toBe('the data do not decide');
  });
});
