import {makeGrid} from '../../inference/grid.ts';
import {type PowerLaw, powerLaw} from '../../inference/powerLaw.ts';
import {isFitted} from '../fitted.ts';
import {significant} from '../numbers.ts';
import type {StudyNumbers} from '../study.ts';
import {typicalWidth} from '../typical.ts';

/** The metric whose bend follows from the length of an answer. */
const METRIC = 'exactStringMatch';
/** What a bent hinge makes of an exponential of scale k: a width of 0.5 k to 1.1 k, measured over simulated curves. */
const RANGE = [0.5, 1.1] as const;
/** Fewest lengths that make a ladder. */
const FEWEST = 3;
/** How near to the widest bend an interval reaches it. */
const SLACK = 1e-6;

/** The width of exact match at one length of answers, nats. */
export interface Rung {
  /** T, tokens of an answer. */
  readonly tokens: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
  /** k = 1 / (T slope), the scale of exp(-T slope (L - floor)). */
  readonly law: number;
  readonly lawLow: number;
  readonly lawHigh: number;
  /** Whether the interval reaches the widest bend that is searched. */
  readonly censored: boolean;
}

/** The rungs of one world whose tokens share a slope, by rising length, and the power of T through those that are not censored. */
export interface Ladder {
  readonly world: string;
  readonly slope: number;
  readonly rungs: readonly Rung[];
  readonly fit: PowerLaw | null;
}

/** The widest bend that is searched over the losses of a curve. */
function widestOf({scores}: StudyNumbers, world: string, benchmark: string): number {
  const mine = scores.filter((row) => row.world === world && row.benchmark === benchmark && row.metric === METRIC);
  return Math.max(...makeGrid(Float64Array.from(mine, ({loss}) => loss).sort()).width);
}

function rungsOf(study: StudyNumbers, world: string): Array<{slope: number; rung: Rung}> {
  const choice = study.experiment?.worlds.find(({name}) => name === world);
  return (study.experiment?.benchmarks ?? []).flatMap(({name, answer, spread}) => {
    const ability = choice?.curves[name];
    const slope = ability?.curve === 'token' && !ability.mix ? ability.values.slope : undefined;
    const found = study.findings.curves.find(
      (entry) => entry.world === world && entry.benchmark === name && entry.metric === METRIC,
    );
    // With questions of unequal difficulty exact match is a mean of exponentials, and there is no law.
    if (slope === undefined || answer.kind !== 'open' || spread > 0 || !found || !isFitted(found)) return [];
    const {estimate, low, high} = typicalWidth(found);
    if (!(estimate > 0)) return [];
    const law = 1 / (answer.tokens * slope);
    const censored = high > (1 - SLACK) * widestOf(study, world, name);
    const numbers = {width: estimate, low, high, law, lawLow: RANGE[0] * law, lawHigh: RANGE[1] * law};
    const printed = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, significant(value)]));
    return [{slope, rung: {tokens: answer.tokens, ...(printed as typeof numbers), censored}}];
  });
}

/** The width ladders of a study: exact match is exp(-T slope (L - floor)), so that its bend narrows as 1 / T. */
export function widthLadders(study: StudyNumbers): readonly Ladder[] {
  return study.worlds.flatMap(({name: world}) => {
    const found = rungsOf(study, world);
    return [...new Set(found.map(({slope}) => slope))].flatMap((slope) => {
      const rungs = found.flatMap((one) => (one.slope === slope ? [one.rung] : [])).sort((a, b) => a.tokens - b.tokens);
      if (new Set(rungs.map(({tokens}) => tokens)).size < FEWEST) return [];
      const kept = rungs.filter(({censored}) => !censored);
      const fit = powerLaw(
        kept.map(({tokens}) => tokens),
        kept.map(({width}) => width),
      );
      return [{world, slope, rungs, fit}];
    });
  });
}
