import type {Of, Unit} from '../../science/quantity.ts';
import type {Reference} from '../../science/reference.ts';
import {QUANTITIES} from '../quantities/registry.ts';
import type {CurveNames} from '../samples.ts';
import type {StudyNumbers} from '../study.ts';
import type {ScorecardRow} from './row.ts';

/** Monte Carlo standard errors that a difference may have beside the tolerance. */
const ERRORS = 2;

/** The curves that references may read scores of: every metric that one names on every benchmark that it names. */
export function curvesAsked(references: readonly Reference[]): CurveNames[] {
  const asked = references.flatMap(({quantity, of}) => {
    const keys = Object.entries(QUANTITIES.find(({name}) => name === quantity)?.of ?? {});
    const named = (wanted: 'world' | 'benchmark' | 'metric'): string[] =>
      keys.flatMap(([key, {kind}]) => (kind === wanted && of[key] !== undefined ? [String(of[key])] : []));
    const [worlds, benchmarks, metrics] = [named('world'), named('benchmark'), named('metric')];
    return worlds.flatMap((world) =>
      benchmarks.flatMap((benchmark) => metrics.map((metric) => ({world, benchmark, metric}))),
    );
  });
  return [...new Map(asked.map((names) => [JSON.stringify(names), names])).values()];
}

/** Unit in which a row is printed: scores of metrics that papers do not print in percent are plain numbers. */
function unitOf({metrics}: StudyNumbers, quantity: string, of: Of): Unit {
  const unit = QUANTITIES.find(({name}) => name === quantity)?.unit ?? 'none';
  const metric = metrics.find(({name}) => name === of.metric);
  return unit === 'fraction' && metric && !metric.percent ? 'none' : unit;
}

function measured(study: StudyNumbers, quantity: string, of: Of) {
  return QUANTITIES.find(({name}) => name === quantity)?.measure(study, of) ?? null;
}

/** Every reference of a study with what the study gives: ok where |simulated - paper| <= tolerance + 2 Monte Carlo standard errors. */
export function scorecardRows(study: StudyNumbers): ScorecardRow[] {
  return (study.experiment?.references ?? []).map((reference) => {
    const {quantity, of, paper, tolerance} = reference;
    const {value: simulated, error} = measured(study, quantity, of) ?? {value: null, error: null};
    const unit = unitOf(study, quantity, of);
    const ok = simulated !== null && Math.abs(simulated - paper) <= tolerance + ERRORS * (error ?? 0);
    return {...reference, unit, simulated, error, ok};
  });
}
