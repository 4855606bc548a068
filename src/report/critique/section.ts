import {answersOf} from '../answer.ts';
import type {Language} from '../figure.ts';
import type {Study} from '../study.ts';
import {CRITIQUE_WORDS} from '../words/critique.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {critiqueSentences} from './sentences.ts';

/** The sentences of one world, a paragraph for each benchmark. */
export interface CritiqueGroup {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What the critique explains, world by world. */
export function critiqueGroups(study: Study, language: Language): readonly CritiqueGroup[] {
  return answersOf(study, language).map(({title, cases}) => ({
    title,
    paragraphs: cases.map((entry) =>
      fill(CRITIQUE_WORDS.benchmark, language, {
        benchmark: entry.benchmark,
        text: joinSentences(critiqueSentences(study, entry, language), language),
      }),
    ),
  }));
}

/** How the sentences come about. */
export function critiqueNote({table}: Study, language: Language): string {
  return CRITIQUE_WORDS[table ? 'noteTable' : 'note'][language];
}
