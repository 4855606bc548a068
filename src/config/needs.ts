import {STATISTICS} from '../science/metric.ts';
import {checkpointCount} from '../science/run.ts';
import {blockSize} from './blockSize.ts';
import type {Experiment} from './experiment.ts';
import {curveCount} from './metricsOf.ts';

/** What a study needs of the machine, bytes. */
export interface Needs {
  readonly memory: number;
  readonly disk: number;
}

/** What is computed of a study, and by how many threads. */
export interface Extent {
  readonly threads: number;
  readonly replicates: number;
  /** Whether tables and report are made too. */
  readonly report: boolean;
  /** Bytes of what is computed already. */
  readonly stored: number;
}

/** Bytes, measured and rounded up. */
const NUMBER = 8;
/** The program, its renderer and fonts, and one more thread. */
const PROGRAM = 100e6;
const RENDERER = 200e6;
const THREAD = 50e6;
/** What the fits say of one curve, in memory and on disk; with bootstraps. */
const SUMMARY = {memory: 800, disk: 600, bootstrap: 1000} as const;
/** One row of the scores as Parquet and as text. */
const ROW = {parquet: 30, csv: 180} as const;
/** Rows above which there is no text. */
const CSV_ROWS = 1e6;
/** Figures, reports and findings. */
const PAGES = 20e6;
/** Values of scores that are held to work out the bands of figures. */
const BAND_VALUES = 8e6;

/** Estimates memory and disk of a study, or of a shard of one. */
export function needsOf(experiment: Experiment, {threads, replicates, report, stored}: Extent): Needs {
  const {worlds, benchmarks, resamples, population} = experiment;
  const points = checkpointCount(population.runs);
  const curves = curveCount(experiment);
  const values = NUMBER * points * benchmarks.length * worlds.length * STATISTICS.length;
  const record = 2 * NUMBER * points * (1 + curves);
  const bootstrap = resamples > 0 ? SUMMARY.bootstrap : 0;
  const part = record + curves * (SUMMARY.disk + bootstrap);
  const block = blockSize(replicates) * part;
  const fits = replicates * curves;
  // A study of training alone has no scores, but the losses as a table.
  const rows = replicates * Math.max(curves, 1) * points;
  const tables = report ? PAGES + rows * (ROW.parquet + (rows <= CSV_ROWS ? ROW.csv : 0)) : 0;
  const held = NUMBER * Math.min(rows, Math.max(BAND_VALUES, rows / Math.max(curves, 1)));
  const told = report ? RENDERER + fits * (SUMMARY.memory + bootstrap) + held : 0;
  return {
    // A block is in memory as it is computed and as it is written; one more is read.
    memory: PROGRAM + threads * (THREAD + values + 2 * record + 2 * block) + 2 * block + told,
    disk: Math.max(0, replicates * part - stored) + tables,
  };
}
