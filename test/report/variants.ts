import type {CurveFinding} from '../../src/inference/findings.ts';
import type {Study} from '../../src/report/study.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {questionsOf} from './sampleEvidence.ts';
import {sampleLengths} from './sampleLengths.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

/** A study with every curve changed. */
function withCurves(study: Study, change: (curve: CurveFinding) => CurveFinding): Study {
  return {...study, findings: {...study.findings, curves: study.findings.curves.map(change)}};
}

/** A label that would be markup wherever it is not escaped. */
export const HOSTILE = '</script><script>alert(1)</script>"\'|`*';

/** A study whose every label is hostile. */
export function hostileStudy(): Study {
  const study = sampleStudy({worlds: ['threshold']});
  const label = {en: HOSTILE, zh: HOSTILE};
  return {
    ...study,
    experiment: {...study.experiment!, question: label},
    manifest: {...study.manifest, name: HOSTILE, seed: HOSTILE, seconds: {[HOSTILE]: 1}},
    benchmarks: study.benchmarks.map((entry) => ({...entry, label: HOSTILE, source: HOSTILE})),
    worlds: study.worlds.map((entry) => ({...entry, label, about: label})),
    metrics: study.metrics.map((entry) => ({...entry, label})),
    scores: study.scores.map((row) => ({...row, run: HOSTILE})),
    findings: {
      ...study.findings,
      curves: study.findings.curves.map((curve) => ({
        ...curve,
        reason: HOSTILE,
        candidates: curve.candidates.map((candidate) => ({...candidate, name: HOSTILE, parameters: {[HOSTILE]: 1}})),
      })),
    },
  };
}

/** A study without replicates: no rates, no bands. */
export function singleReplicate(): Study {
  const study = withCurves(sampleStudy({replicates: 1}), (curve) => ({...curve, rates: null}));
  const benchmarks = study.findings.benchmarks.map((finding) => ({
    ...finding,
    rates: null,
    pairs: finding.pairs.map((pair) => ({...pair, rates: null, difference: null})),
  }));
  return {...study, bands: [], findings: {...study.findings, benchmarks}};
}

/** Curves without onset, truth, profile, plateau, rise or fitted line. */
export function emptyFindings(): Study {
  return withCurves(sampleStudy(), (curve) => ({
    ...curve,
    onset: null,
    relativeWidth: null,
    shape: 'undetermined',
    reason: 'edge',
    plateau: null,
    rise: null,
    candidates: [],
    fitted: {loss: [], value: []},
    profile: null,
    truth: null,
    rates: null,
  }));
}

/** Rates as they were before tests of a straight line were counted. */
function ratesBeforeLineNull(rates: CurveFinding['rates']): CurveFinding['rates'] {
  if (!rates) return null;
  const {lineNull: _, ...others} = rates;
  return others;
}

/** A study whose single questions were followed over compute. */
export function withQuestions(): Study {
  const study = sampleStudy();
  const benchmarks = study.findings.benchmarks.map((finding) => ({
    ...finding,
    perQuestion: [questionsOf('pythia', true), questionsOf('olmo', finding.benchmark === 'mmlu')],
  }));
  return {...study, findings: {...study.findings, benchmarks}};
}

/** A study of which only the bent hinge is known. */
export function withoutEvidence(): Study {
  const study = withCurves(sampleStudy(), (curve) => ({
    ...curve,
    smoothNull: null,
    shapeFree: null,
    collapse: [],
    forecasts: [],
    residuals: {loss: [], value: [], run: []},
    classical: {spearman: null, pearson: null, emergenceScore: null, models: [], tests: []},
    rates: ratesBeforeLineNull(curve.rates),
  }));
  const benchmarks = study.findings.benchmarks.map((finding) => ({
    ...finding,
    sharedOnset: null,
    pairs: finding.pairs.map((pair) => ({...pair, explained: null})),
  }));
  return {...study, intervals: [], findings: {...study.findings, benchmarks}};
}

/** A table of undetermined scores, of which it was asked what would decide them: of the first some efforts would, of the others none. */
export function undecidedTable(): Study {
  const share = (value: number) => ({value, mcse: 0.03, n: 100});
  const designs = [
    {points: 1, noise: 1},
    {points: 2, noise: 1},
    {points: 1, noise: 1.5},
  ].map((effort) => ({
    ...effort,
    sharp: {right: share(0.6), wrong: share(0)},
    soft: {right: share(0.9), wrong: share(0.02)},
  }));
  const study = sampleTable();
  const first = study.findings.curves[0]!;
  return withCurves(study, (curve) => ({
    ...curve,
    shape: 'undetermined',
    reason: 'interval-too-wide',
    decision: {
      replicates: 100,
      correlation: 0.4,
      truths: {sharp: {onset: 2.1}, soft: {curve: 'gompertz'}},
      designs,
      wanted: 0.8,
      fewest: curve === first ? {points: 2, noise: 1.5} : {points: null, noise: null},
    },
  }));
}

/** A table whose every text is hostile. */
export function hostileTable(): Study {
  const study = sampleTable({
    own: HOSTILE,
    table: {
      file: HOSTILE,
      x: HOSTILE,
      by: [HOSTILE],
      runs: [HOSTILE, HOSTILE, HOSTILE],
      notes: [{code: HOSTILE, data: {}}],
    },
  });
  return {
    ...study,
    manifest: {...study.manifest, name: HOSTILE},
    benchmarks: study.benchmarks.map((entry) => ({...entry, label: HOSTILE})),
    scores: study.scores.map((row) => ({...row, run: HOSTILE})),
  };
}

/** Tables that every figure, page and ending must survive, by what is special about them. */
export const TABLES: Readonly<Record<string, () => Study>> = {
  'a table': () => sampleTable(),
  'a table of one column without runs': () =>
    sampleTable({benchmarks: ['mmlu'], metrics: ['accuracy'], runs: 0, table: {by: [], notes: []}}),
  'a table with a score of its own': () => sampleTable({own: 'my_score', table: {unit: null}}),
  'a logarithmic axis that rises': () => sampleTable({axis: {log: true, ascending: true}, table: {x: 'compute'}}),
  'an axis that rises': () => sampleTable({axis: {log: false, ascending: true}, table: {x: 'tokens'}}),
  'a table of 40 benchmarks and 22 runs': () => sampleTable({copies: 20, runs: 22, metrics: ['accuracy']}),
  'a table of undetermined scores': undecidedTable,
  'a table of which nothing was fitted': () => {
    const study = sampleTable();
    return {...study, findings: {version: 1, curves: [], benchmarks: []}};
  },
  'a hostile table': hostileTable,
};

/** Studies that every figure, page and ending must survive, by what is special about them. */
export const VARIANTS: Readonly<Record<string, () => Study>> = {
  'the usual study': () => sampleStudy(),
  'one world, one benchmark, one metric': () =>
    sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']}),
  'twelve benchmarks, choice and open': () =>
    sampleStudy({
      benchmarks: BENCHMARKS.map(({name}) => name),
      metrics: ['accuracy', 'exactStringMatch', 'correctChoiceProb', 'brierScore'],
    }),
  'five worlds': () =>
    sampleStudy({worlds: ['threshold', 'threshold-2.2', 'smooth', 'smooth-logistic', 'smooth-exponential']}),
  'no paper points': () => ({...sampleStudy(), paper: []}),
  'one replicate': singleReplicate,
  'single questions followed': withQuestions,
  'nothing found': emptyFindings,
  'no findings at all': () => ({...sampleStudy(), findings: {version: 1, curves: [], benchmarks: []}}),
  'an interval in two pieces': () =>
    withCurves(sampleStudy(), (curve) => ({
      ...curve,
      onset: {
        estimate: 2.1,
        low: 2,
        high: 2.3,
        pieces: [
          [2, 2.12],
          [2.25, 2.3],
        ],
      },
    })),
  'losses far from the paper': () => {
    const study = sampleStudy();
    return {...study, paper: [], scores: study.scores.map((row) => ({...row, loss: row.loss + 2}))};
  },
  'two families of answer lengths at four sizes': () => sampleLengths(),
  'hostile labels': hostileStudy,
  'no evidence beside the hinge': withoutEvidence,
  ...TABLES,
};

/** Whether the texts of a variant are hostile and may look like places that were not filled. */
export const isHostile = (name: string): boolean => name.includes('hostile');
