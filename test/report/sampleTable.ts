import {type Axis, onUserAxis, xOf} from '../../src/inference/axis.ts';
import type {BenchmarkFinding, CurveFinding, Findings} from '../../src/inference/findings.ts';
import {makeTableStudy} from '../../src/report/makeTableStudy.ts';
import type {ScoreRow, Study, TableSource} from '../../src/report/study.ts';
import {type SampleOptions, sampleStudy} from './sampleStudy.ts';

/** What a sample table holds. */
export interface SampleTableOptions extends Pick<SampleOptions, 'benchmarks' | 'metrics'> {
  readonly axis?: Axis;
  /** Copies of each benchmark under names of their own. */
  readonly copies?: number;
  /** Training runs that the points are dealt to; 0 where no column names them. */
  readonly runs?: number;
  /** Name of the column of a score without a metric; it stands beside the others. */
  readonly own?: string;
  readonly table?: Partial<TableSource>;
}

const CURVE_OF_A_TABLE = {world: null, truth: null, rates: null} as const;

function curveOf(curve: CurveFinding, benchmark: string): CurveFinding {
  return {...curve, ...CURVE_OF_A_TABLE, benchmark};
}

function caseOf(finding: BenchmarkFinding, benchmark: string): BenchmarkFinding {
  const pairs = finding.pairs.map((pair) => ({...pair, rates: null}));
  return {...finding, world: null, benchmark, pairs, rates: null, truth: null};
}

/** The study of a table: what a simulated study says of one world, without world, truth and rates. */
export function sampleTable(options: SampleTableOptions = {}): Study {
  const {axis = {log: false, ascending: false}, copies = 1, runs = 3, own, table} = options;
  const base = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu', 'c-eval'], ...options});
  const names = Array.from({length: copies}, (_, i) => (name: string) => (i === 0 ? name : `${name}-${i}`));
  const each = <T extends {readonly benchmark: string}, U>(
    rows: readonly T[],
    make: (row: T, name: string) => U,
  ): U[] => names.flatMap((rename) => rows.map((row) => make(row, rename(row.benchmark))));
  const curves = each(base.findings.curves, curveOf);
  const owned = own === undefined ? [] : curves.filter(({metric}) => metric === 'accuracy');
  const findings: Findings = {
    version: 1,
    curves: [...curves, ...owned.map((curve) => ({...curve, metric: own!, shapeFree: null, plateau: null}))],
    benchmarks: each(base.findings.benchmarks, caseOf),
  };
  const rowOf = (row: ScoreRow, benchmark: string, i: number): ScoreRow => ({
    ...row,
    world: null,
    benchmark,
    family: '',
    run: runs > 0 ? `run ${i % runs}` : '',
    params: runs > 0 ? 1e8 * (1 + (i % runs)) : null,
    tokens: null,
    loss: xOf(axis, row.loss),
  });
  const scores = names.flatMap((rename) => base.scores.map((row, i) => rowOf(row, rename(row.benchmark), i)));
  const ownScores = own === undefined ? [] : scores.filter(({metric}) => metric === 'accuracy');
  return makeTableStudy({
    table: {
      file: 'checkpoints.csv',
      command: 'mirage-lab judge checkpoints.csv --x val_loss --y acc:accuracy --by benchmark',
      rows: scores.length + 5,
      used: scores.length,
      x: 'val_loss',
      ...axis,
      by: ['benchmark'],
      runs: Array.from({length: runs}, (_, i) => `run ${i}`),
      unit: 'fraction',
      notes: [{code: 'missing', data: {column: 'acc', count: 5}}],
      ...table,
    },
    manifest: {...base.manifest, name: 'judge-checkpoints', counts: {runs, checkpoints: scores.length}},
    findings: onUserAxis(findings, axis),
    scores: [...scores, ...ownScores.map((row) => ({...row, metric: own!}))],
    benchmarks: names.flatMap((rename) =>
      base.benchmarks.map(({name, label, questions}) => ({name: rename(name), label: rename(label), questions})),
    ),
    metrics: [
      ...base.metrics.map(({name}) => ({column: name, metric: name})),
      ...(own === undefined ? [] : [{column: own, metric: null}]),
    ],
  });
}
