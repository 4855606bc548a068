import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';

/** Fills `{name}` places of a text in one language; a list is joined by commas; an unknown place stays as it is. */
export function fill(
  words: Words,
  language: Language,
  data: Readonly<Record<string, string | number | readonly string[]>> = {},
): string {
  return words[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = data[name];
    if (value === undefined) return place;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
