import {spearman} from '../../inference/classical/correlation.ts';
import type {Curve} from '../../inference/curve.ts';
import type {TableNote} from '../../report/study.ts';
import {note} from './note.ts';

/** Rank correlation from which scores are said to get worse. */
const WRONG = 0.5;

/**
 * A warning where the scores of a curve get worse as x improves: Spearman's correlation of score and loss beyond 0.5 on the wrong side, and beyond
 * 2 / sqrt(n - 1), twice its standard error without a relation, where points are few.
 */
export function worseNote(
  {benchmark, metric, curve}: {readonly benchmark: string; readonly metric: string; readonly curve: Curve},
  {ascending}: {readonly ascending: boolean},
): TableNote[] {
  const {loss, value, direction} = curve;
  const along = loss.length > 2 ? spearman(loss, value) : null;
  if (along === null) return [];
  const wrong = direction === 'higher' ? along : -along;
  if (wrong <= Math.max(WRONG, 2 / Math.sqrt(loss.length - 1))) return [];
  const data = {benchmark, metric, correlation: ascending ? -along : along};
  return [ascending ? note('worse-ascending', data) : note('worse-descending', data)];
}
