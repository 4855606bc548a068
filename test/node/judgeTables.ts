import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {emptyFolder} from './program.ts';

/** One checkpoint of a made-up table. */
export interface Checkpoint {
  readonly model: string;
  readonly loss: number;
  readonly acc: number;
  readonly prob: number;
}

/** Where the tables break, nats. */
export const ETA = 2.1;
/** Noise of accuracy and of the probability. */
const NOISE = {acc: 0.006, prob: 0.003} as const;

/** Two runs of 30 checkpoints whose accuracy and probability are flat above ETA and straight below. */
export function checkpoints(seed = 'judge'): Checkpoint[] {
  const count = 30;
  return ['a', 'b'].flatMap((model, run) => {
    const noise = normals(streamAt(streamKey(seed, 'table'), [run, 0, 0, 0]), 3 * count);
    return Array.from({length: count}, (_, i) => {
      const loss = 2.6 - (0.85 * i) / (count - 1) + 0.002 * noise[3 * i]!;
      const bend = Math.max(ETA - loss, 0);
      const digits = (value: number) => Number(value.toFixed(5));
      return {
        model,
        loss: digits(loss),
        acc: digits(0.25 + 0.9 * bend + NOISE.acc * noise[3 * i + 1]!),
        prob: digits(0.25 + 0.7 * bend + NOISE.prob * noise[3 * i + 2]!),
      };
    });
  });
}

/** A row as the texts of its cells. */
export function cellsOf({model, loss, acc, prob}: Checkpoint): string[] {
  return [model, String(loss), String(acc), String(prob)];
}

/** The columns of `cellsOf`. */
export const HEADER: readonly string[] = ['model', 'loss', 'acc', 'prob'];

/** Comma-separated text of rows of cells below a header. */
export function csvOf(rows: ReadonlyArray<readonly string[]>, header = HEADER, mark = ',', end = '\n'): string {
  return [header, ...rows].map((row) => row.join(mark) + end).join('');
}

/** The made-up table as CSV, with some cells changed: [row from 1, column, text]. */
export function changed(...changes: ReadonlyArray<readonly [number, string, string]>): string {
  const rows = checkpoints().map(cellsOf);
  for (const [row, column, text] of changes) rows[row - 1]![HEADER.indexOf(column)] = text;
  return csvOf(rows);
}

/** A new folder with one file in it. */
export function folderOf(name: string, content: string | Uint8Array): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), content);
  return folder;
}

/** Options that judge the made-up table. */
export const ASKED: readonly string[] = ['--x', 'loss', '--y', 'acc:accuracy,prob:correctChoiceProb', '--run', 'model'];
