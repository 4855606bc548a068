import {log} from '../../numeric/elementary.ts';

/** Entries of the vocabulary (Kaplan et al. 2020, section 2.2). */
export const VOCABULARY = 50_257;

/** Loss of an even guess among them, ln 50257, nats per token. */
export const EVEN_GUESS = log(VOCABULARY);
