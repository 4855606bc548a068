import type {Benchmark} from '../../science/benchmark.ts';
import type {CurveChoice} from '../../science/curve.ts';
import {formOf} from '../../science/curves/registry.ts';
import type {Parameter} from '../../science/parameter.ts';
import {nameOn} from '../../science/ruler.ts';
import {WORLDS} from '../../science/worlds/registry.ts';
import type {WorldChoice} from '../experiment.ts';
import type {Path, Report} from '../faults.ts';
import {wordData} from '../nearest.ts';
import type {Config} from '../schema/config.ts';
import {CURVE_PARAMETERS} from '../schema/curves.ts';
import {own, valuesOf} from '../schema/fields.ts';
import {withDefaults} from './benchmarks.ts';

type Entry = Config['worlds'][number];
type Detailed = Exclude<Entry, string>;

/** Changes to a curve that the config writes at one place. */
interface Layer {
  readonly path: Path;
  readonly curve: string | undefined;
  readonly values: Readonly<Record<string, number>>;
  /** Whether every value must belong to the curve; changes meant for all benchmarks need not fit each. */
  readonly strict: boolean;
}

/** Name of a world of the axis; one on another loss axis says so. */
export function worldName(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  return entry.name ?? nameOn(entry.world, entry.axis ?? 'loss');
}

/** Expands one world of a config: the curve it follows on each benchmark, with the changes of the config. */
export function resolveWorld(
  entry: Entry,
  index: number,
  benchmarks: readonly Benchmark[],
  entries: Config['benchmarks'],
  report: Report,
): WorldChoice {
  const name = worldName(entry);
  const world = WORLDS.find((known) => known.name === (typeof entry === 'string' ? entry : entry.world))!;
  const curves = benchmarks.map((benchmark): [string, CurveChoice] => {
    const from = entries.findIndex((other) => benchmarkName(other) === benchmark.name);
    const layers = layersOf(entry, index, entries[from]!, from, name, benchmark.name);
    const own = changedCurve(world.curve(benchmark), layers, benchmark, report);
    return [benchmark.name, typeof entry === 'string' ? own : mixedCurve(own, entry, benchmark)];
  });
  checkOrder(index, curves, report);
  if (typeof entry !== 'string') {
    checkDial(entry, index, curves, report);
    reportUnused(
      entry,
      index,
      curves.map(([, curve]) => curve),
      report,
    );
  }
  const axis = typeof entry === 'string' ? undefined : entry.axis;
  return {name, world: world.name, curves: Object.fromEntries(curves), ...(axis && axis !== 'loss' ? {axis} : {})};
}

/** Name of a benchmark of the config. */
export function benchmarkName(entry: Config['benchmarks'][number]): string {
  if (typeof entry === 'string') return entry;
  return 'preset' in entry ? (entry.name ?? entry.preset) : entry.name;
}

function layerOf(changes: {curve?: string | undefined} | undefined, path: Path, strict: boolean): readonly Layer[] {
  return changes ? [{path, strict, curve: changes.curve, values: valuesOf(changes, CURVE_PARAMETERS)}] : [];
}

/** The places that may change a curve, the later one wins: the world, the benchmark for this world, the world for this benchmark. */
function layersOf(
  entry: Entry,
  index: number,
  benchmark: Config['benchmarks'][number],
  from: number,
  world: string,
  name: string,
): readonly Layer[] {
  const whole = typeof entry === 'string' ? undefined : entry;
  const specific = typeof benchmark === 'string' ? undefined : own(benchmark.worlds, world);
  return [
    ...layerOf(whole, ['worlds', index], false),
    ...layerOf(specific, ['benchmarks', from, 'worlds', world], true),
    ...layerOf(own(whole?.benchmarks, name), ['worlds', index, 'benchmarks', name], true),
  ];
}

function changedCurve(start: CurveChoice, layers: readonly Layer[], benchmark: Benchmark, report: Report): CurveChoice {
  let choice = start;
  let path: Path = [];
  for (const layer of layers) {
    path = layer.path;
    if (layer.curve !== undefined && layer.curve !== choice.curve) {
      const known = Object.values(benchmark.curves).find(({curve}) => curve === layer.curve);
      choice = known ?? {curve: layer.curve, values: {}};
    }
    const {parameters} = formOf(choice);
    const fitting = Object.entries(layer.values).filter(([key, value]) => {
      const parameter = parameters[key];
      if (parameter) return inBounds(parameter, value, [...layer.path, key], report);
      if (layer.strict) reportForeign(key, choice.curve, [...layer.path, key], report);
      return false;
    });
    choice = {curve: choice.curve, values: {...choice.values, ...Object.fromEntries(fitting)}};
  }
  const full = withDefaults(choice);
  const absent = Object.keys(formOf(choice).parameters).filter((key) => full.values[key] === undefined);
  if (absent.length > 0) {
    report({
      code: 'curve-values-missing',
      path,
      data: {curve: choice.curve, benchmark: benchmark.name, missing: absent},
    });
  }
  return full;
}

function reportForeign(key: string, curve: string, path: Path, report: Report): void {
  const data = {...wordData(key, Object.keys(formOf({curve}).parameters)), curve};
  report({code: 'curve-parameter', path, data, onKey: true});
}

/** Mixes a curve with that of the world `from`, where a dial is given. */
function mixedCurve(own: CurveChoice, {dial, from}: Detailed, benchmark: Benchmark): CurveChoice {
  if (dial === undefined) return own;
  const other = WORLDS.find(({name}) => name === (from ?? 'smooth'))!.curve(benchmark);
  return {...own, mix: {dial, from: withDefaults(other)}};
}

/** Reports what a dial mixes with where there is no dial, and mixtures of what is no single performance. */
function checkDial(
  {dial, from}: Detailed,
  index: number,
  curves: readonly [string, CurveChoice][],
  report: Report,
): void {
  if (dial === undefined && from !== undefined) {
    report({code: 'from-without-dial', path: ['worlds', index, 'from'], data: {got: from}});
  }
  const mixes = (choice: CurveChoice | undefined): boolean =>
    choice === undefined || formOf(choice).shows === 'performance';
  for (const key of ['dial', 'from'] as const) {
    const sideOf = ({mix, ...own}: CurveChoice): CurveChoice | undefined => (key === 'from' ? mix?.from : mix && own);
    const odd = curves.find(([, curve]) => !mixes(sideOf(curve)));
    if (!odd) continue;
    const data = {curve: sideOf(odd[1])!.curve, benchmark: odd[0]};
    report({code: 'dial-mixes', path: ['worlds', index, key], data});
  }
}

/** Reports losses in the wrong order, once for each world: a floor that the curve reaches before it turns. */
function checkOrder(index: number, curves: readonly [string, CurveChoice][], report: Report): void {
  for (const [benchmark, own] of curves) {
    for (const choice of [own, ...(own.mix ? [own.mix.from] : [])]) {
      const {order} = formOf(choice);
      if (!order || !(choice.values[order.low]! >= choice.values[order.high]!)) continue;
      const {low, high} = order;
      const data = {low, high, got: choice.values[low]!, bound: choice.values[high]!, curve: choice.curve, benchmark};
      report({code: 'curve-order', path: ['worlds', index, low], data});
      return;
    }
  }
}

/** The schema checks the loosest bounds over the curves; this checks those of the curve at hand. */
function inBounds({min, max, open}: Parameter, value: number, path: Path, report: Report): boolean {
  const low = min !== undefined && (open ? value <= min : value < min);
  const high = max !== undefined && value > max;
  if (low) report({code: open ? 'not-above' : 'below', path, data: {got: value, bound: min}});
  if (high) report({code: 'above', path, data: {got: value, bound: max}});
  return !low && !high;
}

function reportUnused(entry: Detailed, index: number, curves: readonly CurveChoice[], report: Report): void {
  const forms = curves.map(formOf);
  for (const key of Object.keys(valuesOf(entry, CURVE_PARAMETERS))) {
    if (forms.some(({parameters}) => parameters[key])) continue;
    const allowed = [...new Set(forms.flatMap(({parameters}) => Object.keys(parameters)))];
    const data = {...wordData(key, allowed), curve: [...new Set(forms.map(({name}) => name))].join(', ')};
    report({code: 'curve-parameter', path: ['worlds', index, key], data, onKey: true});
  }
}
