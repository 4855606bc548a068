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
}

/** Options of `figures`. */
export interface FiguresOptions extends CommonOptions {
  readonly directory: string;
  readonly formats: string[];
  readonly quiet: boolean;
}
