/** Words that a shell leaves as they are. */
const BARE = /^[\p{L}\p{N}_.,:=@%+/-]+$/u;

/** A word as a shell takes it for itself. */
export function shellWord(text: string): string {
  return BARE.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
