import type {Benchmark} from '../../science/benchmark.ts';
import {isSimple, truthOf, vanishes} from '../../science/curves/registry.ts';
import {LAWS} from '../../science/laws/registry.ts';
import {METRICS} from '../../science/metrics/registry.ts';
import type {Sampling} from '../../science/sampling.ts';
import {sourceAt} from '../../science/schedule.ts';
import {LEAST_QUESTIONS} from '../../science/surrogate/bounds.ts';
import {designOf, LIMITS} from '../design.ts';
import type {Experiment} from '../experiment.ts';
import {MOST_FAULTS, type Path, type Report} from '../faults.ts';
import {wordData} from '../nearest.ts';
import {FEWEST_RESAMPLES} from '../resamples.ts';
import type {Config, Names, Written} from '../schema/config.ts';

/** Reports names that occur twice in a list, each at its second place. */
export function checkUnique(names: readonly string[], path: Path, report: Report): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) report({code: 'duplicate-name', path: [...path, i], data: {got: name}});
    seen.add(name);
  });
}

/** Reports figures of what a study lacks and, where it has no benchmarks, the keys that say how they are answered. */
export function checkKind(
  {benchmarks, worlds, metrics, recover, figures = []}: Written,
  reads: NonNullable<Names['reads']>,
  report: Report,
): void {
  figures.forEach((name, i) => {
    if (reads[name] === 'recovery' && !recover)
      report({code: 'figure-recovery', path: ['figures', i], data: {got: name}});
  });
  if (benchmarks) return;
  for (const [key, value] of Object.entries({worlds, metrics})) {
    if (value) report({code: 'without-benchmarks', path: [key], data: {}, onKey: true});
  }
  const allowed = Object.keys(reads);
  figures.forEach((name, i) => {
    if (!Object.hasOwn(reads, name)) report({code: 'figure-scores', path: ['figures', i], data: {got: name, allowed}});
  });
}

/** Reports keys that should name a world or a benchmark of the config and do not. */
export function checkReferences(
  config: Config,
  worlds: readonly string[],
  benchmarks: readonly string[],
  report: Report,
): void {
  const check = (given: object | undefined, known: readonly string[], path: Path) => {
    const unknown = Object.keys(given ?? {}).filter((key) => !known.includes(key));
    for (const key of unknown.slice(0, MOST_FAULTS)) {
      report({code: 'unknown-name', path: [...path, key], data: wordData(key, known), onKey: true});
    }
  };
  config.benchmarks.forEach((entry, i) => {
    if (typeof entry !== 'string') check(entry.worlds, worlds, ['benchmarks', i, 'worlds']);
  });
  config.worlds.forEach((entry, i) => {
    if (typeof entry !== 'string') check(entry.benchmarks, benchmarks, ['worlds', i, 'benchmarks']);
  });
}

/** Reports metrics that the fidelity cannot give, benchmarks without any metric, and (as a warning) metrics without a benchmark. */
export function checkMetrics({metrics, fidelity, benchmarks}: Experiment, report: Report, warn: Report): void {
  const chosen = metrics.map((name) => METRICS.find((metric) => metric.name === name)!);
  chosen.forEach(({name, fidelities, answers}, i) => {
    const path: Path = ['metrics', i];
    const able = METRICS.filter((metric) => metric.fidelities.includes(fidelity)).map((metric) => metric.name);
    if (!fidelities.includes(fidelity))
      report({code: 'metric-fidelity', path, data: {got: name, fidelity, allowed: able}});
    const used = benchmarks.some(({answer}) => answers.includes(answer.kind));
    if (!used) warn({code: 'metric-unused', path, data: {got: name}});
  });
  benchmarks.forEach((benchmark, i) => {
    const fits = ({answers}: {answers: readonly string[]}) => answers.includes(benchmark.answer.kind);
    if (chosen.some(fits)) return;
    const allowed = METRICS.filter((metric) => fits(metric) && metric.fidelities.includes(fidelity)).map(
      ({name}) => name,
    );
    report({code: 'no-metric', path: ['benchmarks', i], data: {got: benchmark.name, allowed}});
  });
}

/** Reports sets of k that are larger than the samples, and more right answers than attempts; each at its own key. */
export function checkSampling({samples, k, successes, most}: Sampling, report: Report): void {
  if (k > samples) report({code: 'sampling-k', path: ['sampling', 'k'], data: {got: k, bound: samples}});
  if (most < successes)
    report({code: 'sampling-most', path: ['sampling', 'most'], data: {got: most, bound: successes}});
}

/** Reports what the fidelity `surrogate` cannot draw: too few questions, answers that persist along a run, open answers of several tokens, worlds that are no function of the loss. */
export function checkSurrogate({fidelity, benchmarks, worlds}: Experiment, report: Report): void {
  if (fidelity !== 'surrogate') return;
  worlds.forEach(({name, curves}, i) => {
    const other = Object.values(curves).find((curve) => !isSimple(curve));
    if (other) report({code: 'surrogate-world', path: ['worlds', i], data: {got: name, curve: other.curve}});
  });
  benchmarks.forEach(({name, questions, persistence, answer}, i) => {
    if (questions < LEAST_QUESTIONS) {
      const data = {got: questions, bound: LEAST_QUESTIONS, benchmark: name};
      report({code: 'surrogate-questions', path: ['benchmarks', i, 'questions'], data});
    }
    if (persistence > 0) {
      const data = {got: persistence, benchmark: name};
      report({code: 'surrogate-persistence', path: ['benchmarks', i, 'persistence'], data});
    }
    if (answer.kind === 'open' && answer.tokens > 1) {
      report({code: 'surrogate-tokens', path: ['benchmarks', i, 'open'], data: {got: answer.tokens, benchmark: name}});
    }
  });
}

/** Reports metrics without a value where a threshold says that an open answer is never right: what they showed would be a bound of the numbers. */
export function checkBottomless({metrics, worlds, benchmarks}: Experiment, report: Report): void {
  metrics.forEach((name, i) => {
    if (!METRICS.find((metric) => metric.name === name)!.bottomless) return;
    for (const {name: world, curves} of worlds) {
      const never = benchmarks.find((one) => one.answer.kind === 'open' && vanishes(curves[one.name]!));
      if (!never) continue;
      report({code: 'metric-bottomless', path: ['metrics', i], data: {got: name, world, benchmark: never.name}});
      return;
    }
  });
}

/** Smallest and largest loss of the population without noise, nats; null after a report. */
export function lossRange(
  {population, loss}: Pick<Experiment, 'population' | 'loss'>,
  path: Path,
  report: Report,
): readonly [number, number] | null {
  const law = LAWS.find(({name}) => name === loss.form)!.build(loss.values);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const run of population.runs) {
    for (const tokens of run.checkpoints) {
      const value = law(sourceAt(run, tokens));
      if (!(value > 0 && value < 1e6)) {
        report({
          code: 'loss-impossible',
          path,
          data: {got: Number.isFinite(value) ? value : String(value), run: run.id, tokens},
        });
        return null;
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

/** Reports thresholds that no checkpoint lies above, and warns of those that none lies below, once for each place that sets one. */
export function checkThresholds(
  experiment: Experiment,
  [low, high]: readonly [number, number],
  placed: (world: number, benchmark: Benchmark) => Path,
  report: Report,
  warn: Report,
): void {
  const seen = new Set<string>();
  experiment.worlds.forEach((choice, i) => {
    for (const benchmark of experiment.benchmarks) {
      const eta = truthOf(choice.curves[benchmark.name]!, benchmark.answer.kind)?.onset ?? null;
      if (eta === null) continue;
      const data = {got: eta, world: choice.name, benchmark: benchmark.name};
      const path = placed(i, benchmark);
      const place = JSON.stringify(path);
      if (seen.has(place)) continue;
      seen.add(place);
      if (eta >= high) report({code: 'threshold-above', path, data: {...data, bound: Number(high.toFixed(3))}});
      else if (eta <= low) warn({code: 'threshold-below', path, data: {...data, bound: Number(low.toFixed(3))}});
    }
  });
}

/** Warns of a run that ends within its first step. */
export function checkSteps({population}: Experiment, warn: Report): void {
  const run = population.runs.find(({tokens, batch}) => tokens < batch);
  if (!run) return;
  warn({code: 'run-no-step', path: ['population'], data: {run: run.id, tokens: run.tokens, got: run.batch}});
}

/** Warns of bootstraps that can reject nothing at 5 %. */
export function checkResamples({resamples, benchmarks}: Experiment, warn: Report): void {
  if (benchmarks.length === 0 || resamples === 0 || resamples >= FEWEST_RESAMPLES) return;
  warn({code: 'resamples-few', path: ['resamples'], data: {got: resamples, bound: FEWEST_RESAMPLES}});
}

/** Reports a study that is larger than the limits, with its size. */
export function checkSize(experiment: Experiment, report: Report): void {
  const {cells, checkpoints, choiceEvaluations, replicates} = designOf(experiment);
  // Without benchmarks there are no cells, but still a loss of every checkpoint.
  const design = {cells: Math.max(cells, replicates * checkpoints), choiceEvaluations};
  const path: Path = experiment.replicates > 1 ? ['replicates'] : ['population'];
  const codes = {cells: 'too-many-cells', choiceEvaluations: 'too-many-evaluations'} as const;
  for (const key of ['cells', 'choiceEvaluations'] as const) {
    if (design[key] <= LIMITS[key]) continue;
    report({code: codes[key], path, data: {got: design[key], bound: LIMITS[key]}});
    return;
  }
}
