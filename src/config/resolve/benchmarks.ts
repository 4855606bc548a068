import type {Answer, Benchmark, BenchmarkCurves, Format} from '../../science/benchmark.ts';
import {GENERIC} from '../../science/benchmarks/du2024.ts';
import {BENCHMARKS} from '../../science/benchmarks/registry.ts';
import type {CurveChoice} from '../../science/curve.ts';
import {formOf} from '../../science/curves/registry.ts';
import type {Path, Report} from '../faults.ts';
import type {Config} from '../schema/config.ts';

type Entry = Config['benchmarks'][number];
type Inline = Exclude<Entry, string | {preset: string}>;
type Preset = Extract<Entry, {preset: string}>;

/** The curve of a config, `{curve, amplitude, ...}`, as a choice. */
export function choiceOf({curve, ...values}: {readonly curve: string}): CurveChoice {
  return {curve, values: values as Readonly<Record<string, number>>};
}

/** A choice with the defaults of its form filled in, in the order of the form. */
export function withDefaults({curve, values}: CurveChoice): CurveChoice {
  const filled = Object.entries(formOf({curve}).parameters).flatMap(([name, parameter]) => {
    const value = values[name] ?? parameter.default;
    return value === undefined ? [] : [[name, value] as const];
  });
  return {curve, values: Object.fromEntries(filled)};
}

/** Expands one benchmark of a config; null after a report. */
export function resolveBenchmark(entry: Entry, index: number, report: Report): Benchmark | null {
  if (typeof entry === 'string') return completed(presetOf(entry));
  const path: Path = ['benchmarks', index];
  const answer = answerOf(entry);
  if ((entry.options !== undefined && entry.open !== undefined) || !(answer || 'preset' in entry)) {
    report({code: 'one-of', path, data: {allowed: ['options', 'open']}});
    return null;
  }
  const benchmark = 'preset' in entry ? changed(entry, answer) : written(entry, answer!);
  if (benchmark.answer.kind === 'open' && entry.format !== undefined) {
    report({code: 'format-open', path: [...path, 'format'], data: {got: entry.format, benchmark: benchmark.name}});
    return null;
  }
  if (!confidenceRises(benchmark)) {
    report({code: 'confidence-not-rising', path: [...path, 'confidence', 'learned'], data: {}});
    return null;
  }
  return completed(benchmark);
}

function completed(benchmark: Benchmark): Benchmark {
  return {...benchmark, curves: mapCurves(benchmark.curves, withDefaults)};
}

function presetOf(name: string): Benchmark {
  return BENCHMARKS.find((benchmark) => benchmark.name === name)!;
}

function answerOf({options, open}: {options?: number | undefined; open?: number | undefined}): Answer | null {
  if (options !== undefined) return {kind: 'choice', options};
  return open === undefined ? null : {kind: 'open', tokens: open};
}

function changed(
  {preset, name, worlds: _, curves, options: _o, open: _t, format, ...rest}: Preset,
  answer: Answer | null,
): Benchmark {
  const base = presetOf(preset);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const keys = [
    ...Object.keys(given),
    ...(answer ? ['answer'] : []),
    ...(format ? ['format'] : []),
    ...(curves ? ['curves'] : []),
  ];
  return {
    ...base,
    ...given,
    name: name ?? preset,
    answer: answer ?? base.answer,
    format: formatOf(answer ?? base.answer, format ?? base.format),
    metric: answer && answer.kind !== base.answer.kind ? metricFor(answer) : base.metric,
    curves: {...base.curves, ...mapCurves(curves ?? {}, choiceOf)},
    source: keys.length === 0 ? base.source : `${base.source}; set in the config: ${keys.join(', ')}`,
  };
}

function written(
  {options: _o, open: _t, worlds: _, label, metric, confidence, curves, format, ...rest}: Inline,
  answer: Answer,
): Benchmark {
  return {
    ...rest,
    answer,
    format: formatOf(answer, format ?? null),
    label: label ?? rest.name,
    metric: metric ?? metricFor(answer),
    confidence: confidence ?? GENERIC,
    curves: mapCurves(curves, choiceOf) as BenchmarkCurves,
    illustrative: null,
  };
}

/** The format of choices, lettered where none is named; open answers have none. */
function formatOf({kind}: Answer, format: Format | null): Format | null {
  return kind === 'open' ? null : (format ?? 'lettered');
}

function metricFor(answer: Answer): string {
  return answer.kind === 'choice' ? 'accuracy' : 'exactStringMatch';
}

function mapCurves<T, C extends Readonly<Record<string, T>>>(
  curves: C,
  change: (curve: T) => CurveChoice,
): {readonly [K in keyof C]: CurveChoice} {
  const changes = Object.entries(curves).map(([name, curve]) => [name, change(curve)]);
  return Object.fromEntries(changes) as {readonly [K in keyof C]: CurveChoice};
}

function confidenceRises({confidence: {learned}}: Benchmark): boolean {
  return learned.every(([s, tau], i) => i === 0 || (s > learned[i - 1]![0] && tau >= learned[i - 1]![1]));
}
