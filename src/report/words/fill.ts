import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';

const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\d]/u;

/** A space where a Chinese and a Latin character would touch, as is usual in Chinese typesetting. */
function gap(left: string | undefined, right: string | undefined): string {
  if (left === undefined || right === undefined) return '';
  return (HAN.test(left) && LATIN.test(right)) || (LATIN.test(left) && HAN.test(right)) ? ' ' : '';
}

/** `{count:run|runs}`: the word for one where `count` is 1, else the word for several. */
const COUNTED = /\{(\w+):([^|{}]+)\|([^|{}]+)\}/g;

/**
 * Fills `{name}` places of a text in one language, and chooses words by a number, `{count} {count:run|runs}`; a list is joined by commas; an
 * unknown place stays as it is.
 */
export function fill(
  words: Words,
  language: Language,
  data: Readonly<Record<string, string | number | readonly string[]>> = {},
): string {
  const text = words[language].replace(COUNTED, (_, name: string, one: string, several: string) =>
    String(data[name]) === '1' ? one : several,
  );
  return text.replace(/\{(\w+)\}/g, (place, name: string, at: number) => {
    const value = data[name];
    if (value === undefined) return place;
    const shown = Array.isArray(value) ? value.join(', ') : String(value);
    return `${gap(text[at - 1], shown[0])}${shown}${gap(shown.at(-1), text[at + place.length])}`;
  });
}

/** Sentences one behind the other, as a language writes them: Chinese puts no space between. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}
