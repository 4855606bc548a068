import type {Language} from '../../report/figure.ts';

/** Values of the command line that change a config. */
export interface ConfigOptions {
  readonly configs: string[];
  /** Texts `key=value` of `--set`, in order. */
  readonly sets: string[];
  readonly replicates?: number;
  readonly seed?: string;
  readonly fidelity?: string;
}

/** What every command knows. */
export interface CommonOptions {
  readonly language: Language;
  readonly json: boolean;
}

/** Options of `run`. */
export interface RunOptions extends ConfigOptions, CommonOptions {
  readonly out?: string;
  readonly workers?: number;
  /** Picture formats beside vl.json: svg, png. */
  readonly formats: string[];
  readonly quiet: boolean;
  /** Whether parts of an interrupted run are taken over. */
  readonly resume: boolean;
  /** `i/n`: only this part of the replicates. */
  readonly shard?: string;
  /** The words of the command line, for the command that goes on after an interruption. */
  readonly typed: readonly string[];
}

/** Options of `merge`. */
export interface MergeOptions extends CommonOptions {
  readonly directories: readonly string[];
  readonly out?: string;
  readonly formats: string[];
  readonly quiet: boolean;
}

/** Options of `judge`, as they were typed. */
export interface JudgeOptions extends CommonOptions {
  /** A file or a folder. */
  readonly table: string;
  readonly x?: string;
  readonly y?: string;
  readonly by?: string;
  readonly run?: string;
  readonly n?: string;
  readonly se?: string;
  readonly chance?: string;
  readonly unit?: string;
  readonly window?: string;
  readonly params?: string;
  readonly compute?: string;
  readonly losses?: string;
  /** Texts `column=value`, in order. */
  readonly where: readonly string[];
  readonly log: boolean;
  readonly ascending: boolean;
  readonly widthShare?: string;
  readonly margin?: string;
  readonly resamples?: string;
  readonly decide?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly workers?: number;
  readonly formats: string[];
  readonly quiet: boolean;
}

/** Options of `fit`, as they were typed. */
export interface FitOptions extends CommonOptions {
  readonly table: string;
  readonly law?: string;
  /** Columns. */
  readonly params?: string;
  readonly tokens?: string;
  readonly steps?: string;
  readonly compute?: string;
  readonly unique?: string;
  readonly lr?: string;
  readonly loss?: string;
  /** Texts `column=value`, in order. */
  readonly where: readonly string[];
  readonly resamples?: string;
  readonly seed?: string;
  /** Where a report is written; none without. */
  readonly out?: string;
  readonly formats: string[];
  readonly quiet: boolean;
}

/** Options of `figures`. */
export interface FiguresOptions extends CommonOptions {
  readonly directory: string;
  readonly formats: string[];
  readonly quiet: boolean;
}
