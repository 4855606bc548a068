import type {Design} from '../config/design.ts';
import type {Experiment} from '../config/experiment.ts';
import type {Findings} from '../inference/findings.ts';
import type {Words} from '../science/parameter.ts';

/** One row of the scores table: what one checkpoint scored (values are fractions; Brier is the sum over options). */
export interface ScoreRow {
  readonly world: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly family: string;
  readonly run: string;
  /** N: total parameters. */
  readonly params: number;
  /** Tokens seen at this checkpoint. */
  readonly tokens: number;
  readonly checkpoint: number;
  /** 6 N D, FLOP. */
  readonly compute: number;
  /** Nats per token. */
  readonly loss: number;
  readonly value: number;
  readonly standardError: number | null;
  readonly questions: number;
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
  readonly questions: number;
  readonly illustrative: boolean;
  readonly source: string;
}

/** What the report needs to know of a metric. */
export interface MetricView {
  readonly name: string;
  readonly label: Words;
  readonly formula: string;
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
  readonly counts: Omit<Design, 'memory'>;
  /** Wall seconds by stage, in the order they ran. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** The part of a study that is known before anything runs. */
export type StudyParts = Pick<Study, 'experiment' | 'benchmarks' | 'metrics' | 'worlds'>;

/** Everything that figures, the page and the terminal read: plain data. */
export interface Study {
  readonly experiment: Experiment;
  readonly manifest: Manifest;
  /** Scores of replicate 0. */
  readonly scores: readonly ScoreRow[];
  readonly bands: readonly BandRow[];
  readonly findings: Findings;
  readonly paper: readonly PaperPoint[];
  readonly benchmarks: readonly BenchmarkView[];
  readonly metrics: readonly MetricView[];
  readonly worlds: readonly WorldView[];
}
