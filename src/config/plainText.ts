/** What colours a terminal or moves its cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to strip.
const SEQUENCE = /[\u001b\u009b]\[?[0-9;?]*[ -/]*[@-~]/g;
/** Control characters, and the marks that turn the direction of writing: a terminal would obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to strip.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;
/** The same but for tabs, ends of lines and the marks that a text in two directions of writing may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** A text from outside as it may be shown: without colours and the like, other control characters one space, ends trimmed. */
export function plainText(text: string): string {
  return text.replace(SEQUENCE, '').replace(UNSEEN, ' ').trim();
}

/** Most characters that a message repeats of a text from outside: more than any sound path or value has. */
const MOST_SHOWN = 500;

/** A text from outside without its middle where it is so long that it would bury the message. */
export function shortened(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  return `${text.slice(0, MOST_SHOWN / 2)} … ${text.slice(-MOST_SHOWN / 2)}`;
}

/** Whether a text holds characters that a terminal would obey; tabs and ends of lines do not count. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}
