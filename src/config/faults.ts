import type {FaultData} from '../numeric/fault.ts';

/** Keys and indices from the root of a config to a value. */
export type Path = readonly (string | number)[];

/** Something wrong at one place of a config, before the place is known as a line. */
export interface Problem {
  readonly code: string;
  readonly path: Path;
  readonly data: FaultData;
  /** Whether the key itself is meant, not its value. */
  readonly onKey?: boolean;
}

/** Most faults that are told of one config. */
export const MOST_FAULTS = 100;

/** Takes one problem; the check goes on, so that several are reported at once. */
export type Report = (problem: Problem) => void;

/** Something wrong in a config file, with its place. */
export interface ConfigFault {
  readonly code: string;
  readonly data: FaultData;
  /** The file, or the command-line option that set the value. */
  readonly file: string;
  /** From 1; null where the value comes from the command line or the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** The key as a path such as `benchmarks[0].questions`; empty for the whole file. */
  readonly key: string;
}

/** Everything wrong in a config file; words are chosen where people read. */
export class ConfigFaults extends Error {
  readonly faults: readonly ConfigFault[];
  readonly exit = 1;

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({file, line, key, code}) => `${file}:${line ?? 0}: ${key}: ${code}`).join('\n'));
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}

/** A path in the notation of `--set`: `benchmarks[0].questions`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (/[.[\]"]/.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text ? `${text}.${part}` : part;
  }, '');
}

/** A value as a short text for a message. */
export function got(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const shown = typeof value === 'number' && !Number.isFinite(value) ? String(value) : text;
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}
