import {axisNameOf} from './axes.ts';
import type {Language} from './figure.ts';
import type {Study} from './study.ts';
import {AXIS_WORDS} from './words/figures.ts';
import {fill} from './words/fill.ts';
import {TABLE_WORDS} from './words/table.ts';

type Source = Pick<Study, 'table'>;
type Placed = Pick<Study, 'table' | 'experiment'>;

/** Title of the loss axis of a world, or of the x axis of a table with the way it runs. */
export function lossTitle({table, experiment}: Placed, language: Language, world?: string | null): string {
  if (table === null) return AXIS_WORDS[axisNameOf({experiment}, world)][language];
  return fill(AXIS_WORDS[table.ascending ? 'column' : 'columnFalling'], language, {x: table.x});
}

/** The same in a word: training loss, or the column of a table. */
export function lossName({table, experiment}: Placed, language: Language, world?: string | null): string {
  if (table !== null) return table.x;
  const name = axisNameOf({experiment}, world);
  return AXIS_WORDS[name === 'loss' ? 'lossShort' : 'normalisedShort'][language];
}

/** What a width is measured in where the x axis is a column of a table: the column, or its logarithm. */
export function widthUnit({x, log}: {readonly x: string; readonly log: boolean}): string {
  return log ? `ln ${x}` : x;
}

/** Title of an axis of widths. */
export function widthTitle({table}: Source, language: Language): string {
  if (table === null) return AXIS_WORDS.width[language];
  return fill(AXIS_WORDS.widthIn, language, {unit: widthUnit(table)});
}

/** Title of an axis of onsets. */
export function onsetTitle({table}: Source, language: Language): string {
  return table === null ? AXIS_WORDS.onset[language] : fill(AXIS_WORDS.onsetIn, language, {unit: table.x});
}

/** Head of a column of onsets. */
export function onsetHead({table}: Source, language: Language): string {
  return table === null ? TABLE_WORDS.onset[language] : fill(TABLE_WORDS.onsetIn, language, {unit: table.x});
}

/** Head of a column of widths. */
export function widthHead({table}: Source, language: Language): string {
  return table === null ? TABLE_WORDS.width[language] : fill(TABLE_WORDS.widthIn, language, {unit: widthUnit(table)});
}
