import type {CurveChoice, CurveForm} from '../curve.ts';
import {CEILING} from '../curve.ts';
import type {AnswerKind, Checkpoint, Shown, Truth} from '../latent.ts';
import {bnsl} from './bnsl.ts';
import {fineTuned, prompting} from './elicitation.ts';
import {grokking, lottery} from './grokking.ts';
import {LOSS_CURVES} from './loss.ts';
import {mirage} from './mirage.ts';
import {quanta} from './quanta.ts';
import {lettered, mixture, subtasks, uShaped} from './tasks.ts';

/** Every form of curve; one more entry and it is in the schema, `list` and the report. */
export const CURVES: readonly CurveForm[] = [
  ...LOSS_CURVES,
  mirage,
  subtasks,
  grokking,
  uShaped,
  lettered,
  mixture,
  prompting,
  fineTuned,
  lottery,
  quanta,
  bnsl,
];

/** The form of a choice. Throws on an unknown name. */
export function formOf({curve}: Pick<CurveChoice, 'curve'>): CurveForm {
  const form = CURVES.find((entry) => entry.name === curve);
  if (!form) throw new Error(`curve: unknown name (got ${curve})`);
  return form;
}

function held(performance: number): number {
  return Math.min(Math.max(performance, -1), CEILING);
}

/** What a model shows by a choice; performance is cut to [-1, CEILING]. Throws where two curves are mixed and one shows more than one performance. */
export function shownBy(choice: CurveChoice): (at: Checkpoint) => Shown {
  const form = formOf(choice);
  const filled: Record<string, number> = {...choice.values};
  for (const [name, parameter] of Object.entries(form.parameters)) filled[name] ??= parameter.default ?? 0;
  const shown = form.build(filled);
  if (choice.mix) return mixed(shown, choice.mix);
  return (at) => {
    const value = shown(at);
    if (typeof value === 'number') return held(value);
    return 'token' in value ? value : {share: value.share, first: held(value.first), rest: held(value.rest)};
  };
}

function mixed(shown: (at: Checkpoint) => Shown, {dial, from}: NonNullable<CurveChoice['mix']>) {
  const other = shownBy(from);
  return (at: Checkpoint): number => {
    const [a, b] = [other(at), shown(at)];
    if (typeof a !== 'number' || typeof b !== 'number') throw new Error('dial: mixes performances only');
    return held((1 - dial) * a + dial * b);
  };
}

/**
 * What is planted in a choice on answers of a kind; in a mixture the break of the one that has one, without a width, for the other curve bends
 * all the while. Open answers cannot fall below their chance of 0: a curve that does is cut there, with a corner that no curve tells, and null.
 */
export function truthOf(choice: CurveChoice, kind: AnswerKind): Truth | null {
  const form = formOf(choice);
  if (kind === 'open' && form.sinks?.(choice.values)) return null;
  const own = form.truth(choice.values);
  if (!choice.mix || choice.mix.dial === 1) return own;
  const other = truthOf(choice.mix.from, kind);
  if (choice.mix.dial === 0) return other;
  if (own === null || other === null) return null;
  const onsets = [...new Set([own.onset, other.onset])].filter((onset) => onset !== null);
  // Two breaks are no single one.
  return onsets.length > 1 ? null : {onset: onsets[0] ?? null, width: null};
}

/** Whether a choice, and what is mixed into it, depends on the loss alone, is the same for all questions and never below chance. */
export function isSimple(choice: CurveChoice): boolean {
  return formOf(choice).simple && (!choice.mix || isSimple(choice.mix.from));
}

/** Whether an open answer may never be right under a choice. */
export function vanishes(choice: CurveChoice): boolean {
  const own = formOf(choice).vanishes;
  if (!choice.mix || choice.mix.dial === 1) return own;
  return vanishes(choice.mix.from) && (own || choice.mix.dial === 0);
}
