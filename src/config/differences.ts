import {canonicalJson} from './canonical.ts';
import type {Experiment} from './experiment.ts';
import {got, type Path, pathText} from './faults.ts';

/** One setting in which two studies differ, with both values as short texts. */
export interface Difference {
  /** As `--set` writes it, such as `benchmarks[0].questions`. */
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** What of an experiment counts for its numbers: all but figures, references and question. */
export function numbersOf({figures: _, references: __, question: ___, ...study}: Experiment): object {
  return study;
}

/** Keys that follow from others, and one that a config writes without. */
const DERIVED = new Set(['id', 'source']);
const UNWRITTEN = 'values';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a few words: what has a name by that. */
function brief(value: unknown): string {
  if (value === undefined) return '–';
  if (Array.isArray(value)) return got(`[${value.map(brief).join(', ')}]`);
  return got(isFields(value) && typeof value.name === 'string' ? value.name : value);
}

/** Walks both values at once down to where they differ: things of different names, and lists of different lengths, are different as a whole. */
function compare(before: unknown, after: unknown, path: Path, found: Difference[]): void {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((one, i) => {
      compare(one, after[i], [...path, i], found);
    });
  } else if (isFields(before) && isFields(after) && (path.length === 0 || before.name === after.name)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!DERIVED.has(key)) compare(before[key], after[key], key === UNWRITTEN ? path : [...path, key], found);
    }
  } else {
    found.push({key: pathText(path), before: brief(before), after: brief(after)});
  }
}

/** The settings that make two studies different, in the order of a config; none where they have the same numbers. */
export function differences(before: Experiment, after: Experiment): Difference[] {
  const found: Difference[] = [];
  compare(numbersOf(before), numbersOf(after), [], found);
  return found;
}
