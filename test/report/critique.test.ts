import {describe, expect, it} from 'vitest';
import type {BenchmarkFinding, CurveFinding, PairFinding, Rate, Shape, Verdict} from '../../src/inference/findings.ts';
import {cellRows} from '../../src/report/critique/cells.ts';
import {critiqueOf} from '../../src/report/critique/critique.ts';
import {critiqueGroups} from '../../src/report/critique/section.ts';
import {critiqueClause, critiqueSentences} from '../../src/report/critique/sentences.ts';
import {casesOf} from '../../src/report/lookup.ts';
import {reportMarkdown} from '../../src/report/markdown.ts';
import {reportHtml} from '../../src/report/page.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';
import {isHostile, VARIANTS} from './variants.ts';

const rate = (value: number): Rate => ({value, mcse: 0.01, n: 100});

/** A curve that has a shape in nine replicates of ten. */
function shaped(curve: CurveFinding, shape: Shape, onset: number, width: number): CurveFinding {
  const interval = {estimate: width, low: 0.9 * width, high: 1.1 * width};
  const share = (name: Shape): Rate => rate(name === shape ? 0.9 : 0.05);
  const shapes = {sharp: share('sharp'), soft: share('soft'), undetermined: share('undetermined')};
  return {
    ...curve,
    shape,
    width: interval,
    onset: {estimate: onset, low: onset - 0.01, high: onset + 0.01},
    rates: {...curve.rates!, shapes, typicalWidth: interval, onset: {...rate(onset), n: 100}},
  };
}

function judged<T extends BenchmarkFinding | PairFinding>(finding: T, verdict: Verdict, share = 0.9): T {
  const names = ['kept', 'moved', 'removed', 'none', 'cannot-tell'] as const;
  const rates = Object.fromEntries(names.map((name) => [name, rate(name === verdict ? share : (1 - share) / 4)]));
  return {...finding, verdict, rates};
}

interface Made {
  readonly verdict: Verdict;
  readonly truth?: BenchmarkFinding['truth'];
  /** Accuracy, CorrectChoiceProb, BrierScore: shape, onset and width. */
  readonly curves: ReadonlyArray<readonly [Shape, number, number]>;
  readonly pairs: readonly [Verdict, Verdict];
}

/** A study of one world and benchmark, accuracy against two continuous metrics. */
function made({verdict, truth = verdict, curves, pairs}: Made): Study {
  const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
  const finding = study.findings.benchmarks[0]!;
  return {
    ...study,
    findings: {
      version: 1,
      curves: study.findings.curves.map((curve, i) => shaped(curve, ...curves[i]!)),
      benchmarks: [
        {...judged(finding, verdict), truth, pairs: finding.pairs.map((pair, i) => judged(pair, pairs[i]!))},
      ],
    },
  };
}

const SHARP = ['sharp', 2.1, 0.002] as const;
const SOFT = ['soft', 2.0, 0.08] as const;
const OPEN = ['undetermined', 2.0, 0.02] as const;

const KEPT = made({verdict: 'kept', curves: [SHARP, ['sharp', 2.105, 0.003], SHARP], pairs: ['kept', 'kept']});
const REMOVED = made({verdict: 'removed', curves: [SHARP, SOFT, SOFT], pairs: ['removed', 'removed']});
const PARTLY = made({verdict: 'removed', curves: [SHARP, SOFT, SHARP], pairs: ['removed', 'kept']});
const MOVED = made({verdict: 'moved', curves: [SHARP, ['sharp', 2.3, 0.002], SHARP], pairs: ['moved', 'moved']});
const NOTHING = made({verdict: 'none', curves: [SOFT, SOFT, OPEN], pairs: ['none', 'none']});
const REVERSED = made({
  verdict: 'cannot-tell',
  curves: [SOFT, ['sharp', 2.2, 0.001], SOFT],
  pairs: ['cannot-tell', 'none'],
});
const UNDECIDED = made({verdict: 'cannot-tell', curves: [OPEN, SHARP, SHARP], pairs: ['cannot-tell', 'cannot-tell']});

function said(study: Study, language: 'en' | 'zh' = 'en'): readonly string[] {
  return critiqueSentences(study, casesOf(study, language)[0]!, language);
}

const kindOf = (study: Study) => critiqueOf(study, casesOf(study, 'en')[0]!).kind;

describe('the critique', () => {
  it.each([
    ['kept', KEPT],
    ['explains', REMOVED],
    ['partly', PARTLY],
    ['moved', MOVED],
    ['nothing', NOTHING],
    ['reversed', REVERSED],
    ['open', UNDECIDED],
    ['unpaired', sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']})],
    ['continuous', sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['brierScore']})],
  ] as const)('is held against the findings as %s, in two sentences in each language', (kind, study) => {
    expect(kindOf(study)).toBe(kind);
    for (const language of ['en', 'zh'] as const) {
      const sentences = said(study, language);
      expect(sentences.length).toBe(2);
      for (const text of sentences) {
        expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(text.endsWith(language === 'zh' ? '\u3002' : '.')).toBe(true);
      }
    }
  });

  it('follows the usual verdict over replicates, not that of replicate 0', () => {
    const [finding] = KEPT.findings.benchmarks;
    const unlucky = {...finding!, verdict: 'cannot-tell' as const};
    expect(kindOf({...KEPT, findings: {...KEPT.findings, benchmarks: [unlucky]}})).toBe('kept');
  });

  it('names the metric and the loss at which a break stays', () => {
    expect(said(KEPT)[0]).toBe(
      'The critique does not explain this, because the break of Accuracy at training loss 2.100 stays in CorrectChoiceProb (2.105), BrierScore (2.100).',
    );
    expect(said(KEPT)[1]).toContain('0.003 [0.003, 0.003] (CorrectChoiceProb)');
  });

  it('names the metrics in which a break goes, and how wide it becomes', () => {
    expect(said(REMOVED)[0]).toMatch(/^The critique explains this: Accuracy breaks at training loss 2\.100/);
    expect(said(REMOVED)[1]).toContain('from 0.002 [0.002, 0.002] nats to 0.080 [0.072, 0.088] (CorrectChoiceProb)');
    expect(said(PARTLY)[0]).toContain('goes in CorrectChoiceProb and stays in BrierScore (2.100)');
  });

  it('blames the pair that most often loses its break where none does in most replicates', () => {
    const [finding] = REMOVED.findings.benchmarks;
    const pairs = finding!.pairs.map((pair, i) => judged(pair, i === 0 ? 'kept' : 'cannot-tell', i === 0 ? 0.6 : 0.4));
    const study = {...REMOVED, findings: {...REMOVED.findings, benchmarks: [{...finding!, pairs}]}};
    const {kind, going, staying} = critiqueOf(study, casesOf(study, 'en')[0]!);
    expect([kind, going.map(({metric}) => metric), staying.map(({metric}) => metric)]).toEqual([
      'partly',
      ['brierScore'],
      ['correctChoiceProb'],
    ]);
  });

  it('says of a curve without a break how wide it bends and what a test against a line would say', () => {
    const [first, second] = said(NOTHING);
    expect(first).toContain('Accuracy bends over 0.080 [0.072, 0.088] nats');
    expect(second).toMatch(/^A test against a straight line would still call a break in Accuracy \(Davies, p /);
    const quiet = NOTHING.findings.curves.map((curve) => ({
      ...curve,
      classical: {...curve.classical, tests: curve.classical.tests.map((test) => ({...test, p: 0.4}))},
    }));
    expect(said({...NOTHING, findings: {...NOTHING.findings, curves: quiet}})[1]).toContain('Not even a test');
    const untested = quiet.map((curve) => ({...curve, classical: {...curve.classical, tests: []}}));
    expect(said({...NOTHING, findings: {...NOTHING.findings, curves: untested}})[1]).toContain('A bend is not a break');
  });

  it('turns round where only a continuous metric breaks', () => {
    expect(said(REVERSED)[0]).toContain(
      'CorrectChoiceProb (2.200) break although continuous, while Accuracy bends over',
    );
  });

  it('says what is missing for each reason of an open verdict', () => {
    const withReason = (reason: string, shape: Shape = 'undetermined'): Study => {
      const [first, ...rest] = UNDECIDED.findings.curves;
      return {...UNDECIDED, findings: {...UNDECIDED.findings, curves: [{...first!, shape, reason}, ...rest]}};
    };
    const missing = (reason: string): string => said(withReason(reason))[1]!;
    expect(missing('interval-too-wide')).toContain(
      'a narrower interval of w for Accuracy (now 0.018 to 0.022, w* = 0.029)',
    );
    expect(missing('edge')).toContain('beyond the end of the data');
    expect(missing('too-few-points-near-break')).toContain('close to the onset of Accuracy');
    expect(missing('data-gap')).toContain('inside the gap');
    expect(missing('no-fit')).toContain('enough different points to fit Accuracy');
    const [finding] = UNDECIDED.findings.benchmarks;
    const pairs = finding!.pairs.map((pair) => ({...pair, reason: 'difference-uncertain'}));
    const study = {...withReason('narrow-width', 'sharp')};
    const uncertain = {...study, findings: {...study.findings, benchmarks: [{...finding!, pairs}]}};
    expect(said(uncertain)[1]).toContain(
      'difference of the onsets of Accuracy and CorrectChoiceProb (now \u22120.009 to 0.011)',
    );
    const decided = {...finding!, verdict: 'kept' as const};
    expect(said({...study, findings: {...study.findings, benchmarks: [decided]}})[1]).toContain(
      'so that replicates agree',
    );
  });

  it('asks for no more data where runs differ at equal loss, and lists no verdict that all replicates share', () => {
    const [first, ...rest] = UNDECIDED.findings.curves;
    const apart = {...first!, collapse: first!.collapse.map((one) => ({...one, verdict: 'differs' as const}))};
    const [finding] = UNDECIDED.findings.benchmarks;
    const findings = {
      ...UNDECIDED.findings,
      curves: [apart, ...rest],
      benchmarks: [judged(finding!, 'cannot-tell', 1)],
    };
    expect(said({...UNDECIDED, findings})[0]).toContain('cannot be told: the data do not decide.');
    expect(said({...UNDECIDED, findings})[1]).toMatch(/^Missing: one curve of the loss: runs differ/);
  });

  it('says how the replicates of an open verdict are split', () => {
    const [finding] = UNDECIDED.findings.benchmarks;
    const split = judged(finding!, 'cannot-tell', 0.6);
    expect(said({...UNDECIDED, findings: {...UNDECIDED.findings, benchmarks: [split]}})[0]).toContain(
      'cannot tell in 60\u00a0%, break kept in 10\u00a0%',
    );
  });

  it('claims nothing from a verdict that has no majority of the replicates', () => {
    const [finding] = REMOVED.findings.benchmarks;
    const split = judged(finding!, 'removed', 0.4);
    const study = {...REMOVED, findings: {...REMOVED.findings, benchmarks: [split]}};
    expect(kindOf(study)).toBe('open');
    expect(said(study)[0]).toContain('break removed in 40\u00a0%, break kept in 15\u00a0%');
  });

  it('never prints a limit of a width as zero', () => {
    const curves = NOTHING.findings.curves.map((curve) => ({...curve, widthLimit: 0.0005}));
    expect(said({...NOTHING, findings: {...NOTHING.findings, curves}})[0]).toContain('soft from 0.0003 nats on');
  });

  it('holds the verdict against what was put in', () => {
    expect(said(KEPT)[1]).toContain('what was put in is \u201cbreak kept\u201d, as found');
    const wrong = made({verdict: 'removed', truth: 'kept', curves: [SHARP, SOFT, SOFT], pairs: ['removed', 'removed']});
    expect(said(wrong)[0]).toMatch(
      /^What was put in is \u201cbreak kept\u201d.* wrong in 95\s% of replicates; it would/,
    );
    expect(said(wrong)[1]).toMatch(/^The critique explains this/);
    expect(said(wrong)[2]).not.toContain('put in');
    const unknown = {...KEPT.findings.benchmarks[0]!, truth: null};
    expect(said({...KEPT, findings: {...KEPT.findings, benchmarks: [unknown]}})[1]).not.toContain('put in');
  });
});

describe('two formats of one benchmark', () => {
  const formats = (names: readonly [string, string], second: Verdict): Study => {
    const broken = KEPT;
    const smooth = second === 'none' ? NOTHING : KEPT;
    const named = (study: Study, name: string) => ({
      benchmarks: study.benchmarks.map((view) => ({...view, name, label: name})),
      curves: study.findings.curves.map((curve) => ({...curve, benchmark: name})),
      findings: study.findings.benchmarks.map((finding) => ({...finding, benchmark: name})),
    });
    const [one, other] = [named(broken, names[0]), named(smooth, names[1])];
    return {
      ...broken,
      benchmarks: [...one.benchmarks, ...other.benchmarks],
      findings: {
        version: 1,
        curves: [...one.curves, ...other.curves],
        benchmarks: [...one.findings, ...other.findings],
      },
    };
  };

  it.each([
    ['mmlu-lettered', 'mmlu-cloze'],
    ['mmlu', 'mmlu-cloze'],
  ] as const)('%s and %s say that the format removes the break where only the first breaks', (one, other) => {
    const [, , third] = said(formats([one, other], 'none'));
    expect(third).toBe(
      `Changing the format, not the metric, removes the break: ${one} breaks at training loss 2.100, and the same questions asked as ${other} bend over 0.080 [0.072, 0.088] nats.`,
    );
    expect(said(formats([one, other], 'none'), 'zh')[2]).toContain('0.080 [0.072, 0.088] nat');
  });

  it('say nothing of it where both break, and two different benchmarks never do', () => {
    expect(said(formats(['mmlu-lettered', 'mmlu-cloze'], 'kept')).length).toBe(2);
    expect(said(formats(['mmlu', 'c-eval'], 'none')).length).toBe(2);
    expect(said(formats(['mmlu-lettered', 'c-eval-cloze'], 'none')).length).toBe(2);
  });

  it('say nothing of it where the same was put into both', () => {
    const study = formats(['mmlu', 'mmlu-cloze'], 'none');
    const benchmarks = study.findings.benchmarks.map((finding) => ({...finding, truth: 'kept' as const}));
    expect(said({...study, findings: {...study.findings, benchmarks}}).length).toBe(2);
  });
});

describe('the section on the critique', () => {
  it('stands in the page and in its Markdown twin, a paragraph for each world and benchmark', () => {
    const study = sampleStudy();
    for (const language of ['en', 'zh'] as const) {
      const groups = critiqueGroups(study, language);
      expect(groups.flatMap(({paragraphs}) => paragraphs).length).toBe(4);
      const page = reportHtml(study, [], {language, stills: {}, fonts: '', bundles: []});
      const twin = reportMarkdown(study, [], language);
      for (const text of groups.flatMap(({paragraphs}) => paragraphs)) {
        const start = text.slice(0, 40);
        expect(page).toContain(start);
        expect(twin).toContain(start);
      }
    }
  });

  it.each(Object.entries(VARIANTS))('is written in both languages for %s', (name, make) => {
    for (const language of ['en', 'zh'] as const) {
      const text = critiqueGroups(make(), language)
        .flatMap(({paragraphs}) => paragraphs)
        .join('\n');
      if (!isHostile(name)) expect(text).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
    }
  });

  it('names the axis and the unit of a table and speaks of no truth', () => {
    const text = critiqueGroups(sampleTable({table: {x: 'tokens'}}), 'en')
      .flatMap(({paragraphs}) => paragraphs)
      .join(' ');
    expect(text).toContain('tokens');
    expect(text).not.toMatch(/nats|put in|replicate/);
  });

  it('has a short form for a terminal', () => {
    const clause = (study: Study) => critiqueClause(study, casesOf(study, 'en')[0]!, 'en');
    expect(clause(REMOVED)).toBe('the mirage critique explains this');
    expect(clause(KEPT)).toBe('the mirage critique does not explain this');
    const wrong = made({verdict: 'removed', truth: 'kept', curves: [SHARP, SOFT, SOFT], pairs: ['removed', 'removed']});
    expect(clause(wrong)).toBe(
      'by this verdict the mirage critique explains this; but what was put in is \u201cbreak kept\u201d',
    );
    expect(clause(NOTHING)).toBe('there is nothing for the mirage critique to explain');
  });
});

describe('metric by metric, the critique', () => {
  const cellsOf = (study: Study, language: 'en' | 'zh' = 'en') =>
    cellRows(study, language)!.rows.map((row) => row.slice(2).map(String));

  it('does not explain a break that stays, and explains one that goes, beside each other', () => {
    expect(cellsOf(PARTLY)).toEqual([
      [
        'CorrectChoiceProb',
        'The critique explains this.',
        'Accuracy breaks and bends over 0.002 [0.002, 0.002] nats; the same answers scored by CorrectChoiceProb bend over 0.080 [0.072, 0.088] nats.',
      ],
      [
        'BrierScore',
        'The critique does not explain this.',
        'It does not, because BrierScore breaks as well, at the same training loss: Accuracy (2.100), BrierScore (2.100); its bend is 0.002 [0.002, 0.002] nats wide.',
      ],
    ]);
  });

  it('names where a moved break goes, that a bend is no break, and that a continuous metric may break alone', () => {
    expect(cellsOf(MOVED)[0]![2]).toContain(
      'only at another training loss: Accuracy (2.100), CorrectChoiceProb (2.300)',
    );
    expect(cellsOf(NOTHING)[0]![1]).toBe('There is nothing for the critique to explain.');
    expect(cellsOf(REVERSED)[0]![1]).toBe('The critique does not explain this, it is the other way round.');
  });

  it('says how replicates are split where it cannot be told', () => {
    const [, claim, cause] = cellsOf(UNDECIDED)[0]!;
    expect(claim).toBe('Whether the critique explains this cannot be told.');
    expect(cause).toMatch(
      /^It cannot, because the verdicts over replicates are cannot tell in 90.%; widths in nats: 0\.020/,
    );
  });

  it.each(Object.entries(VARIANTS))('has two sentences in both languages for each pair of %s', (name, make) => {
    const study = make();
    for (const language of ['en', 'zh'] as const) {
      const rows = cellRows(study, language)?.rows ?? [];
      expect(rows.length).toBe(study.findings.benchmarks.flatMap(({pairs}) => pairs).length);
      for (const text of rows.flatMap((row) => row.slice(-2).map(String))) {
        expect(text.endsWith(language === 'zh' ? '\u3002' : '.')).toBe(true);
        if (!isHostile(name)) expect(text).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
      }
    }
  });

  it('has no table where nothing is paired, and else stands in the page and in its text twin', () => {
    const alone = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
    expect(cellRows(alone, 'en')).toBeNull();
    const options = {language: 'zh', stills: {}, fonts: '', bundles: []} as const;
    for (const [study, count] of [
      [PARTLY, 2],
      [alone, 1],
    ] as const) {
      expect(reportMarkdown(study, [], 'en').split('### Metric by metric')).toHaveLength(count);
      expect(reportHtml(study, [], options).split('<h3>逐个指标</h3>')).toHaveLength(count);
    }
  });
});
