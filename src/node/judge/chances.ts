import type {TableNote} from '../../report/study.ts';
import type {Benchmark} from '../../science/benchmark.ts';
import type {NamedCurve} from './naming.ts';
import {note} from './note.ts';
import {valueFor} from './perName.ts';
import type {Request} from './request.ts';

/** A multiple-choice question on which a guess is right with this probability. */
function guessed(chance: number): Pick<Benchmark, 'answer'> {
  return {answer: {kind: 'choice', options: 1 / chance}};
}

/**
 * Chance level of a curve, from the probability that a guess is right: the metric's own formula with 1 / chance options, or that probability itself
 * for a score without a metric. Null where no chance is given; metrics whose chance is the same for every question need none.
 */
export function chanceOf({benchmark, entry}: NamedCurve, {chance}: Request): number | null {
  const given = valueFor(chance, benchmark);
  if (!entry) return given;
  const [four, ten] = [guessed(0.25), guessed(0.1)].map((question) => entry.chance(question));
  if (four === ten) return four!;
  // Shares and probabilities of the correct option have the chance of the guess itself; a guess that is never right says nothing of others.
  if (four === 0.25) return given;
  return given ? entry.chance(guessed(given)) : null;
}

/** A warning where a chance level that was given cannot be that of a curve: above its scores, or below them by more than their span. */
export function chanceNote(curve: NamedCurve, factor: number, request: Request): TableNote[] {
  const {raw, benchmark, metric} = curve;
  const chance = chanceOf(curve, request);
  if (chance === null || valueFor(request.chance, benchmark) === null) return [];
  const [lowest, highest] = [factor * raw.range.lowest, factor * raw.range.highest];
  if (chance >= lowest - (highest - lowest) && chance <= highest) return [];
  return [note('chance-outside', {benchmark, metric, chance, lowest, highest})];
}
