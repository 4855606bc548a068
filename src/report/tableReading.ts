import type {Language} from './figure.ts';
import {namesText} from './names.ts';
import type {Study, TableSource} from './study.ts';
import {fill} from './words/fill.ts';
import {noteText} from './words/judgeNotes.ts';
import {TABLE_DESIGN_WORDS} from './words/tableDesign.ts';
import {LIST_SEPARATOR} from './words/verdicts.ts';

/** What happened while a table was read, such as rows that were left out. */
export function noteTexts({notes}: TableSource, language: Language): readonly string[] {
  return notes.map(({code, data}) => noteText(code, data, language));
}

/** How a user's own table was read: a statement for each choice, then what was left out. */
export function readingTexts({benchmarks}: Study, table: TableSource, language: Language): readonly string[] {
  const {file, rows, used, x, log, ascending, by, runs, unit} = table;
  const say = (word: keyof typeof TABLE_DESIGN_WORDS, data: Parameters<typeof fill>[2] = {}): string =>
    fill(TABLE_DESIGN_WORDS[word], language, data);
  const curves = namesText(
    benchmarks.map(({label}) => label),
    language,
  );
  return [
    say('file', {file, used, rows}),
    say(ascending ? 'rising' : 'falling', {x}),
    ...(log ? [say('log', {x})] : []),
    ...(by.length > 0
      ? [say('by', {columns: by.join(LIST_SEPARATOR[language]), benchmarks: curves})]
      : benchmarks.length > 1
        ? [say('curves', {benchmarks: curves})]
        : []),
    ...(runs.length > 0 ? [say('runs', {count: runs.length, names: namesText(runs, language)})] : []),
    ...(unit === null ? [] : [say(unit)]),
    ...noteTexts(table, language),
  ];
}
