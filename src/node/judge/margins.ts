import type {TableNote} from '../../report/study.ts';
import {note} from './note.ts';
import type {Request} from './request.ts';

/** A note on the units of the margins where x is no plain loss and some benchmark has onsets to compare. */
export function marginNote(
  curves: ReadonlyArray<{readonly benchmark: string}>,
  {axis, judging}: Pick<Request, 'axis' | 'judging'>,
): TableNote[] {
  const compared = new Set(curves.map(({benchmark}) => benchmark)).size < curves.length;
  if (!compared || !(axis.log || axis.ascending)) return [];
  const {margin, wideMargin: wide, wideInterval: from} = judging.rule;
  return [axis.log ? note('margin-log', {margin, wide, from}) : note('margin-x', {margin, wide, from})];
}
