import {describe, expect, it} from 'vitest';
import {reportMarkdown} from '../../src/report/markdown.ts';
import {hasMatrix, matrixRows} from '../../src/report/matrixTable.ts';
import {intervalText, rateText} from '../../src/report/numbers.ts';
import {typicalWidth} from '../../src/report/typical.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

describe('the table of the matrix', () => {
  it('has a row for each curve with its typical width, its usual shape with the Monte Carlo error, and its truth', () => {
    const study = sampleStudy();
    const {head, rows} = matrixRows(study, 'en');
    expect(head.slice(2)).toEqual([
      'Metric',
      'Width w (nats)',
      'Shape',
      'Truth',
      'Verdict of the pair',
      'Wrong',
      'Undecided',
    ]);
    expect(rows.length).toBe(study.findings.curves.length);
    study.findings.curves.forEach((curve, i) => {
      expect(rows[i]![3]).toBe(intervalText(typicalWidth(curve)));
      expect(rows[i]![4]).toBe(`${curve.shape} ${rateText(curve.rates!.shapes[curve.shape])}`);
      expect(rows[i]![5]).toBe(curve.truth!.onset === null ? 'no break' : `\u03b7 ${curve.truth!.onset.toFixed(3)}`);
    });
  });

  it('says how wide a bend is that was put in, and of a corner the onset alone', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
    const put = (width: number) => {
      const curves = study.findings.curves.map((curve) => ({...curve, truth: {onset: 2.107, width}}));
      return matrixRows({...study, findings: {...study.findings, curves}}, 'en').rows[0]![5];
    };
    expect([put(0), put(0.0762)]).toEqual(['\u03b7 2.107', '\u03b7 2.107, w 0.076']);
  });

  it('gives the pair that ends at a metric its own rates: 94 % kept, 1 % removed and 5 % undecided', () => {
    const [accuracy, continuous] = matrixRows(sampleStudy(), 'en').rows;
    expect(accuracy!.slice(6)).toEqual(['\u2013', '\u2013', '\u2013']);
    expect(continuous!.slice(6)).toEqual([
      'break kept 94\u00a0% \u00b1 2.4',
      '1\u00a0% \u00b1 1.0',
      '5\u00a0% \u00b1 2.2',
    ]);
  });

  it('counts a pair as wrong against the truths of its two metrics', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy', 'brierScore']});
    const [from, to] = study.findings.curves;
    const smooth = {...to!, truth: {onset: null, width: null}};
    const mirage = {...study, findings: {...study.findings, curves: [from!, smooth]}};
    // What was put in is now a break that the continuous metric removes: kept in 94 % is wrong.
    expect(matrixRows(mirage, 'en').rows[1]!.slice(7)).toEqual(['94\u00a0% \u00b1 2.4', '5\u00a0% \u00b1 2.2']);
  });

  it('stands in the report where there are replicates, and only there', () => {
    const study = sampleStudy();
    expect(hasMatrix(study)).toBe(true);
    for (const language of ['en', 'zh'] as const)
      expect(reportMarkdown(study, [], language)).toContain(matrixRows(study, language).head.at(-2)!);
    expect(hasMatrix(sampleStudy({replicates: 1}))).toBe(false);
    expect(hasMatrix(sampleTable())).toBe(false);
    expect(reportMarkdown(sampleTable(), [], 'en')).not.toContain('Verdict of the pair');
  });
});
