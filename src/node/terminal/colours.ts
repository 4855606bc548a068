import picocolors from 'picocolors';
import type {Effects, Stream} from '../effects.ts';

/** Colours for one stream: none off a terminal, under NO_COLOR, or on a dumb terminal. */
export function coloursOf(stream: Stream, {env}: Pick<Effects, 'env'>) {
  return picocolors.createColors(stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb');
}
