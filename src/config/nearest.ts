import {closest, distance} from 'fastest-levenshtein';

/** The choice that `word` was probably meant to be, or null where none is near. */
export function nearest(word: string, choices: readonly string[]): string | null {
  if (choices.length === 0) return null;
  const folded = word.toLowerCase();
  const best = closest(
    folded,
    choices.map((choice) => choice.toLowerCase()),
  );
  const found = choices.find((choice) => choice.toLowerCase() === best)!;
  const apart = distance(folded, best);
  return apart < word.length && apart <= Math.max(2, Math.floor(word.length / 3)) ? found : null;
}

/** Data of a fault about a word that is not among the choices. */
export function wordData(word: string, choices: readonly string[]) {
  const near = nearest(word, choices);
  return {got: word, allowed: choices, ...(near === null ? {} : {nearest: near})};
}
