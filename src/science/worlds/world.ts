import type {Benchmark} from '../benchmark.ts';
import type {CurveChoice} from '../curve.ts';
import {formOf} from '../curves/registry.ts';
import type {World} from '../world.ts';

type Told = Omit<World, 'curve'>;

/** A curve form with the defaults of its parameters, some of them changed. */
export function defaultsOf(curve: string, changes: CurveChoice['values'] = {}): CurveChoice {
  const entries = Object.entries(formOf({curve}).parameters);
  const values = Object.fromEntries(
    entries.flatMap(([name, {default: value}]) => (value === undefined ? [] : [[name, value]])),
  );
  return {curve, values: {...values, ...changes}};
}

/** A world that follows one form with its defaults on every benchmark. */
export function formWorld(curve: string, told: Told): World {
  return {...told, curve: () => defaultsOf(curve)};
}

/** A world that falls below chance by a parameter of its form: by 0 on open answers, whose chance is 0. */
export function chanceWorld(curve: string, below: string, told: Told): World {
  return {...told, curve: ({answer}) => defaultsOf(curve, answer.kind === 'open' ? {[below]: 0} : {})};
}

/** A world that follows a benchmark's own curve of that name, or its smooth one; with `eta` the threshold found is moved there. */
export function ownWorld(want: string, told: Told, eta?: number): World {
  return {
    ...told,
    curve({curves}: Pick<Benchmark, 'curves'>) {
      const found = curves[want] ?? curves.smooth;
      return eta !== undefined && formOf(found).threshold ? {...found, values: {...found.values, eta}} : found;
    },
  };
}
