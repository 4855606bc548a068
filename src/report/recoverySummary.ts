import type {HeldParameter, RecoveryFinding} from '../inference/findings.ts';
import {LAWS} from '../science/laws/registry.ts';
import type {Language} from './figure.ts';
import {namesText} from './names.ts';
import {holdsTruth, shareText} from './recovery.ts';
import type {Study} from './study.ts';
import {fill, joinSentences} from './words/fill.ts';
import {RECOVERY_WORDS} from './words/recovery.ts';

/** Most constants that are named one by one. */
const MOST_NAMED = 6;

/** Why a constant has no interval in replicate 0. */
type Reason = 'noneOpen' | 'noneHeld' | 'noneUnbounded';
const REASONS: readonly Reason[] = ['noneOpen', 'noneHeld', 'noneUnbounded'];

/** A constant that was put in. */
interface Put {
  readonly name: string;
  readonly inside: boolean;
  /** Null with an interval. */
  readonly none: Reason | null;
}

function reasonOf(one: HeldParameter, fitted: boolean): Reason {
  if (one.warnings.includes('singular')) return 'noneOpen';
  return fitted ? 'noneUnbounded' : 'noneHeld';
}

/** The constants put in of one law, without exponents that follow from them; those of a form that is not the one put in have no truth. */
function putOf({name, law, resamples, parameters, held = []}: RecoveryFinding, alone: boolean): Put[] {
  const own = LAWS.find((form) => form.name === law)!.parameters;
  const of = (one: HeldParameter, inside: boolean, none: Reason | null): Put[] =>
    one.truth === null ? [] : [{name: alone ? one.name : `${name} ${one.name}`, inside, none}];
  // A single fit has no spread.
  if (resamples < 2) return [];
  return [
    ...parameters
      .filter((one) => Object.hasOwn(own, one.name))
      .flatMap((one) => {
        const inside = holdsTruth(one);
        return of(one, inside === true, inside === null ? reasonOf(one, true) : null);
      }),
    ...held.flatMap((one) => of(one, false, reasonOf(one, false))),
  ];
}

/** How many truths the intervals hold and which constants have none, in sentences; null where nothing was recovered with intervals. */
export function recoverySummary({findings}: Study, language: Language): string | null {
  const {recovery = [], recoveryCoverage: coverage} = findings;
  const all = recovery.flatMap((law) => putOf(law, recovery.length === 1));
  if (all.length === 0) return null;
  const inside = all.filter((one) => one.inside).length;
  const without = all.filter(({none}) => none !== null).length;
  const say = (word: keyof typeof RECOVERY_WORDS, data: Parameters<typeof fill>[2]): string =>
    fill(RECOVERY_WORDS[word], language, data);
  const none = without > 0 ? say('summaryNone', {none: without}) : '';
  const over = coverage && coverage.n > 1 ? say('summaryOver', {n: coverage.n, share: shareText(coverage)}) : '';
  const reasons = REASONS.flatMap((reason) => {
    const names = all.filter((one) => one.none === reason).map(({name}) => name);
    return names.length > 0 ? [say(reason, {names: namesText(names, language, MOST_NAMED), count: names.length})] : [];
  });
  return joinSentences([say('summary', {count: all.length, inside, none, over}), ...reasons], language);
}
