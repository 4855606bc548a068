import type {Design} from '../config/design.ts';
import type {Experiment} from '../config/experiment.ts';
import type {Findings} from '../inference/findings.ts';
import type {Interval} from '../inference/interval.ts';
import type {Metric} from '../science/metric.ts';
import type {Words} from '../science/parameter.ts';
import type {Samples} from './samples.ts';
import type {ScorecardRow} from './scorecard/row.ts';

/** One row of the scores table: what one checkpoint scored (values are fractions; Brier is the sum over options). */
export interface ScoreRow {
  /** Null in a user's own table, as in its findings. */
  readonly world: string | null;
  readonly benchmark: string;
  readonly metric: string;
  readonly family: string;
  readonly run: string;
  /** N: total parameters; null where a table does not say. */
  readonly params: number | null;
  /** Tokens seen at this checkpoint; null where a table does not say. */
  readonly tokens: number | null;
  readonly checkpoint: number;
  /** 6 N D, FLOP; null where a table does not say. */
  readonly compute: number | null;
  /** Nats per token, or what the x column of a table holds. */
  readonly loss: number;
  readonly value: number;
  readonly standardError: number | null;
  /** Null where a table does not say. */
  readonly questions: number | null;
}

/** Quantiles over replicates in one loss bin. */
export interface BandRow {
  readonly world: string;
  readonly benchmark: string;
  readonly metric: string;
  /** Centre of the bin, nats per token. */
  readonly loss: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** One checkpoint of one run of replicate 0: what was trained how, and the loss. */
export interface TrajectoryRow {
  readonly family: string;
  readonly run: string;
  /** N: total parameters. */
  readonly params: number;
  /** Nne: parameters without embeddings. */
  readonly paramsNonEmbedding: number;
  /** D: tokens seen. */
  readonly tokens: number;
  /** S: optimiser steps. */
  readonly steps: number;
  /** B: tokens per step. */
  readonly batch: number;
  /** U: tokens of the data set; infinite where none is seen twice. */
  readonly unique: number;
  /** Learning rate over its peak. */
  readonly lr: number;
  /** 6 N D, FLOP. */
  readonly compute: number;
  /** 6 Nne D, FLOP. */
  readonly computeNonEmbedding: number;
  /** As measured, nats per token. */
  readonly loss: number;
}

/** One curve of one replicate: a row of the table of replicates. */
export interface ReplicateRow {
  readonly world: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly replicate: number;
  /** Null where eta was not located. */
  readonly onset: Interval | null;
  readonly width: Interval;
  readonly shape: string;
  /** Likelihood ratio of the hinge against the best smooth curve; null where it was not worked out. */
  readonly smoothNullStatistic: number | null;
}

/** A published point that a figure draws behind ours. */
export interface PaperPoint {
  readonly benchmark: string;
  readonly metric: string;
  readonly run: string;
  readonly loss: number;
  readonly value: number;
}

/** What the report needs to know of a benchmark. */
export interface BenchmarkView {
  readonly name: string;
  readonly label: string;
  /** Options of a multiple-choice question, null for open answers. */
  readonly options: number | null;
  /** Null where a table does not say. */
  readonly questions: number | null;
  readonly illustrative: boolean;
  readonly source: string;
}

/** How a metric is computed and where that is from; `guess` is what a blind guess gets, where it has a value. */
export type MetricDefinition = Pick<Metric, 'formula' | 'source' | 'guess'>;

/** What the report needs to know of a metric. */
export interface MetricView {
  readonly name: string;
  readonly label: Words;
  /** Null for a column of a table that is no known metric. */
  readonly definition: MetricDefinition | null;
  readonly direction: 'higher' | 'lower';
  readonly continuous: boolean;
  /** Whether the paper prints it in percent. */
  readonly percent: boolean;
  /** Chance level for a benchmark, null where there is none. */
  readonly chance: Readonly<Record<string, number | null>>;
}

/** What the report needs to know of a world. */
export interface WorldView {
  readonly name: string;
  readonly label: Words;
  readonly about: Words;
  readonly paper: string;
  readonly illustrative: boolean;
}

/** manifest.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly seed: string;
  readonly configHash: string;
  readonly resultHash: string;
  readonly workers: number;
  /** What does not apply to a table is left out. */
  readonly counts: Partial<Design>;
  /** Wall seconds by stage, in the order they ran. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Something that happened while a table was read: a code that `words` turns into a sentence. */
export interface TableNote {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** A user's own table of scores and how it was read. */
export interface TableSource {
  /** Name of the file as the user gave it. */
  readonly file: string;
  /** The command line that judges it again, without folders. */
  readonly command: string;
  readonly rows: number;
  /** Rows that were fitted. */
  readonly used: number;
  /** Column of the x axis. */
  readonly x: string;
  /** Whether the x axis is logarithmic. */
  readonly log: boolean;
  /** Whether higher is better on the x axis: it then is not turned. */
  readonly ascending: boolean;
  /** Columns that split the table into curves. */
  readonly by: readonly string[];
  /** Training runs, in the order of the indices of residuals; empty where no column names them. */
  readonly runs: readonly string[];
  /** How the table writes shares; null where its scores are no shares. */
  readonly unit: 'percent' | 'fraction' | null;
  readonly notes: readonly TableNote[];
}

/** The part of a simulated study that is known before anything runs. */
export interface StudyParts extends Pick<Study, 'benchmarks' | 'metrics' | 'worlds'> {
  readonly experiment: Experiment;
}

/** Everything that figures, the page and the terminal read: plain data. */
export interface Study {
  /** What was simulated; null for a user's own table. */
  readonly experiment: Experiment | null;
  /** The table that was judged; null for a simulated study. */
  readonly table: TableSource | null;
  readonly manifest: Manifest;
  /** Names of the figures to draw, in their order. */
  readonly figures: readonly string[];
  /** Scores of replicate 0, or of the table. */
  readonly scores: readonly ScoreRow[];
  readonly bands: readonly BandRow[];
  /** Every checkpoint of replicate 0, run by run; empty for a table. */
  readonly trajectories: readonly TrajectoryRow[];
  /** Measured losses of further replicates in the order of `trajectories`, nats per token: as many of them as fit in a million numbers; empty where there are benchmarks. */
  readonly otherLosses: readonly Float64Array[];
  /** Every fitted curve of every replicate; empty for a table. */
  readonly intervals: readonly ReplicateRow[];
  readonly findings: Findings;
  readonly paper: readonly PaperPoint[];
  readonly benchmarks: readonly BenchmarkView[];
  readonly metrics: readonly MetricView[];
  readonly worlds: readonly WorldView[];
  /** Losses and scores of every replicate that published numbers are compared with; null without such numbers. */
  readonly samples: Samples | null;
  /** Published numbers beside the simulated ones; empty for a table. */
  readonly scorecard: readonly ScorecardRow[];
}

/** A study before it is compared with published numbers. */
export type StudyNumbers = Omit<Study, 'scorecard'>;
