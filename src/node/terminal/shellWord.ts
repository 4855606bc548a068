/** Words that a shell leaves as they are, and that look like no option. */
const BARE = /^[\p{L}\p{N}_.,:=@%+/][\p{L}\p{N}_.,:=@%+/-]*$/u;

/** A word as a shell takes it for itself; one that starts with a dash stands in quotes. */
export function shellWord(text: string): string {
  return BARE.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
