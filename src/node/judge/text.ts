import {plainText} from '../../config/plainText.ts';

/** Longest piece of a table that a message repeats, characters. */
const LONGEST = 80;

/** A piece of a table for a message: plain, and cut where it is long. */
export function quoted(text: string): string {
  const plain = plainText(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
