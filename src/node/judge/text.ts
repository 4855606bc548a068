/** Longest piece of a table that a message repeats, characters. */
const LONGEST = 80;

/** What colours a terminal or moves its cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to strip.
const SEQUENCE = /[\u001b\u009b]\[?[0-9;?]*[ -/]*[@-~]/g;
/** Control characters, and the marks that turn the direction of writing: a terminal would obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to strip.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** A text of a table as it may be shown: without colours and the like, other control characters one space, ends trimmed. */
export function plainText(text: string): string {
  return text.replace(SEQUENCE, '').replace(UNSEEN, ' ').trim();
}

/** A piece of a table for a message: plain, and cut where it is long. */
export function quoted(text: string): string {
  const plain = plainText(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
