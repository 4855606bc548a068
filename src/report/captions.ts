import type {Words} from '../science/parameter.ts';
import type {Language} from './figure.ts';
import {drawnPart, worldLabel} from './lookup.ts';
import type {Study} from './study.ts';
import {FIGURE_WORDS} from './words/figures.ts';
import {fill, joinSentences} from './words/fill.ts';
import {TABLE_FIGURE_WORDS} from './words/tableFigures.ts';

type Word = keyof typeof FIGURE_WORDS;

/** A text of a figure, in the words for a user's own table where there are some. */
export function figureText(
  study: Study,
  word: Word,
  language: Language,
  world: string | null = null,
  data: Readonly<Record<string, string>> = {},
): string {
  const own: Readonly<Record<string, Words>> = study.table ? TABLE_FIGURE_WORDS : {};
  return fill(own[word] ?? FIGURE_WORDS[word], language, {
    world: worldLabel(study, world, language),
    x: study.table?.x ?? '',
    ...data,
  });
}

/** A caption with what was left out: how many benchmarks there was no room for. */
export function withOmitted(study: Study, caption: string, language: Language): string {
  const shown = drawnPart(study).benchmarks.length;
  const all = study.benchmarks.length;
  if (shown === all) return caption;
  return joinSentences([caption, fill(FIGURE_WORDS.firstOnly, language, {shown, all})], language);
}

/** A caption that also says how many benchmarks there was no room for; `data` fills the places of its own. */
export function captionText(
  study: Study,
  word: Word,
  language: Language,
  data: Readonly<Record<string, string>> = {},
): string {
  return withOmitted(study, figureText(study, word, language, null, data), language);
}

/** File name of a drawing of one world. */
export function drawingId(name: string, world: string | null): string {
  return world === null ? name : `${name}-${world}`;
}
