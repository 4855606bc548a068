import type {Drawing, Language} from './figure.ts';
import {HEADINGS} from './figures/headings.ts';
import type {Study} from './study.ts';
import {FIGURE_NEEDS, UNDRAWN_WORDS} from './words/figureNeeds.ts';
import {fill} from './words/fill.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS} from './words/verdicts.ts';

/** Whether a drawing is of a figure: drawings are named after their figure, and no name of a figure begins with that of another and a dash. */
function isOf({id}: Drawing, name: string): boolean {
  return id === name || id.startsWith(`${name}-`);
}

/** The figures that a simulated study asks for and its data do not fill, and what they would need, in a sentence; null where all are drawn. */
export function undrawnText(study: Study, drawings: readonly Drawing[], language: Language): string | null {
  if (study.table) return null;
  const missing = Object.values(HEADINGS).filter(
    ({name}) => study.figures.includes(name) && !drawings.some((drawing) => isOf(drawing, name)),
  );
  if (missing.length === 0) return null;
  const groups = new Map<string, string[]>();
  for (const {name} of missing) {
    const needs = FIGURE_NEEDS[name]?.[language] ?? '';
    groups.set(needs, [...(groups.get(needs) ?? []), name]);
  }
  const items = [...groups].map(([needs, names]) => {
    const word = needs === '' ? 'bare' : names.length > 1 ? 'several' : 'item';
    return fill(UNDRAWN_WORDS[word], language, {figure: names.join(LIST_SEPARATOR[language]), needs});
  });
  return fill(UNDRAWN_WORDS.list, language, {list: items.join(SENTENCE_WORDS.separator[language])});
}
