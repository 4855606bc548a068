/** A value for everything, and values for what has a name: `0.25`, `MMLU=0.25,GSM8K=0`, or both joined by commas. */
export interface PerName<T> {
  readonly all: T | null;
  readonly each: ReadonlyMap<string, T>;
}

/** Nothing at all. */
export const NOTHING: PerName<never> = {all: null, each: new Map<string, never>()};

/** Reads a value for everything or for names; a text without `=` is one value, commas and all. */
export function perName<T>(text: string, read: (value: string) => T): PerName<T> {
  if (!text.includes('=')) return {all: read(text), each: new Map()};
  let all: T | null = null;
  const each = new Map<string, T>();
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    if (at < 0) all = read(part.trim());
    else each.set(part.slice(0, at).trim(), read(part.slice(at + 1).trim()));
  }
  return {all, each};
}

/** The value for the first of some names that has one, else the value for everything; null where there is neither. */
export function valueFor<T>({all, each}: PerName<T>, ...names: readonly string[]): T | null {
  for (const name of names) {
    const value = each.get(name);
    if (value !== undefined) return value;
  }
  return all;
}
