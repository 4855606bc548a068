/** A name that is safe as a file name: letters, digits, dot, dash, underscore, first a letter, digit or underscore; not `__proto__`. */
export const NAME = /^(?!__proto__$)[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** A name of a study: also not `gallery`, which holds the pictures of the project itself. */
export const STUDY_NAME = new RegExp(`^(?!gallery$)${NAME.source.slice(1)}`);

/** Most characters of the name of a study: folders are named after it. */
export const LONGEST_NAME = 100;

/** Whether a text can name a study. */
export function isStudyName(text: string): boolean {
  return text.length <= LONGEST_NAME && STUDY_NAME.test(text);
}
