import {describe, expect, it} from 'vitest';
import type {SmoothNull} from '../../src/inference/evidence.ts';
import type {CurveFinding} from '../../src/inference/findings.ts';
import {evidenceSections, evidenceSentences} from '../../src/report/evidence/evidence.ts';
import {coveredShare} from '../../src/report/evidence/forecasts.ts';
import {smoothNullLine} from '../../src/report/evidence/smoothNull.ts';
import type {Language} from '../../src/report/figure.ts';
import {limitsOf} from '../../src/report/limits.ts';
import {casesOf} from '../../src/report/lookup.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';
import {withoutEvidence} from './variants.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

function changed(study: Study, change: (curve: CurveFinding) => Partial<CurveFinding>): Study {
  const curves = study.findings.curves.map((curve) => ({...curve, ...change(curve)}));
  return {...study, findings: {...study.findings, curves}};
}

/** The sentence of the first (world, benchmark) that begins so. */
function sentenceOf(study: Study, start: string): string | undefined {
  return firstSentences(study).find((text) => text.startsWith(start));
}

/** The sentences of the first (world, benchmark). */
function firstSentences(study: Study, language: Language = 'en'): readonly string[] {
  return evidenceSentences(study, casesOf(study, language)[0]!, language);
}

function withNull(study: Study, test: Partial<SmoothNull>): Study {
  return changed(study, ({smoothNull}) => ({smoothNull: {...smoothNull!, ...test}}));
}

describe('the limits of a study', () => {
  const said = (resamples: number, benchmarks?: readonly string[]) =>
    limitsOf(withNull(sampleStudy(benchmarks ? {benchmarks} : {}), {resamples}), 'en').filter((text) =>
      text.includes(' resamples'),
    );

  it('say where too few resamples can reject nothing, alone or adjusted over benchmarks', () => {
    expect(said(19)).toEqual([
      'No p-value of a bootstrap can fall below 0.05 with 19 resamples: the smallest there is is 0.050.',
    ]);
    expect(said(20, ['mmlu'])).toEqual([]);
    expect(said(39)).toEqual([expect.stringMatching(/^With 39 resamples .* over 2 benchmarks: .* is 0\.050\.$/)]);
    expect(said(40)).toEqual([]);
    expect(limitsOf(withoutEvidence(), 'en').join(' ')).not.toContain(' resamples');
  });
});

describe('the tables of evidence', () => {
  it.each(LANGUAGES)('ask nine questions, each with a table whose rows are as long as its head (%s)', (language) => {
    const sections = evidenceSections(sampleStudy(), language);
    expect(sections.length).toBe(9);
    for (const {table, title, note} of sections) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row.length).toBe(table.head.length);
      expect(`${title}${note}`).not.toMatch(/\{\w+\}/);
    }
  });

  it('are left out where nothing was worked out', () => {
    expect(evidenceSections(withoutEvidence(), 'en')).toEqual([]);
    expect(firstSentences(withoutEvidence())).toEqual([]);
  });

  it('name no world for a table', () => {
    for (const {table} of evidenceSections(sampleTable(), 'en')) {
      expect(table.head).not.toContain('World');
      expect(table.rows[0]![0]).toBe('MMLU');
    }
  });

  it('print the p of the smooth-null test with its curve, resamples and rate over replicates', () => {
    const [{table}] = evidenceSections(sampleStudy(), 'en') as [ReturnType<typeof evidenceSections>[number]];
    expect(table.rows[0]).toEqual([
      'threshold',
      'MMLU',
      'Accuracy',
      '0.005',
      '0.010',
      '0.005',
      'Gompertz',
      '38.2',
      '199 (wild by run)',
      '98\u00a0% \u00b1 1.4',
    ]);
  });

  it('print how often a line null finds a break beside ours, with the truth', () => {
    const {table, note} = evidenceSections(sampleStudy(), 'en')[1]!;
    expect(table.head.slice(2)).toEqual([
      'Metric',
      'True \u03b7',
      'Line null: Davies',
      'Line null: sup-F',
      'Ours: sharp',
      'Ours: smooth null rejected',
    ]);
    const smooth = table.rows.find(([world]) => world === 'smooth')!;
    expect(smooth.slice(2)).toEqual([
      'Accuracy',
      'no break',
      '100\u00a0% \u00b1 0.0',
      '99\u00a0% \u00b1 1.0',
      '2\u00a0% \u00b1 1.4',
      '6\u00a0% \u00b1 2.4',
    ]);
    expect(note).toContain('one straight line');
    const titles = evidenceSections(sampleStudy({replicates: 1}), 'en').map(({title}) => title);
    expect(titles).not.toContain('How often each null finds a break');
  });

  it('have no column of adjusted p for a single benchmark, and none of rates without replicates', () => {
    const study = withNull(sampleTable({benchmarks: ['mmlu']}), {adjusted: null});
    const [{table}] = evidenceSections(study, 'en') as [ReturnType<typeof evidenceSections>[number]];
    expect(table.head).toEqual(['Benchmark', 'Metric', 'p', 'Hardest smooth curve', 'Likelihood ratio', 'Resamples']);
  });

  it('print the usual numbers of a curve and the curve with the least BIC', () => {
    const {table} = evidenceSections(sampleStudy(), 'en').at(-2)!;
    expect(table.head.slice(3)).toEqual([
      'Spearman',
      'Pearson',
      'Emergence score',
      'Break: flat, then line',
      'Break: jump',
      'Break: two lines with a jump',
      'Least BIC',
    ]);
    expect(table.rows[0]!.slice(3)).toEqual([
      '\u22120.81',
      '\u22120.90',
      '41.30',
      '2.116',
      '1.955',
      '2.125',
      'flat, then line',
    ]);
  });

  it('print what a usual test looks for, its null, its statistic and p, and where it puts the break', () => {
    const {table, note} = evidenceSections(sampleStudy(), 'en').at(-1)!;
    expect(table.head.slice(2)).toEqual([
      'Metric',
      'Test',
      'Looks for',
      'Null',
      'Statistic',
      'p',
      'Break at (training loss)',
    ]);
    const row = (test: string) => table.rows.find((cells) => cells[3] === test)!.slice(5);
    expect(row('Davies')).toEqual(['straight line', '|T| = 61.25', '< 0.001', '2.065']);
    expect(row('Segmented')).toEqual(['straight line', '\u2013', '\u2013', '2.108\u00a0[2.099,\u00a02.117]']);
    expect(row('Bai-Perron').at(-1)).toBe('1.905\u00a0[1.892,\u00a01.918], 2.117\u00a0[2.100,\u00a02.134]');
    expect(row('Davies, logit')).toEqual(['straight line of log-odds', '|Z| = 70.50', '< 0.001', '2.055']);
    expect(note).toContain('Every bend fails it');
  });

  it('leave tests of log-odds out where a metric is no share, and say why a test is missing', () => {
    const study = changed(sampleStudy(), ({metric, classical}) =>
      metric === 'accuracy'
        ? {}
        : {
            classical: {
              ...classical,
              tests: classical.tests.map((test) =>
                test.name === 'davies'
                  ? {...test, statistic: null, p: null, breaks: [], reason: 'too-few-points'}
                  : test,
              ),
            },
          },
    );
    const {rows} = evidenceSections(study, 'en').at(-1)!.table;
    const starts = rows.flatMap((cells, i) => (cells[2] === null ? [] : [i]));
    expect(starts.slice(0, 4)).toEqual([0, 12, 21, 30]);
    expect(rows[12]!.slice(3)).toEqual([
      'Davies',
      'a change of slope',
      'straight line',
      '\u2013',
      '\u2013',
      'too few points',
    ]);
  });
});

describe('the sentences of evidence', () => {
  it.each(LANGUAGES)('print the numbers that the tables print (%s)', (language) => {
    const study = sampleStudy();
    const text = firstSentences(study, language).join(' ');
    for (const number of [
      'p = 0.005',
      '0.010',
      '2.115 [2.075, 2.155]',
      '2.045',
      '2.104 [2.099, 2.110]',
      '2\u00a0%',
      '7.10 [4.26, 10.65]',
    ])
      expect(text).toContain(number);
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('say whether smooth curves are rejected, before and after adjustment over benchmarks', () => {
    const study = sampleStudy();
    const adjusted = {holm: 0.08, falseDiscovery: 0.03};
    expect(firstSentences(study)[0]).toMatch(/^The smooth-null test rejects every smooth curve for Accuracy/);
    expect(firstSentences(withNull(study, {p: 0.02, adjusted}))[0]).toMatch(/^Before adjustment/);
    expect(firstSentences(withNull(study, {p: 0.3, adjusted: null}))[0]).toMatch(
      /does not reject .*p = 0\.300, Gompertz/,
    );
    expect(firstSentences(withNull(study, {p: 0.0004}))[0]).toContain('p < 0.001');
  });

  it('say it in a line that lists the metrics of each outcome', () => {
    const study = changed(sampleStudy(), ({metric, smoothNull}) =>
      metric === 'brierScore' ? {smoothNull: {...smoothNull!, p: 0.4}} : {},
    );
    expect(smoothNullLine(study, casesOf(study, 'en')[0]!, 'en')).toEqual([
      'smooth curves are rejected for Accuracy (p = 0.005, Holm 0.010), CorrectChoiceProb (p = 0.005, Holm 0.010); a smooth curve is not rejected for BrierScore (p = 0.400, Holm 0.010)',
    ]);
  });

  it('follow the verdicts: one onset or several, explained or not, agreeing or differing runs', () => {
    const study = sampleStudy();
    const other: Study = {
      ...study,
      findings: {
        ...study.findings,
        benchmarks: study.findings.benchmarks.map((finding) => ({
          ...finding,
          sharedOnset: finding.sharedOnset && {...finding.sharedOnset, p: 0.001},
          pairs: finding.pairs.map((pair) => ({
            ...pair,
            explained: {...pair.explained!, explained: false, remaining: 0.8},
          })),
        })),
      },
    };
    expect(firstSentences(study).join(' ')).toContain('the metrics do not differ (p = 0.370)');
    expect(firstSentences(other).join(' ')).toContain('but the metrics differ (p = 0.001)');
    expect(firstSentences(study).join(' ')).toContain('Accuracy is a smooth function of CorrectChoiceProb');
    expect(firstSentences(other).join(' ')).toContain('80\u00a0% of its break is left');
    expect(firstSentences(study).join(' ')).toMatch(/equal loss: they agree in .*equal compute: they differ in/);
  });

  it('name the law that foresees best once where it is the same from every cutoff', () => {
    expect(sentenceOf(sampleStudy(), 'Fitted up')).toBe(
      'Fitted up to a cutoff and scored on the rest: bent hinge has the best log score from every cutoff (Accuracy, CorrectChoiceProb, BrierScore).',
    );
    const mixed = changed(sampleStudy(), ({forecasts, metric}) => ({
      forecasts: metric === 'accuracy' ? forecasts.map((one, i) => (i === 0 ? {...one, best: 'line'} : one)) : [],
    }));
    expect(sentenceOf(mixed, 'Fitted up')).toContain(
      'bent hinge has the best log score from 2 of 3, line has the best log score from 1 of 3 (Accuracy)',
    );
  });
});

describe('the sentence on the usual tests', () => {
  it('counts those with p below 5 % in the rows of the table, and says that every bend fails their null', () => {
    const study = sampleStudy();
    // Of nine tests with a p on accuracy, and seven on the others, CUSUM alone stays above 5 %.
    expect(firstSentences(study).at(-1)).toBe(
      'Usual tests, whose null is one straight line, find a break at 5 %: 8 of 9 on Accuracy, 6 of 7 on CorrectChoiceProb, 6 of 7 on BrierScore. Every bend fails that null, a smooth one too.',
    );
    const {rows} = evidenceSections(study, 'en').at(-1)!.table;
    const printed = rows
      .slice(0, 12)
      .map((cells) => cells[7]!)
      .filter((p) => p !== '\u2013');
    expect([printed.length, printed.filter((p) => p.startsWith('<') || Number(p) < 0.05).length]).toEqual([9, 8]);
  });

  it('says nothing without a p', () => {
    const bare = changed(sampleStudy(), ({classical}) => ({
      classical: {...classical, tests: classical.tests.map((test) => ({...test, p: null}))},
    }));
    expect(sentenceOf(bare, 'Usual tests')).toBeUndefined();
  });
});

describe('what a forecast foresees', () => {
  const flatAt = (rmse: number) =>
    changed(sampleStudy(), ({forecasts}) => ({
      forecasts: forecasts.map((one) => ({
        ...one,
        laws: [...one.laws, {name: 'flat', logScore: -50, rmse, coverage: []}],
      })),
    }));

  it('is nothing where the best law is not a tenth nearer than a flat line', () => {
    // The best law of the sample has rmse 0.01.
    expect(sentenceOf(flatAt(0.0112), 'Fitted up')).toContain('bent hinge has the best log score from every cutoff');
    expect(sentenceOf(flatAt(0.011), 'Fitted up')).toContain('nothing is foreseen from any cutoff');
    const {table} = evidenceSections(flatAt(0.011), 'en').find(({title}) => title.startsWith('Which law'))!;
    expect(table.rows[0]!.join(' ')).toContain('rmse 1.00 pp, nothing is foreseen');
  });

  it('is counted by cutoff where it differs', () => {
    const study = changed(flatAt(0.011), ({forecasts}) => ({
      forecasts: forecasts.map((one, i) =>
        i > 0 ? one : {...one, laws: one.laws.map((law) => (law.name === 'flat' ? {...law, rmse: 1} : law))},
      ),
    }));
    expect(sentenceOf(study, 'Fitted up')).toContain(
      'bent hinge has the best log score from 1 of 3, nothing foreseen from 2 of 3',
    );
  });
});

describe('an onset without a shape that disagrees with the bent hinge', () => {
  const told = (change: (curve: CurveFinding) => Partial<NonNullable<CurveFinding['shapeFree']>>) =>
    firstSentences(changed(sampleStudy(), (curve) => ({shapeFree: {...curve.shapeFree!, ...change(curve)}}))).filter(
      (text) => text.includes('disagree'),
    );

  it('is said where the intervals do not overlap or chance is rejected before the interval of the hinge', () => {
    expect(told(() => ({}))).toEqual([]);
    const apart = told(({onset}) => ({
      onset: {estimate: onset!.high + 0.1, low: onset!.high + 0.01, high: onset!.high + 0.2},
    }));
    expect(apart.length).toBe(3);
    expect(apart[0]).toContain('do not overlap');
    const early = told(({onset}) => ({firstRejection: onset!.high + 0.1}));
    expect(early[0]).toMatch(/For Accuracy the two disagree: chance is rejected at 2\.213 already/);
  });

  it('is not said where the one interval only touches the other', () => {
    expect(told(({onset}) => ({onset: {estimate: 2.2, low: onset!.high, high: 2.4}}))).toEqual([]);
    expect(told(({onset}) => ({firstRejection: onset!.high}))).toEqual([]);
  });
});

describe('the coverage of a forecast', () => {
  it('weighs the distances by their points', () => {
    const law = {
      name: 'hinge',
      logScore: 1,
      rmse: 0.1,
      coverage: [
        {from: 0, to: 0.1, covered: 1, n: 30},
        {from: 0.1, to: 0.2, covered: 0.5, n: 10},
      ],
    };
    expect(coveredShare(law)).toBe(0.875);
    expect(coveredShare({...law, coverage: []})).toBeNull();
  });
});
