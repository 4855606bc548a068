import type {Of} from '../../science/quantity.ts';
import type {Reference} from '../../science/reference.ts';
import {QUANTITIES} from '../quantities/registry.ts';
import type {CurveNames} from '../samples.ts';
import type {StudyNumbers} from '../study.ts';
import type {ScorecardRow} from './row.ts';

/** Monte Carlo standard errors that a difference may have beside the tolerance. */
const ERRORS = 2;

/** The curves that references read scores of: every metric that one names on its benchmark. */
export function curvesAsked(references: readonly Reference[]): CurveNames[] {
  const asked = references.flatMap(({quantity, of}) => {
    const keys = QUANTITIES.find(({name}) => name === quantity)?.of ?? {};
    const {world, benchmark} = of;
    if (world === undefined || benchmark === undefined) return [];
    return Object.entries(keys)
      .filter(([key, {kind}]) => kind === 'metric' && of[key] !== undefined)
      .map(([key]) => ({world: String(world), benchmark: String(benchmark), metric: String(of[key])}));
  });
  return [...new Map(asked.map((names) => [JSON.stringify(names), names])).values()];
}

function measured(study: StudyNumbers, quantity: string, of: Of) {
  return QUANTITIES.find(({name}) => name === quantity)?.measure(study, of) ?? null;
}

/** Every reference of a study with what the study gives: ok where |simulated - paper| <= tolerance + 2 Monte Carlo standard errors. */
export function scorecardRows(study: StudyNumbers): ScorecardRow[] {
  return (study.experiment?.references ?? []).map((reference) => {
    const {quantity, of, paper, tolerance} = reference;
    const {value: simulated, error} = measured(study, quantity, of) ?? {value: null, error: null};
    const unit = QUANTITIES.find(({name}) => name === quantity)?.unit ?? 'none';
    const ok = simulated !== null && Math.abs(simulated - paper) <= tolerance + ERRORS * (error ?? 0);
    return {...reference, unit, simulated, error, ok};
  });
}
