import type {CurveFinding, Findings} from '../inference/findings.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Manifest, MetricView, ScoreRow, Study, TableSource} from './study.ts';

/** A benchmark of a table. */
export interface TableBenchmark {
  readonly name: string;
  readonly label: string;
  readonly questions: number | null;
}

/** A score of a table: its column, and the entry of the metric registry that it follows; null for a score of its own. */
export interface TableMetric {
  readonly column: string;
  readonly metric: string | null;
}

/** What the study of a table is made of. Places on the x axis are those of the column; findings have no world. */
export interface TableParts {
  readonly table: TableSource;
  readonly manifest: Manifest;
  readonly findings: Findings;
  readonly scores: readonly ScoreRow[];
  readonly benchmarks: readonly TableBenchmark[];
  readonly metrics: readonly TableMetric[];
}

/** Figures of a table, in their order: no truth and no replicates to draw. */
const FIGURES = [
  'metric-panels',
  'transition-width',
  'verdict-table',
  'profile',
  'decision',
  'residuals',
  'collapse',
  'forecast',
] as const;

/** The chance level that a curve was held against; null where there is none. */
function chanceOf({plateau, shapeFree}: CurveFinding): number | null {
  if (typeof plateau?.chance === 'number') return plateau.chance;
  return shapeFree?.levelOf === 'chance' ? shapeFree.level : null;
}

function metricView({column, metric}: TableMetric, {findings, table}: TableParts): MetricView {
  const name = metric ?? column;
  const curves = findings.curves.filter((curve) => curve.metric === name);
  const chance = Object.fromEntries(curves.map((curve) => [curve.benchmark, chanceOf(curve)]));
  const known = METRICS.find((entry) => entry.name === metric);
  if (known) {
    const {label, formula, source, guess, direction, continuous, percent} = known;
    return {name, label, definition: {formula, source, guess}, direction, continuous, percent, chance};
  }
  const percent = table.unit === 'percent';
  return {
    name,
    label: {en: column, zh: column},
    definition: null,
    direction: 'higher',
    continuous: false,
    percent,
    chance,
  };
}

/** Puts together what figures, page and terminal read of a user's own table; discontinuous metrics stand first. */
export function makeTableStudy(parts: TableParts): Study {
  const {table, manifest, findings, scores, benchmarks, metrics} = parts;
  const views = metrics.map((metric) => metricView(metric, parts));
  return {
    experiment: null,
    table,
    manifest,
    figures: FIGURES,
    findings,
    scores,
    bands: [],
    trajectories: [],
    otherLosses: [],
    intervals: [],
    paper: [],
    benchmarks: benchmarks.map((one) => ({...one, options: null, illustrative: false, source: table.file})),
    metrics: [...views.filter(({continuous}) => !continuous), ...views.filter(({continuous}) => continuous)],
    worlds: [],
    samples: null,
    scorecard: [],
  };
}
