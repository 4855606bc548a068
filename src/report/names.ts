import type {Language} from './figure.ts';
import {fill} from './words/fill.ts';
import {TABLE_DESIGN_WORDS} from './words/tableDesign.ts';
import {LIST_SEPARATOR} from './words/verdicts.ts';

/** Most names that are listed one by one. */
const MOST_NAMES = 12;

/** Names joined; beyond `most` the count of the others. */
export function namesText(names: readonly string[], language: Language, most = MOST_NAMES): string {
  const list = names.slice(0, most).join(LIST_SEPARATOR[language]);
  const more = names.length - most;
  return more > 0 ? fill(TABLE_DESIGN_WORDS.more, language, {list, count: more}) : list;
}
