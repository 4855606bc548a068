import type {z} from 'zod';
import type {Path, Problem} from './faults.ts';
import {got, MOST_FAULTS} from './faults.ts';
import {wordData} from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Union = z.core.$ZodIssueInvalidUnion & {readonly discriminator?: string; readonly options?: readonly unknown[]};

const KINDS: Readonly<Record<string, string>> = {
  object: 'mapping',
  record: 'mapping',
  array: 'list',
  tuple: 'list',
  number: 'number',
  string: 'text',
  int: 'whole-number',
};
/** The order in which kinds are named, `expected-name-or-mapping` and so on. */
const ORDER = ['name', 'text', 'whole-number', 'number', 'list', 'mapping'];

/** Turns the issues of the schema into problems, each said once and at its own place; at most 100. */
export function problemsOf(issues: readonly Issue[], input: unknown): Problem[] {
  return withoutEchoes(
    issues
      .slice(0, MOST_FAULTS)
      .flatMap((issue) => problems(issue, input, []))
      .slice(0, MOST_FAULTS),
  );
}

function problems(issue: Issue, input: unknown, base: Path): Problem[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const value = valueAt(input, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = issue.message.split(' ');
      return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
        code: 'unknown-key',
        path: [...path, key],
        data: wordData(key, allowed),
        onKey: true,
      }));
    }
    case 'invalid_union':
      return unionProblems(issue as Union, input, path);
    case 'invalid_key':
      return [{code: 'bad-name', path, data: {got: got(path[path.length - 1])}, onKey: true}];
    default:
      return [value === undefined ? missing(path) : {path, ...valueProblem(issue, value)}];
  }
}

function missing(path: Path): Problem {
  return {code: 'missing-key', path, data: {name: String(path[path.length - 1])}};
}

function valueProblem(issue: Issue, value: unknown): Pick<Problem, 'code' | 'data'> {
  const data = {got: got(value)};
  switch (issue.code) {
    case 'invalid_type':
      if (typeof value === 'number' && !Number.isFinite(value)) return {code: 'not-finite', data};
      return {code: `expected-${KINDS[issue.expected] ?? issue.expected}`, data};
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return {code: 'unknown-name', data: typeof value === 'string' ? wordData(value, allowed) : {...data, allowed}};
    }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return tooShort(issue, data);
      return {code: issue.inclusive ? 'below' : 'not-above', data: {...data, bound: Number(issue.minimum)}};
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return {code: 'too-long', data: {bound: Number(issue.maximum), got: Number(lengthOf(value))}};
      }
      return {code: issue.inclusive ? 'above' : 'not-below', data: {...data, bound: Number(issue.maximum)}};
    default:
      return {code: 'bad-name', data};
  }
}

function tooShort(issue: {readonly minimum: number | bigint}, data: {readonly got: string}) {
  return issue.minimum === 1
    ? {code: 'empty', data}
    : {code: 'too-short', data: {...data, bound: Number(issue.minimum)}};
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

/** A union is reported by the branch that the value was meant for, or by the kinds that would have fitted. */
function unionProblems(issue: Union, input: unknown, path: Path): Problem[] {
  const value = valueAt(input, path);
  if (issue.discriminator !== undefined) {
    if (value === undefined) return [missing(path)];
    const allowed = (issue.options ?? []).map(String);
    const data = typeof value === 'string' ? wordData(value, allowed) : {got: got(value), allowed};
    return [{code: 'unknown-name', path, data}];
  }
  if (value === undefined) return [missing(path)];
  const {errors} = issue;
  const fitting = errors.filter((branch) => !branch.some(isRootMismatch));
  if (fitting.length > 0) {
    // Branches that ask for a preset are meant by values that name one.
    const meant = fitting.filter((branch) => !branch.some((inner) => lacksPreset(inner, value)));
    const best = (meant.length > 0 ? meant : fitting).reduce((a, b) => (weight(b, value) < weight(a, value) ? b : a));
    return best.flatMap((inner) => problems(inner, input, path));
  }
  const names = errors.flatMap((branch) => branch.flatMap((inner) => (isNames(inner) ? inner.values.map(String) : [])));
  if (typeof value === 'string' && names.length > 0) {
    return [{code: 'unknown-name', path, data: wordData(value, names)}];
  }
  const kinds = new Set(errors.flatMap((branch) => branch.filter(isRootMismatch).map(kindOf)));
  const code = `expected-${ORDER.filter((kind) => kinds.has(kind)).join('-or-')}`;
  return [{code, path, data: {got: got(value), ...(names.length > 0 ? {allowed: names} : {})}}];
}

function isNames(issue: Issue): issue is z.core.$ZodIssueInvalidValue {
  return issue.code === 'invalid_value' && issue.path.length === 0;
}

function isRootMismatch(issue: Issue): boolean {
  return isNames(issue) || (issue.code === 'invalid_type' && issue.path.length === 0);
}

function kindOf(issue: Issue): string {
  return issue.code === 'invalid_type' ? (KINDS[issue.expected] ?? issue.expected) : 'name';
}

/** Whether an issue is that of a mapping without the name of a preset. */
function lacksPreset({path}: Issue, value: unknown): boolean {
  return path.length === 1 && path[0] === 'preset' && valueAt(value, ['preset']) === undefined;
}

/** How far a value is from a branch: a discriminating key that is absent weighs most, then unknown and missing keys. */
function weight(branch: readonly Issue[], value: unknown): number {
  return branch.reduce((sum, issue) => {
    const absent = issue.path.length > 0 && valueAt(value, issue.path as Path) === undefined;
    if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length;
    if (issue.code === 'invalid_union' && absent) return sum + 100;
    return sum + (absent ? 15 : 1);
  }, 0);
}

/** Drops `missing` where an unknown key beside it is the same key misspelt. */
function withoutEchoes(found: readonly Problem[]): Problem[] {
  const misspelt = found
    .filter(({code, data}) => code === 'unknown-key' && data.nearest !== undefined)
    .map(({path, data}) => JSON.stringify([...path.slice(0, -1), data.nearest]));
  return found.filter(({code, path}) => code !== 'missing-key' || !misspelt.includes(JSON.stringify(path)));
}

/** The value at a path, undefined where there is none. */
function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    input,
  );
}
