import {widthOf} from '../../report/displayWidth.ts';
import type {Language} from '../../report/figure.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import {coloursOf} from './colours.ts';

/** A bar that says how far a stage is. */
export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

const SILENT: Progress = {update: () => {}, end: () => {}};
/** Goes to the start of a line and empties it. */
const CLEAR = '\r\u001b[K';
/** Milliseconds between two drawings. */
const PAUSE = 100;

/** Seconds as `0:07` or `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 0);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A progress bar with the time left on the error stream; nothing where that is not a terminal. */
export function progress(effects: Effects, label: string, language: Language = 'en'): Progress {
  const {stderr} = effects;
  if (!stderr.isTTY) return SILENT;
  const colours = coloursOf(stderr, effects);
  const started = effects.now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const now = effects.now();
      if (now - drawn < PAUSE && done < total) return;
      drawn = now;
      const share = total > 0 ? Math.min(done / total, 1) : 0;
      const left = share > 0 ? clock(((now - started) / 1000) * (1 / share - 1)) : '-:--';
      const tail = ` ${String(Math.floor(100 * share)).padStart(3)} %  ${fill(PRINTED.left, language, {time: left})}`;
      const room = Math.min(40, stderr.columns - widthOf(label) - widthOf(tail) - 3);
      const filled = Math.round(Math.max(room, 0) * share);
      const bar = room >= 5 ? colours.cyan('█'.repeat(filled)) + colours.dim('░'.repeat(room - filled)) : '';
      stderr.write(`${CLEAR}${label} ${bar}${tail}`);
    },
    end() {
      if (drawn > Number.NEGATIVE_INFINITY) stderr.write(CLEAR);
    },
  };
}

/** Removes a bar from a terminal so that something else can be written there; it comes back when it is next drawn. */
export function clearBar({stderr}: Effects): void {
  if (stderr.isTTY) stderr.write(CLEAR);
}

/** Writes a line on the error stream, where the bar of another study may stand. */
export function tellLine(effects: Effects, line: string): void {
  clearBar(effects);
  effects.stderr.write(`${line}\n`);
}

/** Says on a terminal what is being done, until the returned function is called; nothing elsewhere. */
export function working(effects: Effects, what: string): () => void {
  if (!effects.stderr.isTTY) return () => {};
  effects.stderr.write(`${CLEAR}${what}`);
  return () => clearBar(effects);
}
